import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { service, workloads } from './reading.ts';

suite('model/volumes', (test) => {
  test('finds a volume by its name, and where it is mounted', () => {
    const shop = service(`{ spec: {
      containers: [{ name: a, volumeMounts: [{ name: v, mountPath: /a/ }] }, { name: b, volumeMounts: [{ name: v, mountPath: /b }] }],
      volumes: [{ name: v, emptyDir: {} }, { name: v, secret: { secretName: s } }, { name: w }] } }`);
    assert.is(shop.volume('v'), shop.volumes[0]);
    assert.is(shop.volume('x'), undefined);
    assert.equal(
      shop.mountsOf(shop.volumes[0]!).map(({ container, path }) => `${container.name}:${path}`),
      ['a:/a', 'b:/b'],
    );
    assert.equal(shop.mountsOf(shop.volumes[1]!), []);
    assert.equal(shop.mountsOf(shop.volumes[2]!), []);
    assert.ok(shop.hasKnownMounts);
    assert.is(shop.mountsOf(shop.volumes[0]!)[1]!.volume, shop.volumes[0]);
  });

  test('knows what a volume is made of', () => {
    const { volumes } = service(`{ spec: { volumes: [
      { name: a, emptyDir: {} }, { name: b, emptyDir: { medium: Disk } }, { name: c, emptyDir: { medium: "%M%" } },
      { name: d, emptyDir: null }, { name: e, nfs: {}, csi: {} } ] } }`);
    assert.equal(
      volumes.map(({ sources }) => sources),
      [['emptyDir'], ['emptyDir'], ['emptyDir'], [], ['csi', 'nfs']],
    );
    assert.equal(volumes.map(({ isMemory }) => isMemory).slice(0, 3), [true, false, false]);
  });

  test('does not vouch for mounts that it cannot read', () => {
    for (const mounts of ['[{ name: "${VOLUME}", mountPath: /a }]', '"{{ mounts }}"']) {
      assert.not(service(`{ spec: { containers: [{ volumeMounts: ${mounts} }] } }`).hasKnownMounts, mounts);
    }
    const [filled] = workloads(`apiVersion: serving.knative.dev/v1
kind: Service
spec:
  template:
    spec:
      containers:
        - image: a
          volumeMounts:
            - { name: v, mountPath: /a }
            \${extra_mounts}
`);
    assert.ok(filled?.mayHoldMore);
    assert.not(filled?.hasKnownMounts);
  });
});
