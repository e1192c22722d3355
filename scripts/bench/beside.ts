import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleScript } from '../bundle-script.ts';
import type { BesideRounds } from './beside-child.ts';
import { median, ms, table } from './statistics.ts';
import { makeFolder } from './workspace.ts';

const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: edge
          image: europe-docker.pkg.dev/acme/shop/edge:1.4
          ports: [{ containerPort: 8080 }]
        - name: app
          image: europe-docker.pkg.dev/acme/shop/app:1.4
          env: [{ name: PORT, value: "8081" }, { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: "http://localhost:4317" }]
        - name: otel
          image: europe-docker.pkg.dev/acme/shop/otel:1.4
`;

/** Two images with a Dockerfile and a configuration each, of usual length. */
const neighbours: Readonly<Record<string, string>> = {
  'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf\n',
  'edge/default.conf': `server {\n  listen 8080;\n${Array.from(
    { length: 20 },
    (_, i) => `  location /${i} {\n    proxy_set_header Host $host;\n    proxy_pass http://localhost:8081;\n  }\n`,
  ).join('')}}\n`,
  'otel/Dockerfile':
    'FROM otel/opentelemetry-collector-contrib:0.136.0\nCOPY config.yaml /etc/otelcol-contrib/config.yaml\n',
  'otel/config.yaml': `receivers:
  otlp:
    protocols:
      grpc: { endpoint: 0.0.0.0:4317 }
processors:
  batch:
  resource:
    attributes:
${Array.from({ length: 20 }, (_, i) => `      - { key: team.${i}, value: shop-${i}, action: upsert }\n`).join('')}exporters:
  googlecloud:
service:
  pipelines:
    traces: { receivers: [otlp], processors: [resource, batch], exporters: [googlecloud] }
    metrics: { receivers: [otlp], processors: [resource, batch], exporters: [googlecloud] }
`,
};

/**
 * One manifest in a warm process of bundled code with and without the files beside it, which are read from the disk anew
 * each time; and one of a single container, for which nothing is looked for.
 */
export async function beside(): Promise<string> {
  const folder = await makeFolder();
  const child = await bundleScript('scripts/bench/beside-child.ts', await makeFolder());
  const files = { ...neighbours, 'deploy/service.yaml': manifest, '.git/HEAD': '' };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const output = execFileSync(process.execPath, [child, folder], { encoding: 'utf8' });
  const { opened, several, one } = JSON.parse(output) as BesideRounds;
  const row = (name: string, alone: readonly number[], together: readonly number[]): readonly string[] => [
    name,
    ms(median(alone)),
    ms(median(together)),
    ms(median(together.map((spent, i) => spent - alone[i]!))),
  ];
  const told = table(
    `One manifest with its ${Object.keys(neighbours).length} neighbours, a warm process, CPU time, Node ${process.version} (aim: at most 5 ms more; nothing for one container)`,
    [
      ['', 'manifest alone', 'with neighbours', 'more'],
      row('three containers', several.alone, several.together),
      row('one container', one.alone, one.together),
    ],
  );
  return `${told}  files and folders looked at: ${opened.several} for three containers, ${opened.one} for one\n`;
}
