import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

/** What a colleague who knows the product would say of each wrong example, gravest first. */
const headlines: Readonly<Record<string, readonly string[]>> = {
  'alloydb-auth-proxy': [
    'exposed-database-proxy',
    'database-proxy-without-instance',
    'unknown-proxy-flag',
    'database-proxy-without-vpc',
  ],
  'apache-httpd': ['proxy-port-mismatch', 'proxy-starts-before-app', 'unknown-app-port'],
  'cloud-sql-auth-proxy': ['database-port-mismatch', 'unreachable-probe', 'database-proxy-without-vpc'],
  'datadog-agent': [
    'invalid-datadog-site',
    'log-path-not-shared',
    'agent-probe-mismatch',
    'throttled-agent',
    'app-starts-before-agent',
  ],
  envoy: ['several-ingress-containers', 'proxy-without-limits'],
  'from-kubernetes': [
    'kubernetes-field',
    'unsupported-env-source',
    'unsupported-probe',
    'invalid-namespace',
    'unbounded-memory-volume',
  ],
  istio: ['kubernetes-mesh-sidecar', 'unsupported-env-source', 'ineffective-mesh-annotation'],
  linkerd: ['kubernetes-mesh-sidecar', 'unsupported-registry', 'ineffective-mesh-annotation'],
  nginx: ['bypassed-proxy', 'shadowed-config', 'proxy-without-limits'],
  'opentelemetry-collector': [
    'dependency-without-startup-probe',
    'otlp-protocol-mismatch',
    'throttled-agent',
    'agent-without-limits',
    'floating-sidecar-tag',
  ],
};

/** The products that have their services in Terraform too. */
const inTerraform = [
  'alloydb-auth-proxy',
  'cloud-sql-auth-proxy',
  'datadog-agent',
  'envoy',
  'nginx',
  'opentelemetry-collector',
];

/** What is said of wrong ones in other forms. */
const inOtherForms: Readonly<Record<string, readonly string[]>> = {
  'cloud-sql-auth-proxy/wrong.module.tf': ['v1-annotation-in-v2', 'plaintext-secret', 'cloudsql-volume-without-mount'],
  'datadog-agent/wrong.module.tf': ['invalid-datadog-site', 'app-starts-before-agent', 'agent-port-mismatch'],
  'nginx/wrong.connector.yaml': [
    'v1-annotation-in-v2',
    'default-service-account',
    'unknown-argument',
    'bypassed-proxy',
  ],
  'opentelemetry-collector/wrong.v2.json': ['dependency-without-startup-probe', 'throttled-agent'],
};

async function rulesFoundIn(path: string): Promise<string[]> {
  const { diagnostics } = lint(path, await readFile(path, 'utf8'), { rules, explicit: true });
  return diagnostics.map(({ rule, range, message }) => `${rule} ${path}:${range.start.line} ${message}`);
}

suite('examples', (test) => {
  test('every folder has a wrong and a right service', async () => {
    const folders = Object.keys(headlines).flatMap((name) => [
      `examples/${name}/right.yaml`,
      `examples/${name}/wrong.yaml`,
    ]);
    assert.equal((await globby('examples/*/{right,wrong}.yaml')).sort(), folders.sort());
  });

  test('applications have their Dockerfiles beside them, and these are read', async () => {
    const dockerfiles = await globby('examples/*/*/Dockerfile');
    assert.equal(dockerfiles.length, 4);
    for (const path of dockerfiles) {
      const manifest = join(dirname(dirname(path)), 'right.yaml');
      const argv = ['--import', 'tsx', 'src/cli/main.ts', '--print-config', manifest];
      const printed = execFileSync(process.execPath, argv, { encoding: 'utf8' });
      assert.ok(printed.includes(`${path}  folder of the image's name`), printed);
    }
  });

  for (const [path, expected] of Object.entries(inOtherForms)) {
    test(`${path}: what is wrong is said, and nothing of the right one`, async () => {
      const found = await rulesFoundIn(`examples/${path}`);
      assert.equal(
        found.map((line) => line.split(' ')[0]),
        expected,
      );
      assert.equal(await rulesFoundIn(`examples/${path.replace('wrong', 'right')}`), []);
    });
  }

  for (const name of inTerraform) {
    test(`${name}: nothing is said of the right one in Terraform`, async () => {
      assert.equal(await rulesFoundIn(`examples/${name}/right.tf`), []);
    });

    test(`${name}: of the wrong one the same is said in Terraform as in YAML`, async () => {
      const [yaml, hcl] = await Promise.all(
        ['yaml', 'tf'].map(async (ending) => {
          const found = await rulesFoundIn(`examples/${name}/wrong.${ending}`);
          return found.map((line) => line.split(' ')[0]).sort();
        }),
      );
      assert.equal(hcl, yaml);
    });
  }

  for (const [name, expected] of Object.entries(headlines)) {
    test(`${name}: nothing is said of the right one`, async () => {
      assert.equal(await rulesFoundIn(`examples/${name}/right.yaml`), []);
    });

    test(`${name}: the wrong one is seen for what it is`, async () => {
      const found = (await rulesFoundIn(`examples/${name}/wrong.yaml`)).map((line) => line.split(' ')[0]);
      assert.equal(
        expected.filter((rule) => !found.includes(rule)),
        [],
        `found ${found.join(', ')}`,
      );
    });
  }
});
