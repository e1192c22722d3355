import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { parseAllDocuments } from 'yaml';
import { rules } from '../../rules/index.ts';
import { corpusFolder as corpus } from '../../scripts/manifests.ts';
import { lint } from '../../src/lint.ts';
import { type PublishedKind, publishedKinds, publishedSchema } from '../../src/model/json-schema.ts';
import { suite } from '../suite.ts';

const kinds = Object.keys(publishedKinds) as PublishedKind[];
const validators = new Map(kinds.map((kind) => [kind, compile(kind)]));

function compile(kind: PublishedKind) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  for (const word of ['markdownDescription', 'deprecationMessage']) ajv.addKeyword(word);
  return ajv.compile(publishedSchema(kind));
}

/** What a schema says of a manifest: the places it complains of, none for a valid one. */
function complaints(kind: PublishedKind, manifest: unknown): string[] {
  const validate = validators.get(kind)!;
  return validate(manifest) ? [] : [...new Set(validate.errors!.map(({ instancePath }) => instancePath))];
}

const service = (container: object, more: object = {}) => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: { name: 'shop' },
  spec: { template: { spec: { containers: [{ image: 'docker.io/acme/shop:1.4.2', ...container }] } } },
  ...more,
});

suite('json schemas', (test) => {
  test('the committed schemas are current (npm run schemas)', async () => {
    for (const kind of kinds)
      assert.is(await readFile(`schemas/${kind}.json`, 'utf8'), `${JSON.stringify(publishedSchema(kind), null, 2)}\n`);
  });

  test('take a service, with what gcloud lets pass and placeholders', () => {
    assert.equal(complaints('service', service({})), []);
    const lenient = {
      ports: [{ containerPort: '8080', name: '${PROTOCOL}' }],
      env: [{ name: 'A', value: null }],
      startupProbe: { httpGet: { port: '%PORT%' } },
      resources: null,
    };
    assert.equal(complaints('service', service(lenient, { status: { anything: 1 } })), []);
  });

  test('refuse unknown fields, wrong types and missing names', () => {
    const container = '/spec/template/spec/containers/0';
    assert.equal(complaints('service', service({ prots: [] })), [container]);
    assert.equal(complaints('service', service({ env: [{ name: 'A', value: 1 }] })), [`${container}/env/0/value`]);
    assert.equal(complaints('service', service({}, { metadata: {} })), ['/metadata']);
    assert.equal(complaints('job', service({})), ['/apiVersion', '/kind', '/spec/template/spec']);
  });

  test('know the values of annotations by level', () => {
    const annotated = (annotations: object) => service({}, { metadata: { name: 'shop', annotations } });
    assert.equal(
      complaints('service', annotated({ 'run.googleapis.com/ingress': 'internal', 'acme.example/a': '' })),
      [],
    );
    assert.ok(complaints('service', annotated({ 'run.googleapis.com/ingress': 'nobody' })).length > 0);
    assert.ok(complaints('service', annotated({ 'run.googleapis.com/minScale': 1 })).length > 0);
  });

  test('take every example that is good, and every deployable manifest of the corpus', async () => {
    const files = existsSync(corpus) ? await globby(`${corpus}/{cloudrun,history}/**/*.{yaml,yml}`) : [];
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const examples = rules.flatMap(({ good }) => good.map(({ yaml }) => yaml));
    const wrong: string[] = [];
    let seen = 0;
    for (const text of [...examples, ...texts]) {
      if (/^\s*\[START|\{\{|: %|: @/m.test(text)) continue;
      const { diagnostics, resources } = lint('a.yaml', text, { rules, target: 'cloud-run' });
      if (resources === 0 || diagnostics.some(isRefused)) continue;
      for (const document of parseAllDocuments(text, { version: '1.1', merge: true, logLevel: 'silent' })) {
        const manifest = document.toJS() as { kind?: string } | null;
        const kind = kinds.find((name) => publishedKinds[name].title === manifest?.kind);
        if (kind === undefined) continue;
        seen++;
        for (const place of complaints(kind, manifest)) wrong.push(`${place}\n${text}`);
      }
    }
    assert.equal(wrong, []);
    assert.ok(seen >= 100, `only ${seen} manifests`);
  });
});

function isRefused({ severity, rule }: { readonly severity: string; readonly rule: string }): boolean {
  return severity === 'error' || rule === 'list-expected';
}
