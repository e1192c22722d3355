import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const patch = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, annotations: { run.googleapis.com/ingress: all } }
spec:
  template:
    spec:
      containers: [{ name: web, volumeMounts: [{ name: config, mountPath: /config }] }]
`;
const isFound = (out: readonly string[]): boolean => out.some((line) => line.includes('undefined-volume'));

/** Whether `prod/service.yaml` is linted beside one other file, found in its folder or given by name. */
const beside = (path: string, text: string, expected: boolean, given = '.') =>
  inFolder({ 'prod/service.yaml': patch, [path]: text }, async ({ run }) => {
    assert.is(isFound((await run('-f', 'compact', given)).out), expected);
  });

suite('cli/patches', (test) => {
  test('a manifest is linted', beside('prod/kustomization.yaml', 'resources: [service.yaml]\n', true));
  test('a patch is none', beside('prod/kustomization.yaml', 'patches:\n  - path: service.yaml\n', false));
  test('of the older form', beside('prod/kustomization.yml', 'patchesStrategicMerge:\n- ./service.yaml\n', false));
  test('named from a folder above', beside('Kustomization', 'patches: [{ path: prod/service.yaml }]\n', false));
  test(
    'given by name it is linted',
    beside('Kustomization', 'patches: [{ path: prod/service.yaml }]\n', true, 'prod/service.yaml'),
  );
  test('another of the name', beside('Kustomization', 'patches: [{ path: service.yaml }]\n', true));
  test(
    'what cannot be read names nothing',
    beside('Kustomization', 'patches: [{ path: prod/service.yaml\n  x\n', true),
  );
});
