import * as assert from 'uvu/assert';
import { terraformEditor } from '../../src/dialect/terraform/editor.ts';
import { TerraformFile } from '../../src/dialect/terraform/file.ts';
import {
  appendItem,
  deleteEntry,
  type Edits,
  insertEntry,
  replaceScalar,
  replaceText,
  setEntry,
} from '../../src/tree/edit.ts';
import { Field } from '../../src/tree/field.ts';
import { suite } from '../suite.ts';

type Any = Field<Record<string, never>>;

const text = `resource "google_cloud_run_v2_service" "shop" {
  name = "shop"

  template {
    timeout = "300s"

    containers {
      name  = "shop"
      image = "docker.io/acme/shop:1.4.2"
      args  = ["--port", "80"]

      resources {
        limits = {
          cpu = "1"
        }
      }
    }

    containers {
      name  = "cache"
      image = local.image
      args = [
        "--a",
        "--b"
      ]

      resources {
        cpu_idle = true
      }
    }

    volumes {
      name = "scratch"

      empty_dir {
        medium = "MEMORY"
      }
    }

    vpc_access {
      egress = "ALL_TRAFFIC"
    }

    volumes {
      name = "spare"

      dynamic "empty_dir" {
        for_each = var.spare

        content {
          medium = "MEMORY"
        }
      }
    }
  }
}

locals {
  image = "docker.io/library/redis:7.4"
}
`;

/** The lines that an edit changes, behind it. */
function changed(edit: (at: (path: string) => Any) => Edits): readonly string[] | undefined {
  const root = Field.root<Record<string, never>>(new TerraformFile('main.tf', text).documents[0]!);
  const at = (path: string): Any => {
    let field = root as Any;
    for (const step of path.split(' ').filter(Boolean)) {
      field = (/^\d+$/.test(step)
        ? (field as unknown as Field<Any[]>).items[Number(step)]
        : field.get(step)) as unknown as Any;
    }
    return field;
  };
  const raw = edit(at);
  if (!raw) return undefined;
  const edits = terraformEditor.finish!(root.source, raw);
  let after = text;
  for (const { start, end, text: put } of edits.toSorted((a, b) => b.start - a.start)) {
    after = after.slice(0, start) + put + after.slice(end);
  }
  const before = new Set(text.split('\n'));
  return after.split('\n').filter((line) => !before.has(line));
}

const containers = 'spec template spec containers';

suite('terraform editor', (test) => {
  const cases: Readonly<Record<string, readonly [Parameters<typeof changed>[0], readonly string[] | undefined]>> = {
    'replaces a text in its quotes': [
      (at) => replaceScalar(at(`${containers} 0 image`), 'docker.io/acme/"shop":${TAG}'),
      ['      image = "docker.io/acme/\\"shop\\":$${TAG}"'],
    ],
    'replaces a word of v1 by that of Terraform': [
      (at) =>
        replaceScalar(
          at('spec template metadata annotations').get('run.googleapis.com/vpc-access-egress' as never),
          'private-ranges-only',
        ),
      ['      egress = "PRIVATE_RANGES_ONLY"'],
    ],
    'replaces the part of a text that v1 has': [
      (at) => replaceScalar(at('spec template spec timeoutSeconds'), '60'),
      ['    timeout = "60s"'],
    ],
    'leaves alone what stands in a local value': [(at) => replaceScalar(at(`${containers} 1 image`), 'x'), undefined],
    'replaces a piece of a text': [
      (at) => replaceText(at(`${containers} 0 args 0`), 2, 6, 'address'),
      ['      args  = ["--address", "80"]'],
    ],
    'adds an item to a list on one line': [
      (at) => appendItem(at(`${containers} 0 args`), '--quiet'),
      ['      args  = ["--port", "80", "--quiet"]'],
    ],
    'adds an item to a list on several lines': [
      (at) => appendItem(at(`${containers} 1 args`), '--c'),
      ['        "--b",', '        "--c",'],
    ],
    'adds an argument, and keeps the signs below each other': [
      (at) => insertEntry(at('spec template spec volumes 0 emptyDir'), 'sizeLimit', '64Mi'),
      ['        medium     = "MEMORY"', '        size_limit = "64Mi"'],
    ],
    'lets a container wait for another': [
      (at) =>
        setEntry(
          at('spec template metadata annotations'),
          'run.googleapis.com/container-dependencies',
          '{"shop":["cache"]}',
        ),
      [
        '      name       = "shop"',
        '      image      = "docker.io/acme/shop:1.4.2"',
        '      args       = ["--port", "80"]',
        '      depends_on = ["cache"]',
      ],
    ],
    'says cpu_idle in all containers': [
      (at) => setEntry(at('spec template metadata annotations'), 'run.googleapis.com/cpu-throttling', 'false'),
      ['        cpu_idle = false', '        cpu_idle = false'],
    ],
    'makes the block that an argument lies in': [
      (at) => insertEntry(at('spec template metadata annotations'), 'autoscaling.knative.dev/maxScale', '3'),
      ['    scaling {', '      max_instance_count = 3'],
    ],
    'puts an argument into the block that it belongs to, whatever v1 makes of it': [
      (at) => insertEntry(at('spec template metadata annotations'), 'run.googleapis.com/vpc-access-connector', 'shop'),
      ['      egress    = "ALL_TRAFFIC"', '      connector = "shop"'],
    ],
    'takes an argument out': [(at) => deleteEntry(at(`${containers} 0 args`)), []],
    'takes nothing out that a list holds': [(at) => deleteEntry(at(`${containers} 0 args 0`)), undefined],
    'puts nothing where a dynamic block may bring it': [
      (at) => insertEntry(at('spec template spec volumes 1 emptyDir'), 'sizeLimit', '64Mi'),
      undefined,
    ],
    'adds nothing twice': [(at) => insertEntry(at(`${containers} 0`), 'image', 'x'), undefined],
  };
  for (const [name, [edit, expected]] of Object.entries(cases)) {
    test(name, () => assert.equal(changed(edit), expected));
  }
});
