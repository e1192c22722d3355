import type { Random } from '../random.ts';

/** How much of each thing a generated service has. */
export interface Size {
  /** 2 where absent. The first one takes the requests. */
  readonly containers?: number;
  /** Variables of every container. */
  readonly env?: number;
  /** Lines of comment before every variable of the first container. */
  readonly comments?: number;
  /** Comments that ask to ignore a rule, one before each of the first container's variables. */
  readonly ignores?: number;
  /** All in memory and mounted by the first container; none where absent. */
  readonly volumes?: number;
  /** Notes beside the service's own settings; none where absent. */
  readonly annotations?: number;
  /** Arguments of the first container. */
  readonly args?: number;
  /** Targets that take no share; no list where absent. */
  readonly traffic?: number;
}

const sidecars = [
  { name: 'collector', image: 'otel/opentelemetry-collector-contrib:0.117.0', port: 4318 },
  { name: 'nginx', image: 'nginx:1.27', port: 8080 },
  { name: 'sql-proxy', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.3', port: 5432 },
  { name: 'datadog', image: 'gcr.io/datadoghq/serverless-init:1', port: 8126 },
  { name: 'redis', image: 'redis:7.4', port: 6379 },
  { name: 'envoy', image: 'envoyproxy/envoy:v1.32.2', port: 9901 },
] as const;

/** A service as people write them, of any size. The same size gives the same text. */
export function service(size: Size = {}, name = 'shop'): string {
  const count = size.containers ?? 2;
  const lines = [
    'apiVersion: serving.knative.dev/v1',
    'kind: Service',
    'metadata:',
    `  name: ${name}`,
    '  annotations:',
    '    run.googleapis.com/ingress: all',
    ...repeat(size.annotations ?? 0, (i) => `    example.com/note-${i}: "text ${i}"`),
    'spec:',
    '  template:',
    '    metadata:',
    '      annotations:',
    '        run.googleapis.com/cpu-throttling: "false"',
    `        run.googleapis.com/container-dependencies: '${JSON.stringify(startOrder(count))}'`,
    '    spec:',
    '      containerConcurrency: 80',
    '      timeoutSeconds: 300',
    `      serviceAccountName: ${name}@example-project.iam.gserviceaccount.com`,
    '      containers:',
  ];
  for (let i = 0; i < count; i++) lines.push(...container(i, size));
  lines.push(
    ...section('      volumes:', size.volumes ?? 0, (i) => [
      `        - name: volume-${i}`,
      '          emptyDir: { medium: Memory, sizeLimit: 16Mi }',
    ]),
    ...section('  traffic:', size.traffic ?? 0, (i) => [`    - revisionName: ${name}-${i}`, '      percent: 0']),
  );
  return `${lines.join('\n')}\n`;
}

function container(index: number, size: Size): string[] {
  const kind = sidecars[index % sidecars.length]!;
  const first = index === 0;
  return [
    `        - name: ${first ? 'app' : `${kind.name}-${index}`}`,
    `          image: ${first ? `us-docker.pkg.dev/example-project/shop/app@sha256:${'a'.repeat(64)}` : kind.image}`,
    ...(first ? ['          ports:', '            - name: http1', '              containerPort: 8080'] : []),
    '          resources:',
    '            limits: { cpu: 1000m, memory: 512Mi }',
    '          startupProbe:',
    `            tcpSocket: { port: ${first ? 8080 : 10_000 + index} }`,
    '            periodSeconds: 5',
    '            failureThreshold: 10',
    ...section('          args:', first ? (size.args ?? 0) : 0, (i) => [`            - --flag-${i}=value`]),
    ...section('          env:', size.env ?? 6, (i) => [
      ...(first
        ? repeat(size.comments ?? 0, (line) => `            # Remark ${line} on what follows, in plain words.`)
        : []),
      ...(first && i < (size.ignores ?? 0) ? ['            # cloudrun-lint-ignore plaintext-secret: a stand-in'] : []),
      `            - name: SETTING_${i}`,
      ...(i % 5 === 4
        ? ['              valueFrom:', `                secretKeyRef: { name: secret-${i}, key: latest }`]
        : [`              value: ${i % 5 === 0 ? `http://localhost:${4000 + (i % 100)}/path` : `value ${i}`}`]),
    ]),
    ...section('          volumeMounts:', first ? (size.volumes ?? 0) : 0, (i) => [
      `            - { name: volume-${i}, mountPath: /mnt/volume-${i} }`,
    ]),
  ];
}

function startOrder(count: number): Record<string, string[]> {
  const names = Array.from({ length: count }, (_, i) =>
    i === 0 ? 'app' : `${sidecars[i % sidecars.length]!.name}-${i}`,
  );
  return Object.fromEntries(names.slice(0, -1).map((name, i) => [name, [names[i + 1]!]]));
}

function section(heading: string, count: number, lines: (index: number) => readonly string[]): string[] {
  return count > 0 ? [heading, ...Array.from({ length: count }, (_, i) => lines(i)).flat()] : [];
}

function repeat(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => line(i));
}

/** YAML that is none of Cloud Run's: Kubernetes objects, values and pipelines from one to a few kilobytes. */
export function otherYaml(random: Random): string {
  const name = `thing-${random.below(10_000)}`;
  const lines = [
    'apiVersion: apps/v1',
    'kind: Deployment',
    `metadata: { name: ${name}, labels: { app: ${name} } }`,
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
  ];
  for (let i = random.below(8) + 1; i > 0; i--) {
    lines.push(`        - name: c${i}`, `          image: registry.example.com/${name}/c${i}:1.${i}`, '          env:');
    for (let j = random.below(20); j > 0; j--) lines.push(`            - { name: KEY_${j}, value: "value ${j}" }`);
  }
  return `${lines.join('\n')}\n`;
}
