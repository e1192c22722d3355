import { hasPlaceholder } from '../../yaml/placeholder.ts';
import type { Shape } from '../../yaml/shape.ts';
import { type OpenField, writtenFields } from './written.ts';

/** A field that the schema does not have where the file has it. */
export interface UnknownField {
  readonly key: string;
  readonly field: OpenField;
  /** The object that it was written in. */
  readonly owner: OpenField;
}

const found = new WeakMap<OpenField, readonly UnknownField[]>();

/**
 * Every field of a document that gcloud would not know, in order; keys that a template fills in are left out. Several
 * rules ask for them, so they are kept.
 */
export function unknownFields(root: OpenField): readonly UnknownField[] {
  let fields = found.get(root);
  if (!fields) {
    fields = writtenFields(root).flatMap(unknownIn);
    found.set(root, fields);
  }
  return fields;
}

const none: readonly UnknownField[] = [];

function unknownIn(owner: OpenField): readonly UnknownField[] {
  const { shape } = owner;
  if (!shape?.properties || shape.additionalProperties !== false) return none;
  const { properties } = shape;
  const keys = owner.keys.filter((key) => !Object.hasOwn(properties, key) && !hasPlaceholder(key));
  return keys.length === 0 ? none : keys.map((key) => ({ key, field: owner.get(key) as OpenField, owner }));
}

/** Where a schema has a field of this name: the paths of the objects, list positions left out; "" is the document. */
export function placesOf(root: Shape, key: string): readonly string[] {
  let index = indexes.get(root);
  if (!index) {
    index = new Map();
    collect(root, '', index);
    indexes.set(root, index);
  }
  return index.get(key) ?? [];
}

const indexes = new WeakMap<Shape, Map<string, string[]>>();

function collect(shape: Shape, path: string, into: Map<string, string[]>): void {
  const object = shape.items ?? shape;
  for (const [key, child] of Object.entries(object.properties ?? {})) {
    const places = into.get(key);
    if (places) places.push(path);
    else into.set(key, [path]);
    collect(child, path === '' ? key : `${path}.${key}`, into);
  }
}
