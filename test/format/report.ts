import type { Diagnostic, Related } from '../../src/diagnostic.ts';
import type { FormatOptions, Report } from '../../src/report.ts';
import { Lines } from '../../src/tree/lines.ts';
import type { Range, Span } from '../../src/tree/span.ts';
import { rules } from './rules.ts';

/** How the snapshots are formatted: no colours, 80 columns, run in a folder of the repository. */
export const options: FormatOptions = { colors: false, version: '1.2.3', width: 80, root: 'deploy/' };

const service = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: web
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"app":["proxy"]}'
    spec:
      containers:
        - name: app
          image: europe-docker.pkg.dev/shop/web/app:latest
          ports: [{ containerPort: 8080 }]
        - name: proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          args: [--port=5432, --structured-logs, --health-check, --http-address=0.0.0.0, "shop:europe-west1:orders"]
          env:
            - { name: PASSWORD, value: hunter2 } # cloudrun-lint-ignore plaintext-secret: only on my machine
          ports: [{ containerPort: 5432 }]
`;

const job = [
  'apiVersion: run.googleapis.com/v1',
  'kind: Job',
  'metadata: { name: 夜間バッチ, labels: { team: データ } }',
  'spec:',
  '  template:',
  '    spec:',
  '      template:',
  '        spec:',
  '          containers:',
  '            - image:\t"docker.io/library/busybox"\t# 📦 tabs, wide and é',
  '              resources: { limits: { cpu: 3, memory: 128Mi } }',
  '',
].join('\r\n');

const texts: Readonly<Record<string, string>> = { 'service.yaml': service, 'jobs/ジョブ 1.yaml': job };

/** Where the n-th occurrence of `needle` lies in a text. */
export function find(text: string, needle: string, nth = 1): { span: Span; range: Range } {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(needle, start + 1);
  if (start < 0) throw new Error(`No "${needle}" in the text`);
  const span = { start, end: start + needle.length };
  return { span, range: new Lines(text).range(span) };
}

interface Place {
  readonly at: string;
  readonly nth?: number;
}

type Made = Place &
  Omit<Diagnostic, 'range' | 'span' | 'fingerprint' | 'related'> & {
    readonly related?: readonly (Place & { readonly message: string })[];
  };

function make({ at, nth, related = [], ...rest }: Made): Diagnostic {
  const text = texts[rest.path]!;
  const others: Related[] = related.map((other) => ({ message: other.message, ...find(text, other.at, other.nth) }));
  return { ...rest, ...find(text, at, nth), fingerprint: `${rest.rule}:${rest.pointer}`, related: others };
}

const diagnostics: readonly Diagnostic[] = [
  make({
    path: 'jobs/ジョブ 1.yaml',
    rule: 'floating-image-tag',
    severity: 'info',
    message: 'The image "docker.io/library/busybox" has no tag, so each execution may run another build.',
    help: 'Write a version or a digest.',
    pointer: '/spec/template/spec/template/spec/containers/0/image',
    subject: { kind: 'Job', name: '夜間バッチ' },
    at: '"docker.io/library/busybox"',
    related: [{ at: '📦', message: 'Wide.' }],
  }),
  make({
    path: 'jobs/ジョブ 1.yaml',
    rule: 'invalid-cpu',
    severity: 'error',
    message: 'The CPU limit 3 is not one of the sizes of Cloud Run. The nearest are "2" and "4".',
    pointer: '/spec/template/spec/template/spec/containers/0/resources/limits/cpu',
    subject: { kind: 'Job', name: '夜間バッチ' },
    at: '3',
    fix: {
      title: 'Write the next size, "4"',
      safe: true,
      edits: [{ ...find(job, '3').span, text: '"4"' }],
    },
  }),
  make({
    path: 'service.yaml',
    rule: 'floating-image-tag',
    severity: 'info',
    message: 'The tag "latest" of the image of "app" moves.',
    pointer: '/spec/template/spec/containers/0/image',
    subject: { kind: 'Service', name: 'web', container: 'app' },
    at: 'latest',
    suppressed: { by: 'baseline' },
  }),
  make({
    path: 'service.yaml',
    rule: 'dependency-without-startup-probe',
    severity: 'error',
    message: '"proxy" is waited for by "app" but has no startup probe. Cloud Run refuses such a revision.',
    help: 'Write "startupProbe: { tcpSocket: { port: 5432 } }" in "proxy".',
    predicts: "Dependent container 'proxy' must have startup probe specified",
    pointer: '/spec/template/spec/containers/1/startupProbe',
    subject: { kind: 'Service', name: 'web', container: 'proxy' },
    at: 'proxy',
    nth: 2,
    related: [{ at: '"proxy"', message: '"app" waits for "proxy" here.' }],
    fix: {
      title: 'Add a startup probe on the health port, and ask for the health check',
      safe: false,
      edits: [
        { ...find(service, '--health-check').span, text: '--health-check, --http-port=9090' },
        { ...at('          env:'), text: '          startupProbe: { tcpSocket: { port: 9090 } }\n' },
      ],
    },
  }),
  make({
    path: 'service.yaml',
    rule: 'plaintext-secret',
    severity: 'warning',
    message: 'The instance name of "proxy" looks like a secret.',
    pointer: '/spec/template/spec/containers/1/args/4',
    subject: { kind: 'Service', name: 'web', container: 'proxy' },
    at: '"shop:europe-west1:orders"',
    related: [
      { at: '--structured-logs', message: 'This flag writes it to the logs.' },
      { at: '5432', nth: 2, message: 'Whoever dials this port can read it.' },
    ],
  }),
  make({
    path: 'service.yaml',
    rule: 'plaintext-secret',
    severity: 'warning',
    message: 'The variable "PASSWORD" of "proxy" holds a secret in plain text.',
    pointer: '/spec/template/spec/containers/1/env/0/value',
    subject: { kind: 'Service', name: 'web', container: 'proxy' },
    at: 'hunter2',
    suppressed: { by: 'comment', reason: 'only on my machine' },
  }),
];

/** The empty place in front of some text of the service. */
function at(needle: string): Span {
  const { start } = find(service, needle).span;
  return { start, end: start };
}

/** One report with everything in it: files, related places, suppressed findings, fixes, CRLF, tabs and wide text. */
export const report: Report = {
  diagnostics,
  rules,
  files: [
    { path: 'clean.yaml', resources: 2 },
    { path: 'jobs/ジョブ 1.yaml', resources: 1, text: job },
    { path: 'other.yaml', resources: 0 },
    { path: 'service.yaml', resources: 1, text: service },
  ],
};

/** The same files, without any finding. */
export const cleanReport: Report = { ...report, diagnostics: [] };
