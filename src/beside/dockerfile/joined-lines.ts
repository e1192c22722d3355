/** A text that was joined from pieces of a file, with the place of each character. */
export class JoinedLines {
  #text = '';
  readonly #pieces: { readonly at: number; readonly offset: number }[] = [];

  /** The pieces, one behind the other. */
  get text(): string {
    return this.#text;
  }

  /** @param offset where the piece begins in the file */
  add(piece: string, offset: number): void {
    if (piece === '') return;
    this.#pieces.push({ at: this.#text.length, offset });
    this.#text += piece;
  }

  /** Where a character of the text stands in the file; one behind the text follows its last one. */
  offsetOf(at: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.at <= at) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    return piece ? piece.offset + at - piece.at : 0;
  }
}
