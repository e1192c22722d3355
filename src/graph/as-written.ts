import { maskCharacter } from '../text/placeholder.ts';
import { shorten } from '../text/sentences.ts';
import { visible } from '../text/visible.ts';
import type { Field, Placed } from '../tree/field.ts';

/** The longest text that a drawing shows in one piece, in UTF-16 units. Kubernetes names have at most 63. */
const longest = 64;

/** A text for a drawing: one line without control characters, cut where it is too long. */
export function drawn(text: string): string {
  return visible(shorten(text.trim(), longest));
}

/** A scalar as the file writes it, unquoted placeholders included; undefined for what is no scalar, or empty. */
export function asWritten(field: Field<unknown>): string | undefined {
  const { text } = field;
  return (text?.includes(maskCharacter) ? textAt(field) : text) || undefined;
}

/** What the file has at a place, without quotes around it. */
export function textAt({ source, span }: Placed): string {
  return source.text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/s, '$2');
}
