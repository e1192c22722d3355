import type { AnyWorkload } from '../model/kinds.ts';
import type { ManifestFile } from '../model/manifest-file.ts';
import type { AnyField } from '../tree/edit.ts';
import type { Span } from '../tree/span.ts';

/** A place of a text in terms of the manifest. */
export interface FieldAt {
  /** What the place lies in. */
  readonly workload: AnyWorkload;
  /** The innermost field whose key or value is there. */
  readonly field: AnyField;
  /** The key or the value itself. */
  readonly span: Span;
}

/** What stands at an offset of a file; undefined outside of all that Cloud Run deploys. */
export function fieldAt(file: ManifestFile | undefined, offset: number): FieldAt | undefined {
  for (const workload of file?.workloads ?? []) {
    const found = narrowest(piecesAt(workload.field as AnyField, offset));
    if (found) return { workload, ...found };
  }
  return undefined;
}

type Piece = Pick<FieldAt, 'field' | 'span'>;

function narrowest(pieces: Iterable<Piece>): Piece | undefined {
  let best: Piece | undefined;
  for (const piece of pieces) {
    if (!best || piece.span.end - piece.span.start < best.span.end - best.span.start) best = piece;
  }
  return best;
}

/**
 * Every key and scalar at an offset below a field. All is looked through: a tree that stands for another text, as that
 * of Terraform does, has places that do not lie in those of what holds them.
 */
function* piecesAt(field: AnyField, offset: number): Generator<Piece> {
  for (const child of childrenOf(field)) {
    if (child.isImplied || child.entry?.isMerged) continue;
    const key = child.entry?.keySpan;
    if (key && touches(key, offset)) yield { field: child, span: key };
    const { node } = child;
    if (!node || node.isReference) continue;
    if (child.isScalar && touches(node.span, offset)) yield { field: child, span: node.span };
    yield* piecesAt(child, offset);
  }
}

/** What lies right below a field, in order; [] for a scalar. */
export function childrenOf(field: AnyField): readonly AnyField[] {
  if (field.isMap) return (field as unknown as ListedField).entries.map(([, child]) => child);
  return field.isList ? (field.items as readonly AnyField[]) : [];
}

type ListedField = { readonly entries: readonly (readonly [string, AnyField])[] };

/** Whether an offset lies in a span or at one of its ends, where a cursor stands that has just passed it. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
