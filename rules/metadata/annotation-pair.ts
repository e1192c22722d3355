import { manifest } from '../../src/examples.ts';
import { byLanguage, defineRule, say, writtenAnnotations } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'annotation-pair',
  severity: 'warning',
  appliesTo: 'workload',
  needs: { mentions: ['annotations'] },
  summary: 'An annotation is written as a pair of "key" and "value".',
  why: 'Annotations are a map: what stands before the colon is the name. A pair sets one annotation called `key` and one called `value`, which nothing reads, and the setting that was meant is not made.',
  remedy: 'Write the name and the value on one line: `run.googleapis.com/launch-stage: BETA`.',
  help: false,
  references: ['https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta'],
  bad: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
        annotations:
          key: run.googleapis.com/launch-stage
      #   ^^^ This sets an annotation called "key", and none called "run.googleapis.com/launch-stage". Write the name before the colon.
          value: BETA
      spec:
        template:
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
    `,
  ],
  good: [
    manifest`
      apiVersion: run.googleapis.com/v1
      kind: WorkerPool
      metadata:
        name: orders
        annotations:
          key: a note of the team's own
          value: "7"
      spec:
        template:
          metadata:
            annotations:
              key: run.googleapis.com/launch-stage
          spec:
            containers:
              - image: docker.io/acme/orders:3.1
    `,
  ],
  *check(workload) {
    const written = writtenAnnotations(workload);
    const withValue = new Set(written.filter(({ key }) => key === 'value').map(({ kind }) => kind));
    for (const { key, field, kind } of written) {
      if (key !== 'key' || !withValue.has(kind) || !/^[\w.-]+\.[a-z]+\//.test(field.text ?? '')) continue;
      // As it stands there, whatever the field is called that means the same.
      const written = `"${field.text ?? ''}"`;
      yield {
        on: field.key,
        message: say`This sets an annotation called "key", and none called ${written}. Write the name before the ${byLanguage({ yaml: 'colon', hcl: 'equals sign' })}.`,
      };
    }
  },
});
