import { manifest, template } from '../../src/examples.ts';
import { defineRule, findDuplicateKeys } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'duplicate-key',
  severity: 'error',
  appliesTo: 'workload',
  needs: { wholeText: true },
  summary: 'A key stands twice in the same mapping.',
  why: 'A mapping can say a thing only once. gcloud reads the first, drops the other with no more than a warning, and deploys what is left; other tools keep the last, or refuse the file. So a whole block of variables or limits goes missing without a word.',
  remedy:
    'Keep one of the two. Where both hold a part of what is meant, as with two `env` or `annotations` blocks, move everything under the first.',
  help: 'Keep one of the two. If both hold a part, move everything under the first.',
  references: [
    'https://yaml.org/spec/1.2.2/#3213-node-comparison',
    'https://yaml.readthedocs.io/en/latest/api.html#duplicate-keys',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - name: web
                image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
                env:
      #         ~~~ The first "env".
                  - name: LOG_LEVEL
                    value: info
                resources: { limits: { cpu: "1", memory: 512Mi } }
                env:
      #         ^^^ "env" stands here a second time. gcloud reads only the first.
                  - name: DB_HOST
                    value: 127.0.0.1
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: nightly
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/import:2.1.0
                    resources: { limits: { cpu: "1", memory: 512Mi, cpu: "2" } }
      #                                    ~~~ The first "cpu".
      #                                                             ^^^ "cpu" stands here a second time. gcloud reads only the first.
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - name: web
                image: europe-west1-docker.pkg.dev/acme-prod/shop/web:1.8.2
                ports: [{ containerPort: 8080 }]
                resources: &small
                  limits: { cpu: "1", memory: 512Mi }
              # The same keys, but of another mapping.
              - name: search
                image: europe-west1-docker.pkg.dev/acme-prod/shop/search:1.8.2
                resources: *small
    `,
    template`
      metadata:
        annotations:
          {{ .team }}: web
          {{ .unit }}: web
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ field }) {
    for (const { name, first, again } of findDuplicateKeys(field)) {
      yield {
        on: again,
        message: `"${name}" stands here a second time. gcloud reads only the first.`,
        related: [{ on: first, message: `The first "${name}".` }],
      };
    }
  },
});
