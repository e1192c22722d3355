import type { JsonSchema } from '../src/model/json-schema.ts';

/** What finds fault. `type` does so too, but also says what to write. */
const strict = ['pattern', 'minimum', 'maximum', 'maxItems', 'required', 'additionalProperties'];

/**
 * The same schema for editors that run cloudrun-lint as well: it completes and describes the same and finds no fault, so
 * that nothing is told twice. What says which values, lists and objects are usual becomes one of two choices, the other
 * of which takes anything.
 */
export function quietSchema(schema: JsonSchema): JsonSchema {
  const {
    $schema,
    title,
    description,
    markdownDescription,
    default: fallback,
    definitions,
    properties,
    ...rest
  } = schema;
  const about = { $schema, title, description, markdownDescription, default: fallback };
  const kept = Object.entries(rest).filter(([key]) => !strict.includes(key) && key !== 'type' && key !== 'enum');
  const type = [schema.type].flat().find((name) => name === 'object' || name === 'array');
  const usual = {
    ...(type !== undefined && { type }),
    ...(Array.isArray(schema.enum) && { enum: schema.enum }),
    ...(properties !== undefined && { properties: eachQuiet(properties) }),
    ...Object.fromEntries(kept.map(([key, value]) => [key, quiet(value)])),
  };
  return withoutUndefined({
    ...about,
    ...(Object.keys(usual).length > 0 && { anyOf: [usual, {}] }),
    ...(definitions !== undefined && { definitions: eachQuiet(definitions) }),
  });
}

function quiet(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(quiet);
  return typeof value === 'object' && value !== null ? quietSchema(value as JsonSchema) : value;
}

function eachQuiet(schemas: unknown): JsonSchema {
  return Object.fromEntries(
    Object.entries(schemas as Record<string, unknown>).map(([key, schema]) => [key, quiet(schema)]),
  );
}

function withoutUndefined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
