import { Field, type Placed } from '../../src/tree/field.ts';
import type { Shape } from '../../src/tree/shape.ts';
import { YamlSource } from '../../src/yaml/source.ts';

/** A mapping whose keys nobody restricts. */
export type Anything = Record<string, Record<string, Record<string, string[]>>>;

/** The root of the first document of a text. */
export function read<T = Anything>(text: string, shape?: Shape): Field<T> {
  return Field.root<T>(new YamlSource('test.yaml', text).documents[0]!, shape);
}

/** The characters that a place covers. */
export function covered({ source, span }: Placed): string {
  return source.text.slice(span.start, span.end);
}
