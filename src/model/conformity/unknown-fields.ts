import { append } from '../../group-by.ts';
import { onceEach } from '../../once.ts';
import { hasMark } from '../../text/placeholder.ts';
import type { Segment } from '../../tree/field.ts';
import type { Shape } from '../../tree/shape.ts';
import { type OpenField, writtenFields } from './written.ts';

/** A field that the schema does not have where the file has it. */
export interface UnknownField {
  /** The last step of the field's path. */
  readonly key: string;
  /** What stands under the key. The schema says nothing of it, nor of what lies below. */
  readonly field: OpenField;
  /** The object that it was written in. */
  readonly owner: OpenField;
}

/**
 * Every field of a document that gcloud would not know, in order; keys that a template fills in are left out. Several
 * rules ask for them, so they are kept.
 */
export const unknownFields = onceEach((root: OpenField): readonly UnknownField[] =>
  writtenFields(root).flatMap(unknownIn),
);

/** The names of those that were written in one object, sorted; [] where it has none. */
export function unknownNames(root: OpenField, owner: readonly Segment[]): readonly string[] {
  return namesByOwner(root).get(JSON.stringify(owner)) ?? [];
}

const namesByOwner = onceEach((root: OpenField): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<OpenField, string[]>();
  for (const { owner, key } of unknownFields(root)) append(names, owner, key);
  return new Map([...names].map(([owner, keys]) => [JSON.stringify(owner.path), keys.toSorted()]));
});

const none: readonly UnknownField[] = [];

function unknownIn(owner: OpenField): readonly UnknownField[] {
  const { shape } = owner;
  if (!shape?.properties || shape.additionalProperties !== false) return none;
  const { properties } = shape;
  // Only tools fill in keys. A word in capitals is a variable that stands at the wrong place.
  const keys = owner.keys.filter((key) => !Object.hasOwn(properties, key) && !hasMark(key));
  return keys.length === 0 ? none : keys.map((key) => ({ key, field: owner.get(key) as OpenField, owner }));
}

/** Where a schema has a field of this name: the paths of the objects, list positions left out; "" is the document. */
export function placesOf(root: Shape, key: string): readonly string[] {
  return indexOf(root).get(key) ?? [];
}

const indexOf = onceEach((root: Shape): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>();
  collect(root, '', index);
  return index;
});

function collect(shape: Shape, path: string, into: Map<string, string[]>): void {
  const object = shape.items ?? shape;
  for (const [key, child] of Object.entries(object.properties ?? {})) {
    const places = into.get(key);
    if (places) places.push(path);
    else into.set(key, [path]);
    collect(child, path === '' ? key : `${path}.${key}`, into);
  }
}
