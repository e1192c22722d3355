import { onceEach } from '../../once.ts';
import type { Field } from '../../tree/field.ts';
import type { Source } from '../../tree/source.ts';

/** A field of any type whose keys may be anything. */
export type OpenField = Field<Record<string, unknown>>;

/**
 * Every field that the file fills in below `root` and the schema knows, `root` first, parents before children. What
 * lies below an unknown field or in a placeholder is left out, and so is `status`, which gcloud never reads. Several
 * rules ask for the same, so the walk is kept.
 */
export const writtenFields = onceEach((root: Field<never> | OpenField): readonly OpenField[] => {
  const found: OpenField[] = [];
  collect(root as OpenField, found);
  return found;
});

function collect(field: OpenField, into: OpenField[]): void {
  if (!field.exists || !field.shape) return;
  into.push(field);
  if (isMappingPlaceholder(field)) return;
  if (field.shape.type === 'array') {
    for (const item of field.items) collect(item as unknown as OpenField, into);
  } else if (field.isMap) {
    for (const key of field.keys) {
      if (key !== 'status' || field.parent) collect(field.get(key) as OpenField, into);
    }
  }
}

/**
 * Whether a mapping is a placeholder in single braces that lacks its quotes: `image: {IMAGE}` is the mapping
 * `{ IMAGE: null }` to YAML, and no mapping belongs there.
 */
export function isMappingPlaceholder(field: OpenField): boolean {
  const type = field.shape?.type;
  if (type === 'object' || type === undefined || !field.isMap || !field.isFlow) return false;
  const [key, ...others] = field.keys;
  return key !== undefined && others.length === 0 && /^[A-Za-z_][\w.-]*$/.test(key) && field.get(key).isNull;
}

/**
 * Whether keys may come that a mapping lacks: a template fills in whole lines of it (`{{ include … }}`), or its language
 * says so.
 */
export function mayGainKeys(field: OpenField): boolean {
  const { node, source, fullSpan } = field;
  if (node?.kind === 'map' && node.isOpen) return true;
  if (source.masked.length === 0) return false;
  const lines = tagLinesOf(source);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < fullSpan.start) low = middle + 1;
    else high = middle;
  }
  return low < lines.length && lines[low]! <= fullSpan.end;
}

/** Where lines of template logic begin, in order. */
const tagLinesOf = onceEach((source: Source): readonly number[] =>
  source.masked.map(({ start }) => start).filter((start) => fillsLines(source.text, start)),
);

/** Whether the placeholder at an offset becomes lines: it begins its own, or ends one behind a quoted value. */
export function fillsLines(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[^\S\n]/.test(text[before]!)) before--;
  return before < 0 || text[before] === '\n' || (text.startsWith('${', at) && /["']/.test(text[at - 1]!));
}
