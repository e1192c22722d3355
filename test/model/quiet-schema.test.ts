import { Ajv } from 'ajv';
import * as assert from 'uvu/assert';
import { parseAllDocuments } from 'yaml';
import { rules } from '../../rules/index.ts';
import { quietSchema } from '../../scripts/quiet-schema.ts';
import { schemaAt } from '../../src/editor/hover-field.ts';
import { type PublishedKind, publishedKinds, publishedSchema } from '../../src/model/json-schema.ts';
import { suite } from '../suite.ts';

const kinds = Object.keys(publishedKinds) as PublishedKind[];

/** What a reader that does not know of gcloud sees; undefined where aliases lead nowhere, or to too much. */
function contentOf(document: { readonly toJS: () => unknown }): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

suite('the schemas for editors', (test) => {
  test('find no fault in any example, so that nothing is told twice', () => {
    const ajv = new Ajv({ strict: false });
    const checks = kinds.map((kind) => ajv.compile(quietSchema(publishedSchema(kind)) as object));
    let documents = 0;
    for (const { bad, good } of rules) {
      for (const { yaml } of [...bad, ...good]) {
        for (const document of parseAllDocuments(yaml, { logLevel: 'error' })) {
          if (!('toJS' in document) || document.errors.length > 0) continue;
          const content = contentOf(document);
          if (content === undefined) continue;
          documents++;
          for (const check of checks) assert.ok(check(content), `${JSON.stringify(check.errors)}\n${yaml}`);
        }
      }
    }
    assert.ok(documents > 500, `${documents}`);
  });

  test('describe and offer the same', () => {
    const path = ['spec', 'template', 'spec', 'containers', 0];
    const [strict, quiet] = [publishedSchema('service'), quietSchema(publishedSchema('service'))];
    for (const place of [
      path,
      [...path, 'image'],
      [...path, 'startupProbe', 'tcpSocket', 'port'],
      ['metadata', 'annotations', 'run.googleapis.com/ingress'],
    ]) {
      const [wanted, found] = [strict, quiet].map((schema) => schemaAt(schema, place));
      assert.is(found?.description, wanted?.description, place.join('.'));
      assert.equal(Object.keys(found?.properties ?? {}), Object.keys(wanted?.properties ?? {}), place.join('.'));
      assert.equal(found?.enum, wanted?.enum, place.join('.'));
    }
    assert.ok(JSON.stringify(quiet).includes('"enum":["http1","h2c"]'));
  });
});
