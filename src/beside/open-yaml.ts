import { onceEach } from '../once.ts';
import { Field } from '../tree/field.ts';
import { markBefore, type SourceText } from '../tree/source-text.ts';
import { YamlSource } from '../yaml/source.ts';

/** A value of a YAML file that no schema describes. */
export type Open = Field<{ readonly [key: string]: unknown }>;

/** Values that nest deeper are passed over. */
const deepest = 30;

/** A YAML file beside a manifest, read once. */
export const yamlOf = onceEach(({ path, text }: SourceText): YamlSource => {
  // Its mark has been taken off; a second one is a part of the text.
  return new YamlSource(path, markBefore(text) + text);
});

/** What stands below keys, one below the other; a field that does not exist where the file has none. */
export function below(field: Open, ...keys: readonly string[]): Open {
  return keys.reduce<Open>((outer, key) => outer.get(key) as unknown as Open, field);
}

/** The items of a list. */
export function itemsOf(field: Open): readonly Open[] {
  return field.items as unknown as readonly Open[];
}

/** The keys of a mapping with their values. */
export function entriesOf(field: Open): readonly (readonly [string, Open])[] {
  return field.keys.map((key) => [key, below(field, key)] as const);
}

/** The root of the first document; undefined where it cannot be read. */
export function rootOf(source: YamlSource): Open | undefined {
  const [document] = source.documents;
  return document && !document.problem && document.root ? (Field.root(document) as Open) : undefined;
}

/** Everything in a part of a file, itself first. */
export function* everywhere(field: Open, depth = 0): Generator<Open> {
  yield field;
  if (depth > deepest) return;
  for (const key of field.keys) yield* everywhere(below(field, key), depth + 1);
  if (field.isList) for (const item of itemsOf(field)) yield* everywhere(item, depth + 1);
}
