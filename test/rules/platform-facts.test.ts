import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

interface Parts {
  /** Annotations of the resource as a whole. */
  readonly own?: string;
  /** Annotations of the template. */
  readonly template?: string;
  /** What stands beside `containers`. */
  readonly spec?: string;
  /** What the only container has beside its image, port and service account. */
  readonly container?: string;
  readonly image?: string;
}

const documents: Readonly<
  Record<'Service' | 'Job' | 'WorkerPool', (parts: string, pod: string, own: string) => string>
> = {
  Service: (template, pod, own) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, annotations: { ${own} } }
spec: { template: { metadata: { annotations: { ${template} } }, spec: { ${pod} } } }
`,
  Job: (template, pod, own) => `apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: shop, annotations: { ${own} } }
spec: { template: { metadata: { annotations: { ${template} } }, spec: { template: { spec: { ${pod} } } } } }
`,
  WorkerPool: (template, pod, own) => `apiVersion: run.googleapis.com/v1
kind: WorkerPool
metadata: { name: shop, annotations: { ${own} } }
spec: { template: { metadata: { annotations: { ${template} } }, spec: { ${pod} } } }
`,
};

/** Severity and rule of what is found in a resource that is right but for these parts, advice aside. */
function found(kind: keyof typeof documents, parts: Parts): string {
  const { own = '', template = '', spec = '', container = '', image = 'docker.io/acme/shop:1.4.2' } = parts;
  const account = 'serviceAccountName: shop@acme-prod.iam.gserviceaccount.com';
  const pod = `${account}, ${spec ? `${spec}, ` : ''}containers: [{ name: web, image: "${image}"${container ? `, ${container}` : ''} }]`;
  const text = documents[kind](template, pod, own);
  const { diagnostics, resources } = lint('a.yaml', text, { rules, target: 'cloud-run' });
  assert.is(resources, 1, text);
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  return [...new Set(grave.map(({ severity, rule }) => `${severity} ${rule}`))].sort().join(', ');
}

const gpu = (cpu: string, memory: string) =>
  `resources: { limits: { cpu: "${cpu}", memory: ${memory}, nvidia.com/gpu: "1" } }`;
const rtx = { spec: 'nodeSelector: { run.googleapis.com/accelerator: nvidia-rtx-pro-6000 }' };
const l4 = 'nodeSelector: { run.googleapis.com/accelerator: nvidia-l4 }';
const always = 'run.googleapis.com/cpu-throttling: "false"';
const oneZone = 'run.googleapis.com/gpu-zonal-redundancy-disabled: "true"';

/** What the documentation and the API description said in November 2026, each as a manifest and what is right of it. */
const facts: readonly (readonly [string, keyof typeof documents, Parts, string])[] = [
  ['public images of GitHub are pulled', 'Service', { image: 'ghcr.io/acme/shop:1.4.2' }, ''],
  ['other hosts are not', 'Service', { image: 'quay.io/acme/shop:1.4.2' }, 'error unsupported-registry'],
  ['sovereign clouds', 'Service', { image: 'u-france-east1-docker.s3nsregistry.fr/acme/shop/web:1.4.2' }, ''],
  ['CPU target', 'Service', { template: 'run.googleapis.com/scaling-cpu-target: "0.9"' }, ''],
  [
    'CPU target above its bound',
    'Service',
    { template: 'run.googleapis.com/scaling-cpu-target: "0.95"' },
    'error invalid-annotation-value',
  ],
  [
    'CPU target of a pool',
    'WorkerPool',
    { own: 'run.googleapis.com/scalingMode: automatic, run.googleapis.com/scaling-cpu-target: "0.7"' },
    '',
  ],
  [
    'CPU target on the template of a pool',
    'WorkerPool',
    { own: 'run.googleapis.com/scalingMode: automatic', template: 'run.googleapis.com/scaling-cpu-target: "0.7"' },
    'warning ineffective-annotation',
  ],
  [
    'both targets off',
    'Service',
    {
      template:
        'run.googleapis.com/scaling-cpu-target: disabled, run.googleapis.com/scaling-concurrency-target: disabled',
    },
    'error disabled-scaling-targets',
  ],
  [
    'bounds of a pool',
    'WorkerPool',
    { own: 'run.googleapis.com/minScale: "1"' },
    'warning bounds-without-automatic-scaling',
  ],
  [
    'Pub/Sub scaling',
    'WorkerPool',
    { own: 'run.googleapis.com/launch-stage: ALPHA, run.googleapis.com/pubsubScalings: "[]"' },
    '',
  ],
  ['SSH', 'Service', { own: 'run.googleapis.com/launch-stage: BETA, run.googleapis.com/ssh-enabled: "true"' }, ''],
  [
    'the former name of gen2',
    'Service',
    { template: 'run.googleapis.com/sandbox: gvisor' },
    'warning unknown-annotation',
  ],
  ['RTX PRO 6000', 'Service', { ...rtx, template: always, container: gpu('20', '80Gi') }, ''],
  [
    'RTX PRO 6000 with less',
    'Service',
    { ...rtx, template: always, container: gpu('8', '32Gi') },
    'error gpu-instance-size',
  ],
  [
    'a GPU task of two hours',
    'Job',
    { template: oneZone, spec: `${l4}, timeoutSeconds: 7200`, container: gpu('4', '16Gi') },
    '',
  ],
  [
    'a GPU task of a day',
    'Job',
    { template: oneZone, spec: `${l4}, timeoutSeconds: 86400`, container: gpu('4', '16Gi') },
    'error conflicting-gpu-setting',
  ],
  [
    'half a CPU for one container of a job',
    'Job',
    { container: 'resources: { limits: { cpu: 500m } }' },
    'error fractional-cpu',
  ],
  [
    'sandboxes of a service',
    'Service',
    {
      own: 'run.googleapis.com/launch-stage: BETA',
      spec: 'sandboxes: { templates: [{ name: py, image: docker.io/acme/py:1.4.2 }] }',
    },
    '',
  ],
  [
    'sandboxes of a job',
    'Job',
    {
      own: 'run.googleapis.com/launch-stage: BETA',
      spec: 'sandboxes: { templates: [{ name: py, image: docker.io/acme/py:1.4.2 }] }',
    },
    '',
  ],
  ['a grace period', 'Service', { spec: 'terminationGracePeriodSeconds: 30' }, 'warning ineffective-field'],
  [
    'an annotation of tomorrow',
    'Service',
    { own: 'run.googleapis.com/some-day: "true"' },
    'warning unknown-annotation',
  ],
];

const mount = 'volumeMounts: [{ name: disk, mountPath: /disk }]';

suite('rules: facts of the platform', (test) => {
  for (const [name, kind, parts, right] of facts) test(name, () => assert.is(found(kind, parts), right));

  test('an ephemeral disk needs no launch stage, the second generation, and ten gibibytes', () => {
    const disk = (size: string, generation: string) =>
      found('Service', {
        template: `run.googleapis.com/execution-environment: ${generation}`,
        spec: `volumes: [{ name: disk, emptyDir: { medium: Disk, sizeLimit: ${size} } }]`,
        container: mount,
      });
    assert.is(disk('10Gi', 'gen2'), '');
    assert.is(disk('5Gi', 'gen2'), 'warning disk-volume-too-small');
    assert.is(disk('10Gi', 'gen1'), 'warning gen2-feature-in-gen1');
  });

  test('what runs as an agent has no default service account', () => {
    const agent = (template: string) =>
      lint(
        'a.yaml',
        documents.Service(
          template,
          'containers: [{ image: docker.io/acme/shop:1.4.2 }]',
          'run.googleapis.com/launch-stage: BETA',
        ),
        { rules },
      ).diagnostics.map(({ rule }) => rule);
    assert.ok(agent('').includes('default-service-account'));
    assert.not.ok(agent('run.googleapis.com/identity-type: agent-identity').includes('default-service-account'));
  });

  test('an instance by itself is linted', () => {
    const text = `apiVersion: run.googleapis.com/v1
kind: Instance
metadata: { name: shop, annotations: { run.googleapis.com/launch-stage: BETA } }
spec: { containers: [{ image: docker.io/acme/shop:1.4.2, livenessProbe: { tcpSocket: { port: 8080 } } }] }
`;
    const { diagnostics } = lint('a.yaml', text, { rules });
    assert.ok(diagnostics.some(({ rule }) => rule === 'tcp-liveness'));
  });
});
