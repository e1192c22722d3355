import type { TextEdit } from '../diagnostic.ts';

/** Edits taken so far, none of which meets another. */
export class EditSet {
  readonly #edits: TextEdit[] = [];

  /** Takes all of the edits, or none and returns false where one of them meets an edit already taken or overlaps another. */
  add(edits: readonly TextEdit[]): boolean {
    const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
    if (ordered.some((edit, i) => edit.start < (ordered[i - 1]?.end ?? 0))) return false;
    if (edits.some((edit) => this.#meets(edit))) return false;
    for (const edit of ordered) {
      let index = this.#indexOf(edit.start);
      while (this.#edits[index]?.start === edit.start) index++;
      this.#edits.splice(index, 0, edit);
    }
    return true;
  }

  /** The text with all edits made. */
  applyTo(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const edit of this.#edits) {
      parts.push(text.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    return parts.join('') + text.slice(at);
  }

  /** Touching counts as meeting: which of two insertions in one place comes first would be a guess. */
  #meets(edit: TextEdit): boolean {
    const index = this.#indexOf(edit.start);
    const before = this.#edits[index - 1];
    const after = this.#edits[index];
    return (before !== undefined && before.end >= edit.start) || (after !== undefined && after.start <= edit.end);
  }

  /** How many of the edits begin before an offset. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#edits[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
