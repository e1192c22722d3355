import { changedManifest, manifest } from '../../src/examples.ts';
import { defineRule, deleteEntry, isStandIn, unsafeFix } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'invalid-namespace',
  severity: 'error',
  appliesTo: 'workload',
  only: 'yaml',
  needs: { mentions: ['namespace'] },
  summary: 'The namespace is not a project of Google Cloud.',
  why: 'On Cloud Run, the namespace is the project: its ID or its number. gcloud compares it with the project that it deploys to, and stops at any other.',
  remedy: 'Leave the namespace out, and gcloud fills in the project; or write the ID or the number of the project.',
  help: 'Remove the namespace, and gcloud fills in the project.',
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta'],
  predicts: 'Namespace must be project ID […] or quoted number […] for Cloud Run (fully managed).',
  fixable: 'unsafe',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        namespace: default
      #            ^^^^^^^ "default" is a namespace of Kubernetes, not a project.
      spec:
        template:
          spec:
            serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: indexer
        namespace: prod
      #            ^^^^ "prod" cannot be a project: an ID has 6 to 30 lowercase letters, digits and hyphens.
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/indexer:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        namespace: "123456789012"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        namespace: acme.example:shop-prod
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: Job
      metadata:
        name: report
        namespace: knative-prod
      spec:
        template:
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/report:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        namespace: PROJECT
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  fixes: {
    block: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
          metadata:
            name: shop
        <   namespace: default
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
    flow: changedManifest`
          apiVersion: serving.knative.dev/v1
          kind: Service
        < metadata: { name: shop, namespace: default }
        > metadata: { name: shop }
          spec:
            template:
              spec:
                containers:
                  - image: docker.io/acme/web:1.2.3
      `,
  },
  *check({ metadata }) {
    const field = metadata.get('namespace');
    const name = field.value;
    if (!name || isStandIn(name)) return;
    // Not safe: gcloud then takes the project of its configuration, which need not be the one that is meant.
    const fix = unsafeFix('Remove the namespace', deleteEntry(field));
    if (/^(?:default|kube-(?:system|public|node-lease)|knative-(?:serving|eventing))$/.test(name)) {
      yield { on: field, message: `"${name}" is a namespace of Kubernetes, not a project.`, fix };
    } else if (!/^(?:\d+|(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9])$/.test(name)) {
      yield {
        on: field,
        message: `"${name}" cannot be a project: an ID has 6 to 30 lowercase letters, digits and hyphens.`,
        fix,
      };
    }
  },
});
