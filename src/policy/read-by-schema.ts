import { didYouMean } from '../text/suggest.ts';
import type { Field } from '../tree/field.ts';
import type { ConfigProblem } from './config-problem.ts';

/** The keywords of JSON Schema that the configuration's schema uses. */
export interface ReadSchema {
  /** `object`, `array` or `integer`; whatever else it is, or absent, a text is wanted. */
  readonly type?: string;
  /** One text or a list of them: what the file has decides. */
  readonly anyOf?: readonly ReadSchema[];
  /** The only texts that are taken; any text where absent. */
  readonly enum?: readonly unknown[];
  /** What stands under the keys that a mapping knows by name. */
  readonly properties?: Readonly<Record<string, ReadSchema>>;
  /** Its first entry is for all other keys, whatever its pattern; without one they are mistakes. */
  readonly patternProperties?: Readonly<Record<string, ReadSchema>>;
  /** The keys that a mapping must have, with a value. */
  readonly required?: readonly string[];
  /** What every item of a list is; a text where absent. */
  readonly items?: ReadSchema;
  /** The least number that is taken. */
  readonly minimum?: number;
  /** The greatest number that is taken. */
  readonly maximum?: number;
}

type Report = (problem: ConfigProblem) => void;

/**
 * The value of a field as its schema wants it, with every mistake reported where it stands. Texts are taken as they
 * are written, so that `off` is no boolean. What is wrong is left out of the value.
 */
export function readBySchema(field: Field<unknown>, schema: ReadSchema, report: Report): unknown {
  if (!field.exists || field.isNull) return undefined;
  if (schema.anyOf) {
    const wanted = field.isList ? 'array' : 'string';
    return readBySchema(field, schema.anyOf.find(({ type }) => type === wanted) ?? {}, report);
  }
  switch (schema.type) {
    case 'object':
      return field.isMap ? readObject(field, schema, report) : wrongType(field, 'a mapping', report);
    case 'array':
      if (!field.isList) return wrongType(field, 'a list', report);
      return (field.items as readonly Field<unknown>[]).map((item) => {
        if (item.isNull) report({ on: item, message: 'This item is empty.' });
        return readBySchema(item, schema.items ?? {}, report);
      });
    case 'integer':
      return readInteger(field, schema, report);
    default:
      return field.isScalar ? readText(field, schema, report) : wrongType(field, 'a text', report);
  }
}

function readObject(field: Field<unknown>, schema: ReadSchema, report: Report): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const free = Object.values(schema.patternProperties ?? {})[0];
  const names = Object.keys(schema.properties ?? {});
  for (const key of field.keys) {
    const child = field.get(key as never) as Field<unknown>;
    const childSchema = names.includes(key) ? schema.properties?.[key] : free;
    if (!childSchema) report({ on: child.key, message: `There is no setting "${key}" here.${didYouMean(key, names)}` });
    else {
      const read = readBySchema(child, childSchema, report);
      if (read !== undefined) value[key] = read;
    }
  }
  for (const key of schema.required ?? []) {
    const child = field.get(key as never) as Field<unknown>;
    if (!child.exists || child.isNull) report({ on: field, message: `"${key}" is missing here.` });
  }
  return value;
}

function readText(field: Field<unknown>, schema: ReadSchema, report: Report): string | undefined {
  const text = field.text ?? '';
  if (!schema.enum || schema.enum.includes(text)) return text;
  const allowed = schema.enum.map(String);
  const hint = didYouMean(text, allowed);
  report({ on: field, message: `This cannot be "${text}": it is one of ${allowed.join(', ')}.${hint}` });
  return undefined;
}

function readInteger(field: Field<unknown>, schema: ReadSchema, report: Report): number | undefined {
  const { plain } = field;
  if (plain?.kind !== 'int') return wrongType(field, 'a whole number', report);
  const value = plain.value as number;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (value >= minimum && value <= maximum) return value;
  const range = schema.maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
  report({ on: field, message: `This number is ${range}.` });
  return undefined;
}

function wrongType(field: Field<unknown>, wanted: string, report: Report): undefined {
  report({ on: field, message: `This has to be ${wanted}.` });
  return undefined;
}
