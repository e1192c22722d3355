/**
 * The part of a JSON Schema that `Field` reads at run time to tell what a place may hold. TypeBox schemas are such
 * objects; this interface keeps the YAML layer free of them.
 */
export interface Shape {
  readonly type?: string;
  /** What the schema calls an object. */
  readonly title?: string;
  /** False where an object has no other keys than its properties. */
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  /** A map with free keys: the one entry describes every value. */
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** What the schema says of a key's value, or undefined where it says nothing. */
export function shapeOfKey(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.properties && Object.hasOwn(shape.properties, key)) return shape.properties[key];
  for (const pattern in shape?.patternProperties) return shape.patternProperties[pattern];
  return undefined;
}
