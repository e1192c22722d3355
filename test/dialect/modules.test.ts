import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { originOf } from '../../src/dialect/origin.ts';
import { TerraformFile } from '../../src/dialect/terraform/file.ts';
import { lint } from '../../src/lint.ts';
import type { Node } from '../../src/tree/node.ts';
import { suite } from '../suite.ts';

/** `?` before what is unknown, `…` where more may come, `=` before what is implied. */
function show(node: Node | null | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.unknown ? '?' : node.text;
  if (node.kind === 'list') return [...node.items.map(show), ...(node.isOpen ? ['…'] : [])];
  const entries = node.entries.map(({ key, value, implied }) => [implied ? `=${key}` : key, show(value)]);
  return { ...Object.fromEntries(entries), ...(node.isOpen && { '…': true }) };
}

function read(text: string, path: string): unknown {
  let node: Node | null | undefined = new TerraformFile('main.tf', text).documents[0]?.root;
  for (const step of path.split('/')) {
    if (node?.kind === 'map') node = node.entries.find(({ key }) => key === step.replaceAll('~', '/'))?.value;
    else node = node?.kind === 'list' ? node.items[Number(step)] : undefined;
  }
  return show(node);
}

/** The rules that find something, with the lines. */
function found(text: string): readonly string[] {
  return lint('main.tf', text, { rules, explicit: true }).diagnostics.map(
    ({ rule, range }) => `${range.start.line} ${rule}`,
  );
}

const spec = 'spec/template/spec';
const annotation = (key: string): string => `spec/template/metadata/annotations/run.googleapis.com~${key}`;

const official = (inputs: string, source = 'GoogleCloudPlatform/cloud-run/google//modules/v2'): string =>
  `module "shop" {\n  source = "${source}"\n  service_name = "shop"\n${inputs}\n}\n`;
const datadog = (template: string, inputs = '', source = 'DataDog/cloud-run-datadog/google'): string =>
  `module "shop" {\n  source = "${source}"\n  name = "shop"\n${inputs}\n  template = {\n${template}\n  }\n}\n`;
const container = (...fields: string[]): string =>
  `containers = [{ container_image = "docker.io/acme/shop:1.4.2", ${fields.join(', ')} }]`;
const app = 'containers = [{ name = "shop", image = "docker.io/acme/shop:1.4.2", ports = { container_port = 8080 } }]';

suite('dialect: calls of modules', (test) => {
  const sources: Readonly<Record<string, boolean>> = {
    'GoogleCloudPlatform/cloud-run/google//modules/v2': true,
    'registry.terraform.io/GoogleCloudPlatform/cloud-run/google//modules/v2': true,
    'github.com/GoogleCloudPlatform/terraform-google-cloud-run//modules/v2?ref=v0.30.0': true,
    'git::https://github.com/GoogleCloudPlatform/terraform-google-cloud-run.git//modules/v2?ref=v0.30.0': true,
    'git@github.com:DataDog/terraform-google-cloud-run-datadog.git?ref=v2': true,
    'DataDog/cloud-run-datadog/google': true,
    'GoogleCloudPlatform/cloud-run/google': false,
    'GoogleCloudPlatform/cloud-run/google//modules/job-exec': false,
    'github.com/acme/terraform-google-cloud-run//modules/v2': false,
    './modules/v2': false,
    'DataDog/cloud-run-datadog/aws': false,
  };
  for (const [source, isRead] of Object.entries(sources)) {
    test(`${isRead ? 'reads' : 'passes over'} ${source}`, () => {
      assert.is(new TerraformFile('main.tf', official('', source)).documents.length, isRead ? 1 : 0);
    });
  }

  test('passes over a source that is no text, and a module without name', () => {
    assert.is(new TerraformFile('main.tf', 'module "a" {\n  source = local.x\n}\n').documents.length, 0);
    assert.is(
      new TerraformFile('main.tf', 'module {\n  source = "DataDog/cloud-run-datadog/google"\n}\n').documents.length,
      1,
    );
  });

  const values: readonly (readonly [name: string, text: string, path: string, expected: unknown])[] = [
    ['names', official(container('container_name = "a"')), `${spec}/containers/0/name`, 'a'],
    ['images', official(container()), `${spec}/containers/0/image`, 'docker.io/acme/shop:1.4.2'],
    [
      'ports',
      official(container('ports = { container_port = 80 }')),
      `${spec}/containers/0/ports`,
      [{ containerPort: '80' }],
    ],
    ['ports that nobody gives', official(container()), `${spec}/containers/0/ports`, '?'],
    ['ports that are empty', official(container('ports = {}')), `${spec}/containers/0/ports`, '?'],
    [
      'variables of both maps',
      official(container('env_vars = { A = "1" }', 'env_secret_vars = { B = { secret = "b", version = "2" } }')),
      `${spec}/containers/0/env`,
      [
        { name: 'A', value: '1' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 'b', key: '2' } } },
      ],
    ],
    ['unknown variables', official(container('env_vars = var.x')), `${spec}/containers/0/env`, '?'],
    [
      'variables with more',
      official(container('env_vars = merge(var.x, { A = "1" })')),
      `${spec}/containers/0/env`,
      [{ name: 'A', value: '1' }, '…'],
    ],
    [
      'a GPU',
      official(container('resources = { limits = { nvidia_gpu = "1" } }')),
      `${spec}/containers/0/resources/limits`,
      { 'nvidia.com/gpu': '1' },
    ],
    ['CPU that is throttled by itself', official(container('resources = {}')), annotation('cpu-throttling'), 'true'],
    [
      'CPU that is not throttled',
      official(container('resources = { cpu_idle = false }')),
      annotation('cpu-throttling'),
      'false',
    ],
    ['the environment', official(container()), annotation('execution-environment'), 'gen2'],
    ['a service account of its own', official(container()), `${spec}/serviceAccountName`, '?'],
    [
      'no service account',
      official(`create_service_account = false\n${container()}`),
      `${spec}/serviceAccountName`,
      null,
    ],
    ['a service account', official(`service_account = "a@b"\n${container()}`), `${spec}/serviceAccountName`, 'a@b'],
    ['unknown containers', official('containers = var.x'), `${spec}/containers`, '?'],
    [
      'containers with a sidecar',
      official(`enable_prometheus_sidecar = true\n${container()}`),
      `${spec}/containers/1`,
      null,
    ],
    [
      'one network',
      official(`vpc_access = { network_interfaces = { network = "n" } }\n${container()}`),
      annotation('network-interfaces'),
      '[{"network":"n"}]',
    ],
    [
      'Identity-Aware Proxy',
      official(`iap_members = ["user:a"]\n${container()}`),
      'metadata/annotations/run.googleapis.com~iap-enabled',
      'true',
    ],
    ['the agent', datadog(app), `${spec}/containers/1/name`, 'datadog-sidecar'],
    [
      'the image of the agent',
      datadog(app, 'datadog_sidecar = { image = "x:1" }'),
      `${spec}/containers/1/image`,
      'x:1',
    ],
    [
      'the probe of the agent',
      datadog(app, 'datadog_sidecar = { health_port = 1234 }'),
      `${spec}/containers/1/startupProbe`,
      { '=tcpSocket': { '=port': '1234' } },
    ],
    ['an unknown agent', datadog(app, 'datadog_sidecar = var.x'), `${spec}/containers/1`, null],
    [
      'the volume of the agent',
      datadog(app),
      `${spec}/volumes`,
      [{ '=name': 'shared-volume', '=emptyDir': { '=medium': 'Memory', '…': true } }],
    ],
    ['no volume without logs', datadog(app, 'datadog_enable_logging = false'), `${spec}/volumes`, null],
    [
      'mounts of all',
      datadog(app),
      `${spec}/containers/0/volumeMounts`,
      [{ '=name': 'shared-volume', '=mountPath': '/shared-volume' }, '…'],
    ],
    ['variables of the application', datadog(app), `${spec}/containers/0/env`, '?'],
    [
      'a template that is not known',
      'module "a" {\n  source = "DataDog/cloud-run-datadog/google"\n  template = var.x\n}\n',
      `${spec}/containers`,
      '?',
    ],
  ];
  for (const [name, text, path, expected] of values) {
    test(`reads ${name}`, () => assert.equal(read(text, path), expected));
  }

  test('takes the place of a sidecar and of mounts that the call gives', () => {
    const text = datadog(`containers = [
      { name = "datadog-sidecar", image = "docker.io/acme/other:1" },
      { name = "shop", image = "docker.io/acme/shop:1.4.2", volume_mounts = [{ name = "x", mount_path = "/shared-volume" }] },
    ]`);
    assert.is(read(text, `${spec}/containers/0/name`), 'shop');
    assert.is(read(text, `${spec}/containers/2`), null);
    assert.equal(read(text, `${spec}/containers/0/volumeMounts/0`), {
      '=name': 'shared-volume',
      '=mountPath': '/shared-volume',
    });
  });

  test('says nothing false of what a module adds', () => {
    const quiet = `service_account = "a@b"\n    scaling = { min_instance_count = 1 }\n    containers = [{
      name = "shop", image = "docker.io/acme/shop:1.4.2", depends_on = ["datadog-sidecar"], ports = { container_port = 8080 }
      resources = { cpu_idle = false, limits = { cpu = "1", memory = "512Mi" } }
    }]`;
    assert.equal(found(datadog(quiet, '  datadog_api_key = var.key')), []);
    const sidecar = `enable_prometheus_sidecar = true\ncontainers = [{
      container_image = "docker.io/acme/shop:1.4.2", depends_on_container = ["collector"], ports = { container_port = 8080 }
    }]`;
    assert.equal(found(official(sidecar)), []);
  });

  test('names inputs, and the way to them', () => {
    const text = official(`timeout = "4000s"\n${container('resources = { limits = { cpu = "1", memory = "8Gi" } }')}`);
    const { diagnostics } = lint('main.tf', text, { rules, explicit: true });
    assert.equal(
      diagnostics.map(({ rule, pointer }) => `${rule} ${pointer}`),
      [
        'timeout-out-of-range /module/shop/timeout',
        'memory-out-of-range /module/shop/containers/0/resources/limits/memory',
      ],
    );
    const origin = originOf(new TerraformFile('main.tf', text).documents[0]!.root)!;
    assert.is(origin.address, 'module.shop');
    assert.equal(origin.kind.spell?.(['template', 'containers', 'env', 'value_source', 'secret_key_ref']), [
      'containers',
      'env_secret_vars',
    ]);
    assert.equal(origin.kind.spell?.(['template']), ['module']);
    assert.equal(origin.kind.spell?.(['scaling', 'min_instance_count']), ['service_scaling', 'min_instance_count']);
  });
});
