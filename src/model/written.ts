import type { Field } from '../yaml/field.ts';

/** A field of any type whose keys may be anything. */
export type AnyField = Field<Record<string, unknown>>;

/**
 * Every field that the file fills in below `root` and the schema knows, `root` first, parents before children. What
 * lies below an unknown field is left out, and so is `status`, which gcloud never reads.
 */
export function* writtenFields(root: Field<never> | AnyField): Generator<AnyField> {
  const field = root as AnyField;
  if (!field.exists || !field.shape) return;
  yield field;
  if (field.shape.type === 'array') {
    for (const item of field.items) yield* writtenFields(item as unknown as AnyField);
    return;
  }
  for (const [key, child] of field.entries) {
    if (key !== 'status' || field.parent) yield* writtenFields(child as AnyField);
  }
}
