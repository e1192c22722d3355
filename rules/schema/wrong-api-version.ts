import { changedManifest, manifest } from '../../src/examples.ts';
import { apiVersionOf, defineRule, nameOf, replaceScalar, safeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'wrong-api-version',
  severity: 'error',
  refused: true,
  appliesTo: 'workload',
  only: 'yaml',
  summary: 'The apiVersion does not go with the kind.',
  why: 'Services are of the API `serving.knative.dev/v1`, jobs, worker pools and instances of `run.googleapis.com/v1`, and Cloud Run takes no other version of either.',
  remedy: 'Write the apiVersion that belongs to the kind.',
  references: ['https://cloud.google.com/run/docs/reference/yaml/v1'],
  fixable: 'safe',
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      #           ^^^^^^^^^^^^^^^^^^^^^ A service is of apiVersion "serving.knative.dev/v1", not "run.googleapis.com/v1".
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      #           ^^^^^^^^^^^^^^^^^^^^^^ A job is of apiVersion "run.googleapis.com/v1", not "serving.knative.dev/v1".
      kind: Job
      metadata:
        name: report
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: v1
      #           ^^ A service is of apiVersion "serving.knative.dev/v1", not "v1".
      kind: Service
      metadata:
        name: shop
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      #           ^^^^^^^^^^^^^^^^^^^^^^ An instance is of apiVersion "run.googleapis.com/v1", not "serving.knative.dev/v1".
      kind: Instance
      metadata:
        name: shell
      spec:
        containers:
          - image: docker.io/acme/shell:1.4.2
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
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: indexer
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/indexer:1.4.2
    `,
  ],
  fixes: {
    block: changedManifest`
        < apiVersion: serving.knative.dev/v1 # as for services
        > apiVersion: run.googleapis.com/v1 # as for services
          kind: Job
          metadata:
            name: report
          spec:
            template:
              spec:
                template:
                  spec:
                    containers:
                      - image: docker.io/acme/report:1.2.3
      `,
    flow: changedManifest`
        < { "apiVersion": "run.googleapis.com/v1", "kind": "Service", "metadata": { "name": "shop" },
        > { "apiVersion": "serving.knative.dev/v1", "kind": "Service", "metadata": { "name": "shop" },
            "spec": { "template": { "spec": { "containers": [{ "image": "docker.io/acme/web:1.2.3" }] } } } }
      `,
  },
  *check({ kind, field }) {
    const version = field.get('apiVersion');
    const wanted = apiVersionOf[kind];
    if (version.value === undefined || version.value === wanted) return;
    const edits = replaceScalar(version, wanted);
    yield {
      on: version,
      message: `${kind === 'Instance' ? 'An' : 'A'} ${nameOf(kind)} is of apiVersion "${wanted}", not "${version.value}".`,
      help: `Write "${wanted}".`,
      fix: safeFix(`Write "${wanted}"`, edits),
    };
  },
});
