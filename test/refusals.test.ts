import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

/** Where a field is put: the manifest with `@` in place of it. */
const places = {
  spec: 'spec: { @, template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2 }] } } }',
  pod: 'spec: { template: { spec: { @, containers: [{ image: docker.io/acme/shop:1.4.2 }] } } }',
  container: 'spec: { template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2, @ }] } } }',
  job: 'spec: { @, template: { spec: { template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2 }] } } } } }',
  execution:
    'spec: { template: { spec: { @, template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2 }] } } } } }',
  task: 'spec: { template: { spec: { template: { spec: { @, containers: [{ image: docker.io/acme/shop:1.4.2 }] } } } } }',
  traffic:
    'spec: { template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2 }] } }, traffic: [{ percent: 100, @ }] }',
  pool: 'spec: { @, template: { spec: { containers: [{ image: docker.io/acme/shop:1.4.2 }] } } }',
} as const;

type Place = keyof typeof places;

const kinds: Readonly<Partial<Record<Place, string>>> = {
  job: 'Job',
  execution: 'Job',
  task: 'Job',
  pool: 'WorkerPool',
};

function manifest(place: Place, field: string): string {
  const kind = kinds[place] ?? 'Service';
  const group = kind === 'Service' ? 'serving.knative.dev' : 'run.googleapis.com';
  return `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: { name: shop }\n${places[place].replace('@', field)}\n`;
}

function errors(place: Place, field: string): readonly string[] {
  const { diagnostics } = lint('a.yaml', manifest(place, field), { rules, target: 'cloud-run' });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${message} [${rule}]`);
}

/** What gcloud's decoder was measured to refuse. */
const refused: Readonly<Record<Place, readonly string[]>> = {
  spec: ['replicas: 2', 'selector: {}', 'strategy: {}', 'scaling: { maxInstanceCount: 1 }', 'template2: {}'],
  pod: [
    'initContainers: []',
    'restartPolicy: Always',
    'hostNetwork: true',
    'securityContext: {}',
    'serviceAccount: shop',
    'tolerations: []',
    'affinity: {}',
    'nodeName: a',
    'automountServiceAccountToken: false',
    'responseStartTimeoutSeconds: 5',
    'dnsPolicy: Default',
    'hostAliases: []',
    'schedulerName: a',
    'priorityClassName: a',
    'topologySpreadConstraints: []',
    'shareProcessNamespace: true',
    'volumes: [{ name: a, hostPath: { path: /a } }]',
    'volumes: [{ name: a, projected: {} }]',
    'volumes: [{ name: a, persistentVolumeClaim: { claimName: a } }]',
    'volumes: [{ name: a, gcs: { bucket: a } }]',
    'volumes: [{ name: a, csi: { driver: gcsfuse.run.googleapis.com, fsType: ext4 } }]',
    'volumes: [{ name: a, emptyDir: { sizeLimit: 100 } }]',
    'timeoutSeconds: 300s',
  ],
  container: [
    'lifecycle: {}',
    'securityContext: { runAsNonRoot: true }',
    'securityContext: { privileged: true }',
    'dependsOn: [a]',
    'restartPolicy: Always',
    'stdin: true',
    'tty: true',
    'volumeDevices: []',
    'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: a } } }]',
    'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: a } } }]',
    'env: [{ name: A, valueFrom: { secretKeyRef: { name: a, key: 1 } } }]',
    'env: [{ name: A, value: 5 }]',
    'env: [{ name: A, value: true }]',
    'env: [{ name: A, value: no }]',
    'env: [{ name: A, value: 12:30 }]',
    'env: [{ name: A, value: 0400 }]',
    'env: [{ name: A, value: 1.10 }]',
    'env: [{ name: A, value: 2024-01-01 }]',
    'args: [1]',
    'name: 1',
    'ports: [{ containerPort: 8080, hostPort: 80 }]',
    'ports: [{ containerPort: http }]',
    'volumeMounts: [{ name: a, mountPath: /a, mountPropagation: None }]',
    'volumeMounts: [{ name: a, mountPath: /a, subPathExpr: a }]',
    'resources: { limits: { cpu: 1 } }',
    'resources: { limits: { nvidia.com/gpu: 1 } }',
    'resources: { claims: [] }',
    'resources: { cpuIdle: true }',
    'livenessProbe: { exec: { command: [a] } }',
    'livenessProbe: { httpGet: { port: http } }',
    'livenessProbe: { httpGet: { port: 80 }, terminationGracePeriodSeconds: 5 }',
  ],
  job: ['backoffLimit: 1', 'completions: 1', 'schedule: "* * * * *"', 'ttlSecondsAfterFinished: 1'],
  execution: ['restartPolicy: Never', 'backoffLimit: 1', 'completions: 1', 'containers: []'],
  task: ['restartPolicy: Never', 'activeDeadlineSeconds: 5', 'containerConcurrency: 1'],
  traffic: ['type: TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', 'latestRevision: "true"'],
  pool: ['traffic: []', 'replicas: 1'],
};

/** What gcloud's decoder was measured to take, right or not; none of it is a mistake of form. */
const taken: readonly (readonly [Place, string])[] = [
  ['pod', 'timeoutSeconds: "300"'],
  ['pod', 'serviceAccountName:'],
  ['pod', 'volumes: []'],
  ['container', 'command: /bin/shop'],
  ['container', 'ports: [{ containerPort: "8080" }]'],
  ['container', 'env: [{ name: A, value: }]'],
  ['container', 'env: { name: A, value: b }'],
  ['container', 'resources: []'],
  ['container', 'name: shop, workingDir: ~'],
  ['traffic', 'latestRevision: yes'],
];

suite('refusals', (test) => {
  for (const [place, fields] of Object.entries(refused) as [Place, readonly string[]][]) {
    test(`what gcloud refuses in the ${place} is an error`, () => {
      for (const field of fields) assert.ok(errors(place, field).length > 0, `${place}: ${field}`);
    });
  }

  test('what gcloud takes is none', () => {
    for (const [place, field] of taken) assert.equal(errors(place, field), [], `${place}: ${field}`);
  });
});
