import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { completionsAt } from '../../src/editor/complete.ts';
import { hintsIn } from '../../src/editor/hints.ts';
import type { Knowledge } from '../../src/editor/knowledge.ts';
import { linksIn } from '../../src/editor/links.ts';
import { pictureOf } from '../../src/editor/picture.ts';
import { suite } from '../suite.ts';
import { open, shop } from './manifest.ts';

const knowledge: Knowledge = {
  page: (id) => rules.find((rule) => rule.id === id),
  schema: (kind) => JSON.parse(readFileSync(`schemas/${kind}.json`, 'utf8')),
};

/** What is offered in place of a piece of the manifest, where `|` stands for the cursor. */
function offered(piece: string, written: string): readonly string[] {
  assert.ok(shop.includes(piece), piece);
  const text = shop.replace(piece, () => written);
  const offset = text.indexOf('|');
  return completionsAt(open(text.replace('|', '')), offset, knowledge).items.map(({ insert }) => insert);
}

suite('completion', (test) => {
  test('offers the keys that a mapping lacks and Cloud Run takes', () => {
    const keys = offered('          image: acme/web', '          image: acme/web\n          |');
    for (const key of ['resources:', 'command:', 'workingDir: ', 'startupProbe:']) assert.ok(keys.includes(key), key);
    for (const key of ['image: ', 'ports:', 'securityContext:', 'envFrom:']) assert.not.ok(keys.includes(key), key);
  });

  test('offers keys where a half one stands, and one that has its colon', () => {
    assert.ok(offered('          image: acme/web', '          image: acme/web\n          res|').includes('resources:'));
    assert.ok(offered('{tcpSocket: {port: 9901}}', '{tcpSocket: {port: 9901}, per|}').includes('periodSeconds: '));
  });

  test('offers keys below a dash, where editors put the cursor, with the blanks that they need', () => {
    const keys = offered('- name: web\n', '- name: web\n        |\n');
    assert.ok(keys.includes('  resources:'), keys.join());
    assert.not.ok(keys.some((key) => !key.startsWith('  ')));
    assert.ok(offered('- name: web\n', '- name: web\n        res|\n').includes('  resources:'));
    assert.ok(offered('- name: web\n', '- name: web\n          |\n').includes('resources:'));
    assert.equal(offered('acme/web\n', 'acme/web\n        |\n'), [], 'where a new item begins');
    assert.equal(offered('- name: web\n', '- name: web\n         |\n'), [], 'neither under the dash nor the name');
  });

  test('offers the annotations of each level', () => {
    const ofObject = offered('  name: shop\n', '  name: shop\n  annotations:\n    |\n');
    const ofTemplate = offered('\'{"web":["proxy"]}\'', '\'{"web":["proxy"]}\'\n        |');
    assert.ok(ofObject.includes('run.googleapis.com/ingress: '));
    assert.ok(ofTemplate.includes('run.googleapis.com/cloudsql-instances: '));
    assert.not.ok(ofTemplate.includes('run.googleapis.com/ingress: '));
    assert.not.ok(ofTemplate.includes('run.googleapis.com/container-dependencies: '));
  });

  test('offers names of containers in the JSON of start dependencies', () => {
    assert.equal(offered('"proxy"]', '"|"]'), ['proxy']);
    assert.equal(offered('["proxy"]', '["proxy"], "|": []'), ['proxy']);
  });

  test('offers names of volumes, ports that somebody opens, and values', () => {
    assert.equal(offered('name: scratch, mountPath', 'name: |, mountPath'), ['scratch']);
    assert.ok(offered('tcpSocket: {port: 9901}', 'tcpSocket: {port: |}').includes('9901'));
    assert.equal(offered('medium: Memory', 'medium: |').includes('Memory'), true);
    const limits = '\n          resources: {limits: {cpu: |}}';
    assert.ok(offered('image: acme/web', `image: acme/web${limits}`).includes("'2'"));
  });

  test('offers the variables of the product that a container is', () => {
    const agent = 'image: gcr.io/datadoghq/serverless-init:1\n          env: [{name: |}]\n          x:';
    const names = offered('image: envoyproxy/envoy:v1.30.0\n          args:', agent);
    assert.ok(names.includes('DD_API_KEY'), names.join());
    assert.equal(offered('name: BACKEND_URL', 'name: |'), []);
  });

  test('offers the ids of rules in comments that silence', () => {
    const ids = offered('acme/web', 'acme/web # cloudrun-lint-ignore floating-image-tag, def|');
    assert.is(ids.length, rules.length);
    assert.equal(offered('acme/web', 'acme/web # not |'), []);
  });

  test('offers ports of other containers in an address of this instance', () => {
    assert.ok(offered('http://localhost:9901/x', 'http://localhost:|/x').includes('9901'));
    assert.ok(offered('http://localhost:9901/x', 'http://127.0.0.1:|').includes('9901'));
    assert.equal(offered('http://localhost:9901/x', 'http://example.com:|'), []);
    assert.equal(offered('["--admin-port=9901"]', '["localhost:|"]'), ['8080'], 'not its own');
  });

  test('offers the kinds of an apiVersion before anything can be recognised', () => {
    const kinds = (text: string) => completionsAt(open(text), text.length, knowledge).items.map(({ insert }) => insert);
    assert.equal(kinds('apiVersion: serving.knative.dev/v1\nkind: '), ['Service']);
    assert.equal(kinds('apiVersion: v1\nkind: Pod\n---\napiVersion: run.googleapis.com/v1\nkind: J').length, 3);
    assert.equal(kinds('apiVersion: serving.knative.dev/v1\n---\napiVersion: v1\nkind: '), []);
  });

  test('offers nothing in files of others', () => {
    assert.equal(completionsAt(open('apiVersion: v1\nkind: Pod\n'), 22, knowledge).items, []);
  });
});

suite('links, hints and the picture', (test) => {
  test('lead from a rule in a comment to its page, and from an image to a page about the product', () => {
    const text = shop.replace('acme/web', 'acme/web # cloudrun-lint-ignore floating-image-tag, no-such: x');
    const [link, image, ...more] = linksIn(open(text));
    assert.is(text.slice(link!.span.start, link!.span.end), 'floating-image-tag');
    assert.match(link!.url, /floating-image-tag\.html$/);
    assert.is(text.slice(image!.span.start, image!.span.end), 'envoyproxy/envoy:v1.30.0');
    assert.match(image!.url, /envoyproxy/);
    assert.equal(more, []);
  });

  test('say what the file does not', () => {
    const hints = hintsIn(open(shop), { start: 0, end: shop.length }).map(({ label }) => label);
    assert.equal(hints, ['1 vCPU, 512 MiB', 'Envoy, 1 vCPU, 512 MiB']);
    assert.equal(hintsIn(open(shop), { start: 0, end: 10 }), []);
  });

  test('draw what the text deploys', async () => {
    assert.match((await pictureOf(open(shop))) ?? '', /^<svg[\s\S]*proxy/);
    assert.is(await pictureOf(open('kind: Pod\napiVersion: v1\n')), undefined);
  });
});
