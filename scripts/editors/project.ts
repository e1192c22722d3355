import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A service with something to find, to fix, to rename, to complete and to tell of. */
export const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"web":["proxy"]}'
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        - name: web
          image: europe-docker.pkg.dev/acme-prod/shop/web
          ports:
            - containerPort: 8080
          env:
            - name: BACKEND_URL
              value: http://proxy:9901/x
          volumeMounts:
            - name: scratch
              mountPath: /scratch
        - name: proxy
          image: docker.io/envoyproxy/envoy:v1.30.0
          args: ["--admin-port=9901"]
          resources:
            limits:
              cpu: 500m
              memory: 256Mi
      volumes:
        - name: scratch
          emptyDir:
            sizeLimit: 64Mi
`;

/** A configuration of the proxy, whose mistake lies in a file of its own. */
const envoy = `static_resources:
  clusters:
    - name: web
      type: STATIC
      load_assignment:
        cluster_name: web
        endpoints:
          - lb_endpoints:
              - endpoint:
                  address:
                    socket_address: { address: web, port_value: 8080 }
`;

/** The proxy is called something else in between. */
const configuration = `rules:
  agent-scales-to-zero: off
beside:
  - { container: proxy, config: envoy.yaml }
  - { container: edge, config: envoy.yaml }
`;

/** What was found of one file, by the number of findings. */
export interface Counted {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** The command line that is tried in editors. */
export const cli = resolve('dist/cli.js');

/** A folder of its own for one editor, with the manifest, a file beside it and a configuration. */
export async function makeProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-editor-'));
  const all = {
    'deploy/service.yaml': manifest,
    'cloudrun-lint.yaml': configuration,
    'envoy.yaml': envoy,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  // What lies beside a manifest is looked for in its repository alone.
  await promisify(execFile)('git', ['init', '--quiet', folder]);
  return folder;
}

/** What the command line finds in a file and those beside it: what every editor has to show, no more and no less. */
export async function countedByCommandLine(folder: string, file: string): Promise<Counted> {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, '--fail-on', 'never', '-f', 'json', file], {
    cwd: folder,
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: keyof Counted; suppressed?: unknown }[] };
  const count = (severity: string): number =>
    diagnostics.filter((found) => found.severity === severity && !found.suppressed).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** In words. */
export function described({ error, warning, info }: Counted): string {
  return `findings: ${error} error, ${warning} warning, ${info} info`;
}
