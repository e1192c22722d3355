import { manifest } from '../../src/examples.ts';
import { defineRule, dialectOf, knativeSignal } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'knative-only',
  severity: 'warning',
  appliesTo: 'service',
  only: 'yaml',
  summary: 'A service that is made for Knative on a cluster is linted for Cloud Run.',
  why: 'Knative on a cluster and Cloud Run share the form of their services, but not their fields. What only Knative knows is refused by Cloud Run or has no effect. The file is linted for Cloud Run only because `--target cloud-run` says so.',
  remedy: 'Leave out what only Knative knows, or lint with `--target auto`, which passes such services over.',
  help: 'Remove what only Knative knows. Or lint with "--target auto", which skips such services.',
  references: [
    'https://cloud.google.com/run/docs/reference/yaml/v1',
    'https://knative.dev/docs/serving/reference/serving-api/',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          networking.knative.dev/visibility: cluster-local
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "networking.knative.dev/visibility" shows that this service is meant for Knative on a cluster.
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
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
                env:
                  - name: ORDERS
                    value: http://orders.default.svc.cluster.local
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "http://orders.default.svc.cluster.local" shows that this service is meant for Knative on a cluster.
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        labels:
          cloud.googleapis.com/location: europe-west1
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/maxScale: "5"
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: open
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(service) {
    const signal = dialectOf(service) === 'knative' ? knativeSignal(service) : undefined;
    if (!signal) return;
    yield { on: signal.on, message: `"${signal.what}" shows that this service is meant for Knative on a cluster.` };
  },
});
