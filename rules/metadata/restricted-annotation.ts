import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, say } from '../../src/rule-kit.ts';

const key = 'run.googleapis.com/max-surge';

export default defineRule({
  id: 'restricted-annotation',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: [key] },
  summary: 'An annotation can be used only by projects that Google has admitted.',
  why: 'gcloud knows `run.googleapis.com/max-surge`, but Cloud Run takes it from projects that Google has admitted. It refuses the deploy of others.',
  remedy: 'Leave the annotation out unless Google has admitted the project.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta'],
  predicts: 'Project is not allowed to use run.googleapis.com/max-surge annotation',
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/max-surge: "2"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Cloud Run takes "run.googleapis.com/max-surge" only from projects that Google has admitted. Remove it if this is none of them.
      spec:
        template:
          spec:
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
          run.googleapis.com/max-surge: ""
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check(workload) {
    const annotation = workload.annotation(key);
    // An empty text takes an annotation back.
    if (!annotation.text) return;
    yield {
      on: annotation.key,
      message: say`Cloud Run takes ${annotationName(key)} only from projects that Google has admitted. Remove it if this is none of them.`,
    };
  },
});
