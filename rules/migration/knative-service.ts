import { manifest } from '../../src/examples.ts';
import { defineRule, knativeSignal } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'knative-service',
  severity: 'info',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A file given by name holds a service that is made for Knative on a cluster, and was not linted.',
  why: 'Services for Cloud Run and for Knative on a cluster have the same kind and apiVersion. What only the one or the other knows tells them apart: annotations of Google on the one side, Kubernetes fields and foreign registries on the other. A service for a cluster is left alone, since other rules hold there.',
  remedy: 'If the service does go to Cloud Run, lint it with `--target cloud-run`, and it is checked like any other.',
  help: false,
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
      spec:
        template:
          spec:
            imagePullSecrets:
      #     ^^^^^^^^^^^^^^^^ This service was not linted: "imagePullSecrets" shows that it is meant for Knative on a cluster. Lint it with --target cloud-run if it is not.
              - name: registry
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/ingress: internal
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ options, passedOver }) {
    if (!options.explicit) return;
    for (const service of passedOver) {
      const signal = knativeSignal(service);
      if (!signal) continue;
      yield {
        on: signal.on,
        message: `This service was not linted: "${signal.what}" shows that it is meant for Knative on a cluster. Lint it with --target cloud-run if it is not.`,
      };
    }
  },
});
