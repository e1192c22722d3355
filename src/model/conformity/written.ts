import type { Field } from '../../yaml/field.ts';

/** A field of any type whose keys may be anything. */
export type OpenField = Field<Record<string, unknown>>;

/**
 * Every field that the file fills in below `root` and the schema knows, `root` first, parents before children. What
 * lies below an unknown field is left out, and so is `status`, which gcloud never reads.
 */
export function* writtenFields(root: Field<never> | OpenField): Generator<OpenField> {
  const field = root as OpenField;
  if (!field.exists || !field.shape) return;
  yield field;
  if (field.shape.type === 'array') {
    for (const item of field.items) yield* writtenFields(item as unknown as OpenField);
    return;
  }
  for (const [key, child] of field.entries) {
    if (key !== 'status' || field.parent) yield* writtenFields(child as OpenField);
  }
}

/** Whether a template may add keys to a mapping: a line in it holds a tag (`{{ include … }}`) and nothing else. */
export function hasTemplateLines(field: OpenField): boolean {
  const { masked, text } = field.source;
  if (masked.length === 0) return false;
  const { start, end } = field.fullSpan;
  return masked.some((tag) => tag.start >= start && tag.start <= end && standsAlone(text, tag.start));
}

/** Whether nothing but white space stands before an offset on its line. */
export function standsAlone(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}
