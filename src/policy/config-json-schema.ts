import { productIds } from '../catalogue/tables.ts';
import { type JsonSchema, schemaId } from '../model/json-schema.ts';
import type { Category } from '../rule.ts';
import { ConfigSchema } from './config-schema.ts';

/** The JSON Schema (draft 7) of the configuration file, which knows every rule, category and product by name. */
export function configJsonSchema(categories: readonly Category[]): JsonSchema {
  const schema = JSON.parse(JSON.stringify(ConfigSchema));
  const { rules, overrides, catalogue, locked, extends: base } = schema.properties;
  const level = Object.values(rules.patternProperties)[0] as JsonSchema;
  const about = categories.flatMap(({ id, summary, rules: members }) => [
    [id, { ...level, description: `The category: ${summary}` }] as const,
    ...members.flatMap((rule) =>
      (rule.deprecatedIds ?? []).map(
        (name) => [name, { ...level, description: `Now "${rule.id}": ${rule.summary}` }] as const,
      ),
    ),
    ...members.map((rule) => [rule.id, { ...level, description: rule.summary }] as const),
  ]);
  const byName = { type: 'object', properties: Object.fromEntries(about.sort(byKey)), additionalProperties: false };
  const ids = [...new Set(about.map(([id]) => id))];
  schema.properties.rules = { description: rules.description, ...byName };
  overrides.items.properties.rules = { description: overrides.items.properties.rules.description, ...byName };
  catalogue.items.properties.product.enum = [...productIds].sort();
  locked.anyOf = [{ enum: ids }, { type: 'array', items: { enum: ids } }];
  base.examples = ['recommended', 'strict', 'deploy', ['recommended', './shared.yaml']];
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schema, $id: schemaId('config') };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
