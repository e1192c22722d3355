import * as assert from 'uvu/assert';
import metadata from '../../rules/metadata/index.ts';
import volumes from '../../rules/volumes/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

/** The ids of what is found in a service with this annotation and an NFS share. */
function found(place: 'template' | 'service', annotation: string): readonly string[] {
  const annotations = (at: string): string => (at === place ? `{ ${annotation} }` : '{}');
  const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, annotations: ${annotations('service')} }
spec:
  template:
    metadata: { annotations: ${annotations('template')} }
    spec:
      containers: [{ image: acme/web:1, volumeMounts: [{ name: share, mountPath: /share }] }]
      volumes: [{ name: share, nfs: { server: 10.0.0.1, path: /export } }]
`;
  const rules = [...metadata.rules, ...volumes.rules];
  return lint('service.yaml', text, { rules, explicit: true }).diagnostics.map(({ rule }) => rule);
}

suite('rules/volumes: networks', (test) => {
  test('a connection in the wrong place makes one finding', () => {
    assert.equal(found('service', 'run.googleapis.com/vpc-access-connector: acme'), ['misplaced-annotation']);
    assert.equal(found('template', 'run.googleapis.com/vpc-access-connector: acme'), []);
    assert.equal(found('template', 'run.googleapis.com/startup-cpu-boost: "true"'), ['nfs-without-vpc']);
  });
});
