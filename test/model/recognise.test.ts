import * as assert from 'uvu/assert';
import { recognise } from '../../src/model/recognise.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const containers = 'containers: [{ image: a }]';
const pod = `{ spec: { ${containers} } }`;

const cases: readonly (readonly [string | undefined, string])[] = [
  ['Service', `{ apiVersion: serving.knative.dev/v1, kind: Service }`],
  ['Job', `{ apiVersion: run.googleapis.com/v1, kind: Job }`],
  ['WorkerPool', `{ apiVersion: run.googleapis.com/v1, kind: WorkerPool }`],
  ['Instance', `{ apiVersion: run.googleapis.com/v1, kind: Instance }`],
  ['Instance', `{ apiVersion: run.googleapi.com/v1, kind: Instance, spec: { ${containers} } }`],
  [undefined, `{ kind: Instance, spec: { ${containers} } }`],
  [undefined, `{ apiVersion: compute.cnrm.cloud.google.com/v1beta1, kind: Instance, spec: { ${containers} } }`],
  ['Service', `{ apiVersion: v1, kind: Service, spec: { template: ${pod} } }`],
  ['Service', `{ kind: Service, spec: { template: ${pod} } }`],
  ['Service', `{ apiVersion: serving.knativ.dev/v1, kind: Service, spec: { template: ${pod} } }`],
  ['Job', `{ kind: Job, spec: { template: { spec: { template: ${pod} } } } }`],
  ['WorkerPool', `{ kind: WorkerPool, spec: { template: ${pod} } }`],
  [undefined, '{ apiVersion: v1, kind: Service, spec: { selector: { app: shop } } }'],
  [undefined, `{ apiVersion: batch/v1, kind: Job, spec: { template: ${pod} } }`],
  [undefined, `{ kind: Job, spec: { template: ${pod} } }`],
  [undefined, `{ apiVersion: apps/v1, kind: Deployment, spec: { template: ${pod} } }`],
  [undefined, `{ apiVersion: acme.example/v1, kind: Service, spec: { template: ${pod} } }`],
  [undefined, '{ apiVersion: serving.knative.dev/v1, kind: Route }'],
  [undefined, '[]'],
  [undefined, 'text'],
];

suite('recognise', (test) => {
  test('knows what Cloud Run deploys, also with a missing or misspelt apiVersion', () => {
    for (const [kind, text] of cases) {
      assert.is(recognise(new YamlSource('a.yaml', text).documents[0]!)?.kind, kind, text);
    }
  });
});
