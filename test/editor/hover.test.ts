import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import type { Knowledge } from '../../src/editor/knowledge.ts';
import { outlineOf } from '../../src/editor/symbols.ts';
import { suite } from '../suite.ts';
import { open, placeOf, shop } from './manifest.ts';

const knowledge: Knowledge = {
  page: (id) => rules.find((rule) => rule.id === id),
  schema: (kind) => JSON.parse(readFileSync(`schemas/${kind}.json`, 'utf8')),
};

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
