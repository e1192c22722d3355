import { manifest } from '../../src/examples.ts';
import { annotationName, defineRule, say, valueName } from '../../src/rule-kit.ts';

const modeKey = 'run.googleapis.com/scalingMode';
const keys = [
  'run.googleapis.com/minScale',
  'run.googleapis.com/maxScale',
  'run.googleapis.com/scaling-cpu-target',
] as const;

export default defineRule({
  id: 'bounds-without-automatic-scaling',
  severity: 'warning',
  appliesTo: 'workerPool',
  needs: { mentions: keys, wholeText: true },
  summary: 'A worker pool has limits for automatic scaling, but is scaled by hand.',
  why: 'Unlike a service, a worker pool has a fixed number of instances, one without a word. `minScale`, `maxScale` and a CPU target mean something only with automatic scaling, which a pool has to ask for.',
  remedy:
    'Set `run.googleapis.com/scalingMode: automatic` beside them, or write the fixed number in `run.googleapis.com/manualInstanceCount` and remove them.',
  help: false,
  references: [
    'https://cloud.google.com/run/docs/configuring/workerpools/cpu-autoscaling',
    'https://cloud.google.com/run/docs/configuring/workerpools/manual-scaling',
  ],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/minScale: "1"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A worker pool is scaled by hand unless it says otherwise, so "run.googleapis.com/minScale" has no effect. Set "run.googleapis.com/scalingMode" to "automatic".
          run.googleapis.com/maxScale: "10"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ A worker pool is scaled by hand unless it says otherwise, so "run.googleapis.com/maxScale" has no effect. Set "run.googleapis.com/scalingMode" to "automatic".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/scalingMode: manual
      #                                   ~~~~~~ The scaling mode is here.
          run.googleapis.com/scaling-cpu-target: "0.7"
      #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This worker pool is scaled by hand, so "run.googleapis.com/scaling-cpu-target" has no effect. Set "run.googleapis.com/scalingMode" to "automatic".
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/scalingMode: automatic
          run.googleapis.com/minScale: "1"
          run.googleapis.com/maxScale: "10"
          run.googleapis.com/scaling-cpu-target: "0.7"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: pullers
        annotations:
          run.googleapis.com/scalingMode: \${SCALING}
          run.googleapis.com/maxScale: "10"
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/puller:1.4.2
    `,
  ],
  *check(pool) {
    const mode = pool.annotation(modeKey);
    const isUnset = !isSet(mode);
    if (!isUnset && mode.value !== 'manual') return;
    const how = isUnset
      ? 'A worker pool is scaled by hand unless it says otherwise'
      : 'This worker pool is scaled by hand';
    for (const key of keys) {
      const field = pool.annotation(key);
      if (!isSet(field)) continue;
      yield {
        on: field.key,
        message: say`${how}, so ${annotationName(key)} has no effect. Set ${annotationName(modeKey)} to ${valueName('automatic', modeKey)}.`,
        related: isUnset ? [] : [{ on: mode, message: 'The scaling mode is here.' }],
      };
    }
  },
});

/** Whether an annotation says anything: an empty text takes it back. */
function isSet({ exists, isNull, text }: { exists: boolean; isNull: boolean; text: string | undefined }): boolean {
  return exists && !isNull && text !== '';
}
