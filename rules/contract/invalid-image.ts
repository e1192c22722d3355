import { template } from '../../src/examples.ts';
import { defineRule, type ImageFault, imageFault } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-image',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['image'] },
  summary: 'The image has a reference that no registry accepts.',
  why: 'A reference is a path of parts in lower case, with at most one tag behind a colon and a digest of 64 hex digits behind an at sign. Cloud Run refuses any other before it looks for the image. Of what a placeholder hides nothing is said.',
  remedy: 'Write the reference as the registry shows it: `HOST/PATH:TAG` or `HOST/PATH@sha256:DIGEST`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#images',
    'https://github.com/distribution/reference/blob/main/reference.go',
  ],
  predicts: '… must be a container image path in the form [hostname/]repo-path[:tag and/or @digest]',
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/shop/web@sha256:4b825dc642cb
      #                                                           ^^^^^^^^^^^^^^^^^^^ "sha256:4b825dc642cb" in the image is not a digest, which has 64 hex digits after "sha256:". Write the whole digest.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/Shop/WebFront:1.4.2
      #                                                  ^^^^ "Shop" in the image of "shop" has a capital letter. Write "shop".
            ports: [{ containerPort: 8080 }]
          - name: search
            image: docker.io/acme//search:1.4.2
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A part of the image of "search" is empty. Remove the extra slash.
          - name: cache
            image: docker.io/library/redis:7.4:alpine
      #                                   ^^^^ The image of "cache" has two tags. Write only one.
          - name: index
            image: docker.io/acme/index:\${TAG}:alpine
      #                                ^^^^^^^ The image of "index" has two tags. Write only one.
          - name: proxy
            image: "docker.io/acme/proxy:"
      #            ^^^^^^^^^^^^^^^^^^^^^^^ The tag of the image of "proxy" is empty. Write a tag, or remove the colon.
          - name: mailer
            image: docker.io/acme/the mailer:1.0
      #                              ^ The image of "mailer" contains a space. Remove it.
          - name: agent
            image: docker.io/acme/-agent:2.0
      #                           ^^^^^^ "-agent" in the image of "agent" is not a name of a repository. Begin and end it with a letter or a digit.
          - name: worker
            image: docker.io/acme/worker:2.0+build7
      #                                  ^^^^^^^^^^ "2.0+build7" in the image of "worker" is not a tag. Write only letters, digits, "_", "." and "-".
    `,
  ],
  good: [
    template`
      spec:
        serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.4.2@sha256:4b825dc642cb6eb9a060e54bf8d69288fbee49044b825dc642cb6eb9a060e54b
            ports: [{ containerPort: 8080 }]
          - name: search
            image: gcr.io/example.com:acme/search:V2_x
          - name: cache
            image: redis
    `,
    template`
      spec:
        containers:
          - name: shop
            image: \${REGION}-docker.pkg.dev/\${PROJECT}/Images\${STAGE}/web:\${TAG:-latest}
            ports: [{ containerPort: 8080 }]
          - name: search
            image: REGION-docker.pkg.dev/PROJECT_ID/myRepo/imageName@sha256:DIGEST
          - name: cache
            image: <REGISTRY>/cache@sha256:%DIGEST%
          - name: index
            image: gcr.io/acme-prod/web-SHA
          - name: mailer
            image: path/to/your image:here
          - name: proxy
            image: TheImage
    `,
  ],
  *check(workload) {
    for (const container of workload.containers) {
      const image = container.field.get('image');
      const text = image.text ?? '';
      const fault = imageFault(text.trim());
      if (!fault) continue;
      const start = text.indexOf(text.trim()) + fault.at.start;
      yield {
        on: fault.at.text === '' ? image : image.part(start, start + fault.at.text.length),
        message: complaint(fault, `the image${container.after('of')}`),
      };
    }
  },
});

/** @param image how the sentence calls the image */
function complaint({ kind, at: { text } }: ImageFault, image: string): string {
  const subject = `T${image.slice(1)}`;
  switch (kind) {
    case 'space':
      return `${subject} contains a space. Remove it.`;
    case 'empty-component':
      return `A part of ${image} is empty. Remove the extra slash.`;
    case 'capitals':
      return `"${text}" in ${image} has a capital letter. Write "${text.toLowerCase()}".`;
    case 'component':
      return `"${text}" in ${image} is not a name of a repository. Begin and end it with a letter or a digit.`;
    case 'two-tags':
      return `${subject} has two tags. Write only one.`;
    case 'empty-tag':
      return `The tag of ${image} is empty. Write a tag, or remove the colon.`;
    case 'tag':
      return `"${text}" in ${image} is not a tag. Write only letters, digits, "_", "." and "-".`;
    case 'digest':
      return `"${text}" in ${image} is not a digest, which has 64 hex digits after "sha256:". Write the whole digest.`;
  }
}
