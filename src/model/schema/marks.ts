import { onceEach } from '../../once.ts';
import type { Shape } from '../../tree/shape.ts';

/** What a schema of this folder says of a field beyond JSON Schema's own keywords. */
export interface Marks {
  /** The keys without which Cloud Run refuses the object. */
  readonly required: readonly string[];
  /** gcloud decodes the field, but Cloud Run refuses or ignores it. */
  readonly isUnsupported: boolean;
  /** Cloud Run writes the field; in a manifest it has no effect. */
  readonly isOutputOnly: boolean;
}

const none: Marks = { required: [], isUnsupported: false, isOutputOnly: false };

/** Reads the marks of a place in the schema; none for a place that it does not name. */
export function marksOf(shape: Shape | undefined): Marks {
  return shape ? readMarks(shape) : none;
}

const readMarks = onceEach((shape: Shape): Marks => {
  const keywords = shape as Readonly<Record<string, unknown>>;
  return {
    required: (keywords['x-required'] as readonly string[] | undefined) ?? none.required,
    isUnsupported: keywords['x-unsupported'] === true,
    isOutputOnly: keywords['x-output-only'] === true,
  };
});
