import * as assert from 'uvu/assert';
import { TerraformFile } from '../../src/dialect/terraform/file.ts';
import type { Node } from '../../src/tree/node.ts';
import { suite } from '../suite.ts';

/** A tree on a few lines: `?` before what is unknown, `…` where more may come, `=` before what is implied. */
function show(node: Node | null | undefined): unknown {
  if (!node) return null;
  if (node.kind === 'scalar') return node.unknown ? `?${node.text}` : node.text;
  if (node.kind === 'list') return [...node.items.map(show), ...(node.isOpen ? ['…'] : [])];
  const entries = node.entries.map(({ key, value, implied }) => [implied ? `=${key}` : key, show(value)]);
  return { ...Object.fromEntries(entries), ...(node.isOpen && { '…': true }) };
}

/** What stands at a path of the manifest that the first resource stands for. */
function read(text: string, path: string, others: readonly string[] = []): unknown {
  const [document] = new TerraformFile('main.tf', text, () => others).documents;
  let node: Node | null | undefined = document?.root;
  for (const step of path.split('/')) {
    if (node?.kind === 'map') node = node.entries.find(({ key }) => key === step.replaceAll('~', '/'))?.value;
    else node = node?.kind === 'list' ? node.items[Number(step)] : undefined;
  }
  return show(node);
}

const spec = 'spec/template/spec';
const annotation = (key: string): string => `spec/template/metadata/annotations/${key.replaceAll('/', '~')}`;

function service(template: string, around = ''): string {
  return `${around}\nresource "google_cloud_run_v2_service" "shop" {\n  name = "shop"\n  template {\n${template}\n  }\n}\n`;
}

function container(...lines: string[]): string {
  return `    containers {\n      image = "docker.io/acme/shop:1.4.2"\n${lines.map((line) => `      ${line}\n`).join('')}    }`;
}

suite('terraform as a manifest', (test) => {
  const values: Readonly<Record<string, readonly [hcl: string, read: unknown, around?: string]>> = {
    'a text': ['["a", "b"]', ['a', 'b']],
    'an inserted variable': ['["${var.a}-x"]', ['${var.a}-x']],
    'an escaped insertion': ['["$${HOST}"]', ['${HOST}']],
    'a variable as the whole list': ['var.args', '?${var.args}'],
    'a list with more': ['concat(["a"], module.x.args)', ['a', '…']],
    'a list of lists': ['concat(["a"], ["b"])', ['a', 'b']],
    'a local list': ['local.args', ['a', '8080'], 'locals {\n  port = 8080\n  args = ["a", local.port]\n}'],
    'a local object': ['[local.names.app]', ['shop'], 'locals {\n  names = { app = "shop" }\n}'],
    'a local value in a circle': ['[local.a]', ['?${local.a}'], 'locals {\n  a = local.b\n  b = local.a\n}'],
    'a local value that nobody gives': ['[local.a]', ['?${local.a}']],
    'an item of a local list': ['[local.list[1]]', ['b'], 'locals {\n  list = ["a", "b"]\n}'],
    'a condition': ['var.x ? ["a"] : []', '?${var.x ? ["a"] : []}'.replaceAll('"', ' ').replace('[ a ]', '[ a ]')],
    'a format': ['[format("%s:%d", var.host, 80)]', ['${var.host}:80']],
    'a join': ['[join(",", ["a", "b"])]', ['a,b']],
    null: ['null', null],
  };
  for (const [name, [hcl, expected, around]] of Object.entries(values)) {
    test(`reads ${name}`, () => {
      assert.equal(read(service(container(`args = ${hcl}`), around), `${spec}/containers/0/args`), expected);
    });
  }

  test('takes local values from the other files of the folder, and shows them where they are used', () => {
    const text = service(container('args = local.args'));
    assert.equal(read(text, `${spec}/containers/0/args`, ['locals {\n  args = ["a"]\n}']), ['a']);
  });

  test('makes the blocks of a dynamic block over what is known', () => {
    const env =
      'dynamic "env" {\n for_each = { A = "1", B = "2" }\n content {\n name = env.key\n value = env.value\n }\n }';
    assert.equal(read(service(container(env)), `${spec}/containers/0/env`), [
      { name: 'A', value: '1' },
      { name: 'B', value: '2' },
    ]);
  });

  test('leaves open what a dynamic block over a variable may add, and nothing else', () => {
    const env = 'dynamic "env" {\n for_each = var.env\n content {\n name = env.key\n }\n }';
    const text = service(
      container(env, 'env {\n name = "A"\n }', 'startup_probe {\n tcp_socket {\n port = 80\n }\n }'),
    );
    assert.equal(read(text, `${spec}/containers/0`), {
      image: 'docker.io/acme/shop:1.4.2',
      env: [{ name: 'A' }, '…'],
      startupProbe: { tcpSocket: { port: '80' } },
    });
  });

  test('knows nothing of a single block that may or may not be there', () => {
    const text = service(container('dynamic "resources" {\n for_each = var.x\n content {\n limits = {}\n }\n }'));
    assert.equal(read(text, `${spec}/containers/0/resources`), { limits: '?${resources}' });
  });

  test('leaves a merged map open, and what a later part may change unknown', () => {
    const text = `resource "google_cloud_run_service" "shop" {
      template {
        metadata {
          annotations = merge(local.base, var.more, { "b" = "2" })
        }
      }
    }
    locals {
      base = { "a" = "1" }
    }`;
    assert.equal(read(text, 'spec/template/metadata/annotations'), { a: '?${a}', b: '2', '…': true });
  });

  test('makes one start order of what each container waits for', () => {
    const text = service(
      `${container('name = "shop"', 'depends_on = ["proxy", var.other]')}\n${container('name = "proxy"')}`,
    );
    assert.is(read(text, annotation('run.googleapis.com/container-dependencies')), '{"shop":["proxy","${var.other}"]}');
  });

  const idle: Readonly<Record<string, readonly [containers: readonly string[], expected: unknown]>> = {
    'absent resources': [[''], null],
    'resources without it': [['resources {\n limits = {}\n }'], 'false'],
    true: [['resources {\n cpu_idle = true\n }'], 'true'],
    'a variable': [['resources {\n cpu_idle = var.x\n }'], '?${cpu_idle}'],
    'two that differ': [['resources {\n cpu_idle = true\n }', 'resources {\n cpu_idle = false\n }'], '?${cpu_idle}'],
  };
  for (const [name, [containers, expected]] of Object.entries(idle)) {
    test(`reads cpu_idle of ${name}`, () => {
      const text = service(containers.map((lines) => container(lines)).join('\n'));
      assert.is(read(text, annotation('run.googleapis.com/cpu-throttling')), expected);
    });
  }

  test('makes an annotation of a Cloud SQL volume, and takes its mounts out', () => {
    const mount = 'volume_mounts {\n name = "sql"\n mount_path = "/cloudsql"\n }';
    const volume = '    volumes {\n name = "sql"\n cloud_sql_instance {\n instances = ["p:r:a", "p:r:b"]\n }\n }';
    const text = service(`${container(mount)}\n${volume}`);
    assert.is(read(text, annotation('run.googleapis.com/cloudsql-instances')), 'p:r:a,p:r:b');
    assert.is(read(text, `${spec}/volumes`), null);
    assert.is(read(text, `${spec}/containers/0/volumeMounts`), null);
  });

  test('says what v1 has to say where Terraform has a default', () => {
    const text = service(`${container('')}\n    volumes {\n name = "a"\n empty_dir {\n }\n }`);
    assert.equal(read(text, `${spec}/volumes/0`), { name: 'a', emptyDir: { '=medium': 'Memory' } });
  });

  test('knows nothing of what ignore_changes leaves to others', () => {
    const text = service(`${container('')}\n  }\n  lifecycle {\n ignore_changes = [template[0].containers[0].image]`);
    assert.equal(read(text, `${spec}/containers/0`), { image: '?${image}' });
  });

  test('reads times, secrets and Cloud Storage as v1 has them', () => {
    const text = service(`    timeout = "300s"
    volumes {
      name = "files"
      gcs {
        bucket        = "acme"
        mount_options = ["implicit-dirs", "uid=1000"]
      }
    }
${container('env {\n name = "A"\n value_source {\n secret_key_ref {\n secret = "projects/p/secrets/db"\n }\n }\n }')}`);
    assert.is(read(text, `${spec}/timeoutSeconds`), '300');
    assert.equal(read(text, `${spec}/volumes/0/csi`), {
      volumeAttributes: { bucketName: 'acme', mountOptions: 'implicit-dirs,uid=1000' },
      '=driver': 'gcsfuse.run.googleapis.com',
    });
    assert.equal(read(text, `${spec}/containers/0/env/0/valueFrom/secretKeyRef`), { name: 'db', '=key': 'latest' });
  });
});
