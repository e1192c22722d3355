import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const patch = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    metadata:
      annotations: { run.googleapis.com/cpu-throttling: "false" }
`;

/** Whether something is found missing in `prod/patch.yaml` beside one other file. */
const beside = (path: string, text: string, isMissing: boolean, file = patch) =>
  inFolder({ 'prod/patch.yaml': file, [path]: text }, async ({ run }) => {
    const { out } = await run('-f', 'compact', '.');
    assert.is(
      out.some((line) => line.includes('missing-field')),
      isMissing,
      `${path}: ${text}`,
    );
  });

suite('cli/kustomizations', (test) => {
  test('a piece of a manifest lacks something', beside('other.yaml', 'a: 1\n', true));
  test('a patch lacks nothing', beside('prod/kustomization.yaml', 'patches:\n  - path: patch.yaml\n', false));
  test(
    'nor does one in the older form',
    beside('prod/kustomization.yml', 'patchesStrategicMerge: [./patch.yaml]\n', false),
  );
  test('nor one that a folder above names', beside('Kustomization', 'patches: [{ path: prod/patch.yaml }]\n', false));
  test('what is a resource is whole', beside('prod/kustomization.yaml', 'resources: [patch.yaml]\n', true));
  test('a broken file says nothing', beside('prod/kustomization.yaml', 'patches: [{ path: patch.yaml\n', true));
  test(
    'what says itself how it is laid over another is a patch',
    beside(
      'other.yaml',
      'a: 1\n',
      false,
      patch.replace('metadata:\n      ann', '$patch: merge\n    metadata:\n      ann'),
    ),
  );
});
