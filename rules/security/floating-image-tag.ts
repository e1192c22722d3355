import { template } from '../../src/examples.ts';
import { defineRule, dialectOf, instanceOf, isFloating, isOfOthers, isReplacedAtRender } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'floating-image-tag',
  severity: 'info',
  appliesTo: 'workload',
  summary: 'An image has no fixed version.',
  why: 'Cloud Run looks up the tag once, when the revision is made. The same file deployed twice can so run different code, and the file does not show which.',
  remedy: 'Write a version or a digest; pipelines usually fill in the commit.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/deploying#images',
    'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.revisions#RevisionStatus',
  ],
  bad: [
    template`
      spec:
        containers:
          - image: europe-west1-docker.pkg.dev/acme-prod/images/shop:latest
      #                                                             ^^^^^^^ The image "europe-west1-docker.pkg.dev/acme-prod/images/shop:latest" is whatever is tagged "latest" at the deploy. Write a version or a digest.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: gcr.io/acme-prod/shop
      #            ^^^^^^^^^^^^^^^^^^^^^ The image "gcr.io/acme-prod/shop" of "shop" has no tag, so it is whatever is tagged "latest" at the deploy. Write a version or a digest.
            ports: [{ containerPort: 8080 }]
          - name: search
            image: gcr.io/acme-prod/search:main
      #                                   ^^^^^ The image "gcr.io/acme-prod/search:main" of "search" is whatever is tagged "main" at the deploy. Write a version or a digest.
    `,
    template`
      spec:
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          # A build of the team's own, since it lies beside the application.
          - name: collector
            image: europe-west1-docker.pkg.dev/acme-prod/images/otel-collector:latest
      #                                                                       ^^^^^^^ The image "europe-west1-docker.pkg.dev/acme-prod/images/otel-collector:latest" of "collector" is whatever is tagged "latest" at the deploy. Write a version or a digest.
    `,
  ],
  good: [
    template`
      spec:
        containers:
          - image: docker.io/acme/shop
    `,
    template`
      spec:
        containers:
          - name: shop
            image: europe-west1-docker.pkg.dev/acme-prod/images/shop:1.4.2
            ports: [{ containerPort: 8080 }]
          - name: search
            image: gcr.io/acme-prod/search:$COMMIT_SHA
    `,
    template`
      spec:
        containers:
          - image: shop-image
    `,
  ],
  *check(workload) {
    // On a cluster the tag may be resolved otherwise, or not at all.
    if (workload.kind === 'Service' && dialectOf(workload) === 'either') return;
    const { members } = instanceOf(workload);
    for (const member of members) {
      const { image, container, product } = member;
      if (!image || !isFloating(image) || isOfOthers(member)) continue;
      // A lone word is what Skaffold and Cloud Deploy replace by the image they built.
      if (!product && (/^[^/:@]*$/.test(image.text) || isReplacedAtRender(workload, image))) continue;
      const noTag = image.tag === undefined ? 'has no tag, so it ' : '';
      yield {
        on: container.tagPlace,
        message: `The image "${image.text}"${container.after('of')} ${noTag}is whatever is tagged "${image.tag ?? 'latest'}" at the deploy. Write a version or a digest.`,
      };
    }
  },
});
