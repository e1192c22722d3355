import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import type { Knowledge } from '../../src/editor/knowledge.ts';
import { OpenFile, type Snapshot } from '../../src/editor/open-file.ts';
import { outlineOf } from '../../src/editor/symbols.ts';
import { analyse } from '../../src/lint.ts';
import { suite } from '../suite.ts';
import { open, placeOf, shop } from './manifest.ts';

const knowledge: Knowledge = {
  page: (id) => rules.find((rule) => rule.id === id),
  schema: (kind) => JSON.parse(readFileSync(`schemas/${kind}.json`, 'utf8')),
};

const terraform = `
resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"

  template {
    service_account       = "shop@acme-prod.iam.gserviceaccount.com"
    execution_environment = "EXECUTION_ENVIRONMENT_GEN2"

    scaling {
      max_instance_count = 4
    }

    containers {
      name  = "shop"
      image = "docker.io/acme/shop:1.4.2"

      ports {
        container_port = 8080
      }
    }

    containers {
      name  = "collector"
      image = "docker.io/otel/opentelemetry-collector-contrib:0.128.0"
    }
  }
}
`;

const openTerraform = (text: string): Snapshot =>
  new OpenFile((given) => analyse('main.tf', given, { rules })).take(text);

const told = (text: string, piece: string): string =>
  hoverAt(open(text), placeOf(text, piece), knowledge)?.markdown ?? '';

suite('hover', (test) => {
  test('tells of a field what it is for and what it may hold', () => {
    const port = told(shop, 'port: 9901');
    assert.match(port, /^\*\*port\*\*\n\n/);
    assert.match(port, /- At least 1\n- At most 65535$/);
    assert.match(told(shop, 'emptyDir:'), /\*\*emptyDir\*\*/);
    assert.match(told(shop, 'run.googleapis.com/container-dependencies'), /Start order/);
  });

  test('tells of an image which product it is, and where it listens', () => {
    assert.match(told(shop, 'envoyproxy/envoy'), /^\*\*Envoy\*\*: reverse proxy\n\nListens on .*9901 \(http, admin\)/);
    assert.not.match(told(shop, 'acme/web'), /Listens on/);
  });

  test('tells why a rule finds something, and of a rule in a comment', () => {
    assert.match(told(shop, 'acme/web'), /\*\*floating-image-tag\*\*[\s\S]*\*\*How to fix\*\*/);
    const ignored = shop.replace('acme/web', 'acme/web # cloudrun-lint-ignore floating-image-tag: pinned by CI');
    assert.match(told(ignored, 'floating-image-tag'), /^\*\*floating-image-tag\*\*/);
    assert.not.match(told(ignored, 'acme/web'), /floating-image-tag/);
  });

  test('speaks Terraform in a Terraform file', () => {
    const hcl = (piece: string): string => {
      const at = terraform.indexOf(piece);
      return hoverAt(openTerraform(terraform), at, knowledge)?.markdown ?? '';
    };
    const agent = hcl('collector"');
    assert.match(agent, /\*\*throttled-agent\*\*[\s\S]*Set `cpu_idle = false` in each container/);
    assert.not.match(agent, /run\.googleapis\.com\/|startupProbe|annotation/);
    assert.match(hcl('execution_environment'), /- One of `EXECUTION_ENVIRONMENT_GEN1`, `EXECUTION_ENVIRONMENT_GEN2`/);
    // A block of the v2 API alone, and the type: a manifest has other fields in their place.
    assert.is(hcl('scaling {'), '');
    assert.is(hcl('google_cloud_run_v2_service'), '');
  });

  test('says nothing outside of what Cloud Run deploys', () => {
    assert.is(told('kind: Deployment\napiVersion: apps/v1\n', 'Deployment'), '');
  });
});

suite('the outline', (test) => {
  test('shows services with containers and volumes, and who takes the requests', () => {
    const [service] = outlineOf(open(shop));
    assert.is(`${service?.name} ${service?.detail}`, 'shop Service');
    assert.equal(
      service?.children.map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['container', 'web', 'takes the requests :8080, acme/web'],
        ['container', 'proxy', 'Envoy'],
        ['volume', 'scratch', 'emptyDir'],
      ],
    );
  });

  test('keeps every name within what it names', () => {
    for (const { bad } of rules) {
      for (const { yaml } of bad) {
        for (const outline of outlineOf(open(yaml)).flatMap((one) => [one, ...one.children])) {
          const { span, nameSpan } = outline;
          assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, `${outline.name}\n${yaml}`);
          assert.ok(outline.name !== '');
        }
      }
    }
  });
});
