import type { TSchema } from '@sinclair/typebox';
import * as assert from 'uvu/assert';
import { JobSchema, ServiceSchema, type ServiceShape, WorkerPoolSchema } from '../../src/model/schema/index.ts';
import { suite } from '../suite.ts';

interface Place {
  readonly path: string;
  readonly schema: TSchema;
  /** The page of the nearest object around it. */
  readonly source: string | undefined;
}

/** Every field and item below a schema, the schema itself included. */
function* places(schema: TSchema, path: string, source?: string): Generator<Place> {
  const own = schema['x-source'] ?? source;
  yield { path, schema, source: own };
  for (const [key, child] of Object.entries((schema.properties ?? {}) as Record<string, TSchema>))
    yield* places(child, `${path}.${key}`, own);
  if (schema.items) yield* places(schema.items as TSchema, `${path}[]`, own);
}

const all = [ServiceSchema, JobSchema, WorkerPoolSchema].flatMap((schema) => [...places(schema, schema.title ?? '')]);

suite('schema', (test) => {
  test('describes every field in a sentence and says where it is documented', () => {
    for (const { path, schema, source } of all) {
      if (schema.type === 'string' && path.endsWith('[]')) continue;
      assert.match(schema.description ?? '', /^[A-Z`].*\.$/, path);
      assert.match(source ?? '', /^https:\/\//, path);
    }
  });

  test('requires only fields that it has', () => {
    for (const { path, schema } of all)
      for (const name of (schema['x-required'] as string[] | undefined) ?? [])
        assert.ok(schema.properties[name], `${path} requires ${name}`);
  });

  test('leaves every field optional for the reader', () => {
    for (const { path, schema } of all) assert.is(schema.required, undefined, path);
  });

  test('uses only the types that a reader of files knows', () => {
    for (const { path, schema } of all)
      assert.ok(['object', 'array', 'string', 'integer', 'boolean'].includes(schema.type as string), path);
  });

  test('gives one definition to one title', () => {
    const properties = new Map<string, unknown>();
    for (const { path, schema } of all) {
      if (!schema.title) continue;
      assert.is(properties.get(schema.title) ?? schema.properties, schema.properties, path);
      properties.set(schema.title, schema.properties);
    }
  });

  test('reaches the environment of a container through static types', () => {
    const service: ServiceShape = { spec: { template: { spec: { containers: [{ env: [{ name: 'A' }] }] } } } };
    assert.is(service.spec?.template?.spec?.containers?.[0]?.env?.[0]?.name, 'A');
  });
});
