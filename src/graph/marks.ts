import type { Diagnostic } from '../diagnostic.ts';
import { severities } from '../diagnostic.ts';
import { visible } from '../text/visible.ts';
import type { Placed } from '../tree/field.ts';
import { toPointer } from '../tree/pointer.ts';
import type { Span } from '../tree/span.ts';
import type { Markable } from './builder.ts';

/** Which element of the picture a place of the file belongs to. */
export class Places {
  readonly #root: Markable;
  readonly #bySpan = new Map<string, Markable>();
  readonly #byPointer = new Map<string, Markable>();

  /** @param root takes what belongs to no other element. */
  constructor(root: Markable) {
    this.#root = root;
  }

  /** Findings on exactly this stretch of the file go to the element; the first to ask gets them. */
  claimSpan({ source, span }: Placed, element: Markable): void {
    const key = keyOf(source.path, span);
    if (!this.#bySpan.has(key)) this.#bySpan.set(key, element);
  }

  /** So do findings on a field and all that lies below it, unless something further below has an element of its own. */
  claimField({ path }: Placed, element: Markable): void {
    const pointer = toPointer(path);
    if (!this.#byPointer.has(pointer)) this.#byPointer.set(pointer, element);
  }

  /** The element that a finding is marked at. */
  find({ path, span, pointer, about }: Diagnostic): Markable {
    const exact = this.#bySpan.get(keyOf(path, span)) ?? (about && this.#bySpan.get(keyOf(about.path, about.span)));
    if (exact) return exact;
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const element = this.#byPointer.get(at);
      if (element) return element;
    }
    return this.#root;
  }
}

function keyOf(path: string, { start, end }: Span): string {
  return `${start}:${end} ${path}`;
}

/** Marks each finding where it sits: one mark a rule and element, the gravest first. */
export function placeMarks(diagnostics: readonly Diagnostic[], places: Places): void {
  const touched = new Set<Markable>();
  for (const diagnostic of diagnostics) {
    const element = places.find(diagnostic);
    addMark(element, diagnostic);
    touched.add(element);
  }
  for (const { marks } of touched) {
    marks.sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  }
}

function addMark({ marks }: Markable, { rule, severity, message }: Diagnostic): void {
  const known = marks.findIndex((mark) => mark.rule === rule);
  if (known < 0) marks.push({ rule, severity, messages: [visible(message)] });
  else marks[known] = { ...marks[known]!, messages: [...marks[known]!.messages, visible(message)] };
}
