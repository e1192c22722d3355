import * as assert from 'uvu/assert';
import { type Dialect, dialectOf } from '../../src/model/dialect.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { recognise } from '../../src/model/recognise.ts';
import type { Service } from '../../src/model/service.ts';
import type { Surroundings } from '../../src/model/surroundings.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

interface Given {
  readonly metadata?: string;
  readonly template?: string;
  readonly spec?: string;
  readonly image?: string;
  readonly after?: string;
  readonly path?: string;
}

const service = ({
  metadata = '',
  template = '',
  spec = '',
  image = 'docker.io/acme/shop:1.4.2',
  after = '',
}: Given) => `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, ${metadata} }
spec:
  template:
    metadata: { ${template} }
    spec:
      ${spec}
      containers:
        - image: ${image}
${after}`;

function dialect(given: Given, surroundings?: Surroundings): Dialect {
  const [document] = new YamlSource(given.path ?? 'service.yaml', service(given)).documents;
  return dialectOf(recognise(document!, surroundings) as Service);
}

const signals: readonly (readonly [Dialect, Given])[] = [
  ['either', {}],
  ['either', { template: 'annotations: { autoscaling.knative.dev/maxScale: "5" }' }],
  ['cloud-run', { metadata: 'annotations: { run.googleapis.com/ingress: all }' }],
  ['cloud-run', { metadata: 'labels: { cloud.googleapis.com/location: europe-west1 }' }],
  ['cloud-run', { metadata: 'namespace: 123456789012' }],
  ['cloud-run', { spec: 'serviceAccountName: shop@acme.iam.gserviceaccount.com' }],
  ['cloud-run', { image: 'europe-docker.pkg.dev/acme/shop/web:1' }],
  ['cloud-run', { path: 'deploy/cloudrun/service.yaml' }],
  ['either', { path: 'cloudrun/some/where/service.yaml' }],
  ['cloud-run', { after: '# deployed with gcloud run services replace\n' }],
  ['knative', { metadata: 'labels: { networking.knative.dev/visibility: cluster-local }' }],
  ['knative', { template: 'annotations: { autoscaling.knative.dev/target: "10" }' }],
  ['knative', { metadata: 'namespace: default' }],
  ['knative', { spec: 'imagePullSecrets: [{ name: registry }]' }],
  ['knative', { spec: 'affinity: {}' }],
  ['knative', { spec: 'nodeSelector: { cloud.google.com/gke-accelerator: nvidia-tesla-t4 }' }],
  ['cloud-run', { spec: 'nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }' }],
  ['either', { spec: 'restartPolicy: Always' }],
  ['knative', { image: 'quay.io/acme/shop:1' }],
  ['either', { image: 'ghcr.io/acme/shop:1' }],
  ['knative', { image: 'ko://github.com/acme/shop' }],
  ['knative', { after: '---\napiVersion: eventing.knative.dev/v1\nkind: Trigger\n' }],
  // What Google knows wins over what only a cluster knows: then it is a mistake, and worth telling.
  ['cloud-run', { metadata: 'annotations: { run.googleapis.com/ingress: all }', spec: 'affinity: {}' }],
];

suite('dialect', (test) => {
  test('tells Cloud Run from Knative by what only one of them knows', () => {
    for (const [expected, given] of signals) assert.is(dialect(given), expected, JSON.stringify(given));
  });

  test('takes a service that may be for both as its surroundings say', () => {
    const around: readonly Surroundings[] = [
      { target: 'cloud-run', deployer: () => 'gcloud' },
      { target: 'auto', deployer: () => 'skaffold' },
    ];
    for (const surroundings of around) {
      assert.is(dialect({}, surroundings), 'cloud-run');
      assert.is(dialect({ spec: 'affinity: {}' }, surroundings), 'knative');
    }
  });

  test('leaves services for a cluster alone unless told otherwise', () => {
    const source = new YamlSource('service.yaml', service({ spec: 'affinity: {}' }));
    const auto = new ManifestFile(source, { explicit: true, target: 'auto' });
    assert.is(auto.workloads.length, 0);
    assert.is(auto.passedOver.length, 1);
    const cloudRun = new ManifestFile(source, { explicit: true, target: 'cloud-run' });
    assert.is(cloudRun.workloads.length, 1);
    assert.is(cloudRun.passedOver.length, 0);
  });
});
