import { onceEach } from '../once.ts';

/**
 * The part of a JSON Schema that `Field` reads at run time to tell what a place may hold. TypeBox schemas are such
 * objects; this interface keeps the YAML layer free of them.
 */
export interface Shape {
  /** One of JSON Schema's types; absent where any will do. */
  readonly type?: string;
  /** What it is, for people who hover over it or complete it: a sentence or more. */
  readonly description?: string;
  /** What the schema calls an object. */
  readonly title?: string;
  /** False where an object has no other keys than its properties. */
  readonly additionalProperties?: unknown;
  /** What stands under the keys that an object knows by name; absent for what has none. */
  readonly properties?: Readonly<Record<string, Shape>>;
  /** A map with free keys: the one entry describes every value. */
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  /** Set for names that people give in capitals, so that such a word stands for nothing: `DATABASE_URL` as a secret. */
  readonly 'x-capitals'?: boolean;
  /** What every item of a list is; absent for what is no list. */
  readonly items?: Shape;
}

/** What the schema says of a key's value, or undefined where it says nothing. */
export function shapeOfKey(shape: Shape | undefined, key: string): Shape | undefined {
  if (!shape) return undefined;
  const { named, other } = keysOf(shape);
  return named.get(key) ?? other;
}

/** What a schema says of the keys of an object; `other` is for keys that it does not name. */
interface Keys {
  readonly named: ReadonlyMap<string, Shape>;
  readonly other: Shape | undefined;
}

/** Maps, since the keys of a file are looked up in them several times as fast as in objects. */
const keysOf = onceEach(({ properties = {}, patternProperties = {} }: Shape): Keys => {
  return { named: new Map(Object.entries(properties)), other: Object.values(patternProperties)[0] };
});
