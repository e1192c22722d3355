import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'manual-scaling-conflict',
  severity: 'warning',
  appliesTo: 'service',
  needs: { mentions: ['run.googleapis.com/scalingMode', 'run.googleapis.com/manualInstanceCount'] },
  summary: 'A fixed number of instances and bounds for scaling are set together.',
  why: 'A service has either a fixed number of instances (`scalingMode: manual` with `manualInstanceCount`) or bounds between which it scales. Half of what is written here has no effect, and gcloud refuses the same with flags: `Cannot set service max instances when scaling mode is manual.` Of a number of instances without manual mode, the v2 API says: `scaling mode must be set to MANUAL`. Bounds of the revision are ignored in manual mode.',
  remedy: 'Remove `minScale` and `maxScale` from the service, or remove `scalingMode` and `manualInstanceCount`.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/services/manual-scaling',
    'https://cloud.google.com/run/docs/reference/rest/v2/ServiceScaling',
  ],
  bad: [
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/scalingMode: manual
      #                                   ~~~~~~ The scaling mode is here.
          run.googleapis.com/manualInstanceCount: "3"
          run.googleapis.com/maxScale: "10"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A service with manual scaling has no bounds to scale between. Remove "run.googleapis.com/maxScale".
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
        annotations:
          run.googleapis.com/scalingMode: automatic
      #                                   ~~~~~~~~~ The scaling mode is here.
          run.googleapis.com/manualInstanceCount: "3"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A fixed number of instances needs manual scaling. Set "run.googleapis.com/scalingMode" to "manual".
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
          run.googleapis.com/scalingMode: manual
          run.googleapis.com/manualInstanceCount: "3"
          run.googleapis.com/minScale: "0"
          run.googleapis.com/maxScale:
      spec:
        template:
          metadata:
            annotations:
              autoscaling.knative.dev/maxScale: "10"
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
    manifest`
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata:
        name: shop
        annotations:
          run.googleapis.com/scalingMode: "%SCALING_MODE%"
          run.googleapis.com/manualInstanceCount: "3"
          run.googleapis.com/minScale: "1"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/shop:1.4.2
    `,
  ],
  *check({ scaling }) {
    const { mode, manualCount, service } = scaling;
    const related = mode.exists ? [{ on: mode, message: 'The scaling mode is here.' }] : [];
    if (scaling.isManual) {
      for (const bound of [service.min, service.max]) {
        // No least number is what holds anyway.
        if (!bound.exists || (bound === service.min && bound.value === 0)) continue;
        yield {
          on: bound.field.key,
          message: say`A service with manual scaling has no bounds to scale between. Remove ${annotationName(String(bound.field.path.at(-1)))}.`,
          related,
        };
      }
    } else if (manualCount.exists && (!mode.exists || mode.isNull || mode.value === 'automatic')) {
      yield {
        on: manualCount.field.key,
        message: say`A fixed number of instances needs manual scaling. Set ${annotationName('run.googleapis.com/scalingMode')} to ${valueName('manual', 'run.googleapis.com/scalingMode')}.`,
        related,
      };
    }
  },
});
