import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { originOf } from '../../src/dialect/origin.ts';
import { isMarked, mayConcernUs, sourceOf } from '../../src/dialect/source-of.ts';
import { lint } from '../../src/lint.ts';
import type { AnyField, Edits } from '../../src/tree/edit.ts';
import { Field } from '../../src/tree/field.ts';
import type { Node } from '../../src/tree/node.ts';
import { suite } from '../suite.ts';

/** `?` before what is unknown, `=` before what is implied. */
function show(node: Node | null | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.unknown ? `?${node.text}` : node.text;
  if (node.kind === 'list') return node.items.map(show);
  return Object.fromEntries(node.entries.map(({ key, value, implied }) => [implied ? `=${key}` : key, show(value)]));
}

/** What a document is made of, where it is read in other words than v1's. */
function kindOf(text: string): string | undefined {
  return originOf(sourceOf('object.yaml', text).documents[0]?.root)?.kind.resource;
}

function fieldAt(text: string, path: string): AnyField {
  let field = Field.root<Record<string, never>>(sourceOf('object.yaml', text).documents[0]!);
  for (const step of path.split('/')) {
    field = (/^\d+$/.test(step) ? field.items[Number(step)] : field.get(step.replaceAll('~', '/'))) as never;
  }
  return field as unknown as AnyField;
}

const annotation = (key: string): string => `spec/template/metadata/annotations/${key.replaceAll('/', '~')}`;
const image = 'containers: [{ image: docker.io/acme/shop:1.4.2 }]';

suite('dialect: objects of the v2 API', (test) => {
  test('a name of several lines is shown at its key', () => {
    const head =
      'apiVersion: run.cnrm.cloud.google.com/v1beta1\nkind: RunService\nmetadata:\n  name: |-\n    Shop\n    1\n';
    const { diagnostics } = lint('a.yaml', `${head}spec: { template: { ${image} } }\n`, { rules });
    const found = diagnostics.find(({ rule }) => rule === 'invalid-service-name');
    assert.equal(found?.range.start, { line: 4, column: 3 });
  });

  const kinds: Readonly<Record<string, string | undefined>> = {
    [`name: projects/p/locations/l/services/shop\ntemplate: { ${image} }`]: 'Service',
    [`name: projects/p/locations/l/workerPools/shop\ntemplate: { ${image} }`]: 'WorkerPool',
    [`name: projects/p/locations/l/jobs/shop\ntemplate: { template: { ${image} } }`]: 'Job',
    [`template: { taskCount: 3, template: { ${image} } }`]: 'Job',
    [`ingress: INGRESS_TRAFFIC_ALL\ntemplate: { ${image} }`]: 'Service',
    [`template: { maxInstanceRequestConcurrency: 80, ${image} }`]: 'Service',
    [`template: { ${image} }\ninstanceSplits: [{ type: INSTANCE_SPLIT_ALLOCATION_TYPE_LATEST }]`]: 'WorkerPool',
    // One form for services and worker pools.
    [`launchStage: BETA\ntemplate: { ${image} }`]: undefined,
    // Nothing that only the v2 API has.
    [`template: { ${image} }\ntraffic: [{ percent: 100 }]`]: undefined,
    // A field that no object has.
    [`replicaCount: 2\ningress: INGRESS_TRAFFIC_ALL\ntemplate: { ${image} }`]: undefined,
    // An item that is no container.
    'ingress: INGRESS_TRAFFIC_ALL\ntemplate: { containers: [{ name: shop }] }': undefined,
    'ingress: INGRESS_TRAFFIC_ALL\ntemplate: [a]': undefined,
    '- a': undefined,
    [`apiVersion: run.cnrm.cloud.google.com/v1beta1\nkind: RunService\nspec: { template: { ${image} } }`]: 'RunService',
    [`apiVersion: run.cnrm.cloud.google.com/v1beta1\nkind: RunJob\nspec: { template: { template: { ${image} } } }`]:
      'RunJob',
    [`apiVersion: run.cnrm.cloud.google.com/v1beta1\nkind: Other\nspec: { template: { ${image} } }`]: undefined,
    [`apiVersion: apps/v1\nkind: RunService\nspec: { template: { ${image} } }`]: undefined,
    'apiVersion: run.cnrm.cloud.google.com/v1beta1\nkind: RunService\nspec: text': undefined,
  };
  for (const [text, expected] of Object.entries(kinds)) {
    test(`takes ${JSON.stringify(text)} for ${expected ?? 'nothing'}`, () => {
      assert.is(kindOf(text), expected);
    });
  }

  const api = `name: projects/p/locations/l/services/shop
ingress: "INGRESS_TRAFFIC_ALL"
template:
  timeout: 300s
  revision: shop-1
  sessionAffinity: true
  vpcAccess: { egress: ALL_TRAFFIC, networkInterfaces: [{ network: default, tags: [a] }] }
  containers:
    - name: shop
      image: docker.io/acme/shop:1.4.2
      dependsOn: [proxy]
      args: [one, "two"]
      resources: { cpuIdle: false }
      env: [{ name: A, valueSource: { secretKeyRef: { secret: projects/p/secrets/db } } }]
    - name: proxy
      image: docker.io/acme/proxy:1
      resources: { cpuIdle: false }
  volumes:
    - { name: scratch, emptyDir: { sizeLimit: 1Gi } }
    - { name: sql, cloudSqlInstance: { instances: [a:b:c, d:e:f] } }
`;
  const connector = `apiVersion: run.cnrm.cloud.google.com/v1beta1
kind: RunService
metadata: { name: shop, labels: { team: checkout } }
spec:
  projectRef: { external: acme-prod }
  template:
    serviceAccountRef: { external: shop@acme-prod.iam.gserviceaccount.com }
    encryptionKeyRef: { name: key }
    containers:
      - image: docker.io/acme/shop:1.4.2
        resources: { limits: { cpu: "1", someRef: { external: no } }, startupCPUBoost: true }
        env:
          - name: A
            valueSource: { secretKeyRef: { secretRef: { external: db }, versionRef: { name: latest } } }
    volumes:
      - { name: sql, cloudSQLInstance: { instanceRefs: [{ external: a:b:c }, { external: d:e:f }] } }
`;
  const values: readonly (readonly [text: string, path: string, expected: unknown])[] = [
    [api, 'metadata/name', 'shop'],
    [api, `metadata/annotations/${'run.googleapis.com~ingress'}`, 'all'],
    [api, 'spec/template/spec/timeoutSeconds', '300'],
    [api, 'spec/template/metadata/name', 'shop-1'],
    [api, annotation('run.googleapis.com/sessionAffinity'), 'true'],
    [api, annotation('run.googleapis.com/vpc-access-egress'), 'all-traffic'],
    [api, annotation('run.googleapis.com/network-interfaces'), '[{"network":"default","tags":["a"]}]'],
    [api, annotation('run.googleapis.com/container-dependencies'), '{"shop":["proxy"]}'],
    [api, annotation('run.googleapis.com/cpu-throttling'), 'false'],
    [api, annotation('run.googleapis.com/cloudsql-instances'), 'a:b:c,d:e:f'],
    [api, 'spec/template/spec/containers/0/env/0/valueFrom/secretKeyRef', { name: 'db', '=key': 'latest' }],
    [api, 'spec/template/spec/volumes', [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi', '=medium': 'Memory' } }]],
    [connector, 'metadata/name', 'shop'],
    [connector, 'metadata/labels', null],
    [connector, 'spec/template/spec/serviceAccountName', 'shop@acme-prod.iam.gserviceaccount.com'],
    [connector, annotation('run.googleapis.com/encryption-key'), '?${encryption_key}'.replace('_k', 'K')],
    [connector, annotation('run.googleapis.com/startup-cpu-boost'), 'true'],
    [connector, annotation('run.googleapis.com/cloudsql-instances'), 'a:b:c,d:e:f'],
    [connector, 'spec/template/spec/containers/0/env/0/valueFrom/secretKeyRef', { name: 'db', key: '?${version}' }],
    [connector, 'spec/template/spec/containers/0/resources/limits/someRef', { external: 'no' }],
  ];
  for (const [text, path, expected] of values) {
    test(`reads ${path} of ${text === api ? 'the API' : 'Config Connector'}`, () => {
      assert.equal(show(fieldAt(text, path).node), expected);
    });
  }

  test('knows nothing of a number that stands for a word, and takes a text for what it says', () => {
    const numbers = `name: projects/p/locations/l/services/shop
launchStage: 4
ingress: '4'
template: { executionEnvironment: 2, vpcAccess: { egress: 1 }, maxInstanceRequestConcurrency: 4, ${image} }`;
    const texts = (path: string): unknown => show(fieldAt(numbers, path).node);
    assert.is(fieldAt(numbers, 'metadata/annotations/run.googleapis.com~launch-stage').unknown, true);
    assert.is(fieldAt(numbers, annotation('run.googleapis.com/execution-environment')).unknown, true);
    assert.is(fieldAt(numbers, annotation('run.googleapis.com/vpc-access-egress')).unknown, true);
    assert.is(texts('metadata/annotations/run.googleapis.com~ingress'), '4');
    assert.is(texts('spec/template/spec/containerConcurrency'), '4');
  });

  test('gives what nobody names a name that is not known', () => {
    const field = fieldAt(`ingress: INGRESS_TRAFFIC_ALL\ntemplate: { ${image} }`, 'metadata/name');
    assert.is(field.unknown, true);
  });

  /** The lines that an edit changes, behind it. */
  function changed(text: string, path: string, edit: (field: AnyField) => Edits): readonly string[] | undefined {
    const edits = edit(fieldAt(text, path));
    if (!edits) return undefined;
    const [{ start, end, text: inserted } = { start: 0, end: 0, text: '' }] = edits;
    const before = text.split('\n');
    return `${text.slice(0, start)}${inserted}${text.slice(end)}`.split('\n').filter((line) => !before.includes(line));
  }

  const edits: readonly (readonly [path: string, value: string, lines: readonly string[] | undefined])[] = [
    ['spec/template/spec/containers/0/image', 'docker.io/acme/shop:2', ['      image: docker.io/acme/shop:2']],
    ['spec/template/spec/containers/0/args/0', 'a, b', ['      args: ["a, b", "two"]']],
    ['spec/template/spec/containers/0/args/1', 'b', ['      args: [one, "b"]']],
    ['spec/template/spec/timeoutSeconds', '200', ['  timeout: 200s']],
    ['metadata/name', 'store', ['name: projects/p/locations/l/services/store']],
    ['metadata/annotations/run.googleapis.com~ingress', 'internal', ['ingress: "INGRESS_TRAFFIC_INTERNAL_ONLY"']],
    [annotation('run.googleapis.com/sessionAffinity'), 'false', ['  sessionAffinity: false']],
    [
      annotation('run.googleapis.com/vpc-access-egress'),
      'private-ranges-only',
      ['  vpcAccess: { egress: PRIVATE_RANGES_ONLY, networkInterfaces: [{ network: default, tags: [a] }] }'],
    ],
    // What several values make, or nobody wrote, stands nowhere.
    [annotation('run.googleapis.com/cloudsql-instances'), 'a:b:c', undefined],
    [annotation('run.googleapis.com/cpu-throttling'), 'true', undefined],
    ['spec/template/spec/volumes/0/emptyDir/medium', 'Disk', undefined],
  ];
  for (const [path, value, lines] of edits) {
    test(`${lines ? 'replaces' : 'leaves'} ${path}`, () => {
      const edit = (field: AnyField) => field.source.editor!.replaceScalar(field, value);
      assert.equal(changed(api, path, edit), lines);
    });
  }

  test('replaces a piece of a text', () => {
    const edit = (field: AnyField) => field.source.editor!.replaceText(field, 20, 25, '2.0');
    assert.equal(changed(api, 'spec/template/spec/containers/0/image', edit), ['      image: docker.io/acme/shop:2.0']);
  });

  test('changes manifests beside them as ever', () => {
    const text = `${api}---\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n`;
    const source = sourceOf('object.yaml', text);
    const field = Field.root<{ metadata: { name: string } }>(source.documents[1]!).get('metadata');
    assert.ok(source.editor?.insertEntry(field as unknown as AnyField, 'namespace', 'x'));
    assert.not(source.editor?.insertEntry(fieldAt(api, 'spec/template/spec'), 'serviceAccountName', 'x'));
  });

  const odd = {
    'Config Connector': `apiVersion: run.cnrm.cloud.google.com/v1beta1
kind: RunService
spec:
  template: { containers: [null, 1, [], { image: 3 }], volumes: { a: b }, vpcAccess: [], scaling: 3, timeout: {}, serviceAccountRef: [] }
  traffic: {}
  ingress: []
`,
    'the API': `name: projects/p/locations/l/jobs/report
template:
  template:
    containers: [{ image: null, env: {}, ports: 3, resources: [], startupProbe: [], volumeMounts: { a: 1 }, dependsOn: {}, __proto__: 1 }]
    volumes: [null, { secret: 3 }]
labels: []
annotations: 3
`,
  };
  for (const [whose, text] of Object.entries(odd)) {
    test(`takes whatever stands in the places of an object of ${whose}`, () => {
      const { diagnostics, resources } = lint('object.yaml', text, { rules });
      assert.is(resources, 1);
      assert.not(diagnostics.some(({ rule }) => rule === 'internal-error'));
    });
  }

  test('looks for words before it reads', () => {
    assert.ok(mayConcernUs('a.yaml', `ingress: INGRESS_TRAFFIC_ALL\ntemplate: { ${image} }`));
    assert.not(mayConcernUs('a.yaml', `template: { ${image} }`));
    assert.not(mayConcernUs('a.json', '{ "description": "of serving.knative.dev/v1" }'));
    assert.ok(mayConcernUs('a.json', '{ "apiVersion": "serving.knative.dev/v1" }'));
    assert.not(isMarked('a.yaml', `ingress: INGRESS_TRAFFIC_ALL\ntemplate: { ${image} }`));
    assert.ok(isMarked('a.yaml', 'apiVersion: run.cnrm.cloud.google.com/v1beta1'));
  });
});
