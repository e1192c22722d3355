/**
 * A line as `terraform fmt` sees it, which lines up the equals signs and the comments of lines below each other. A heredoc
 * is one line with the argument that it is the value of.
 */
export interface HclLine {
  /** Offset of its first character. */
  readonly start: number;
  /** Offset of its line end, or of the end of the text. */
  readonly end: number;
  /** Offset of the `=` of an argument or entry whose value is whole on this line. */
  readonly equals: number | undefined;
  /** Offset of the comment that stands behind something. */
  readonly comment: number | undefined;
}

/** The lines of a text, in order; the last one may be empty. */
export function hclLines(text: string): readonly HclLine[] {
  return new LineScanner(text).scan();
}

/** What text lies in: a template between quotes, a heredoc by its closing word, an insertion or a bracket. */
type Inside = { readonly kind: '"' | '${' | '{' } | { readonly kind: '<<'; readonly word: string };

class LineScanner {
  readonly #text: string;
  readonly #stack: Inside[] = [];
  readonly #lines: HclLine[] = [];
  #at = 0;
  #start = 0;
  #hasToken = false;
  #equals: number | undefined;
  #net = 0;
  #comment: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): readonly HclLine[] {
    while (this.#at < this.#text.length) {
      const inside = this.#stack.at(-1);
      if (inside?.kind === '<<') this.#heredocLine(inside.word);
      else if (inside?.kind === '"') this.#quoted();
      else this.#code();
    }
    this.#endLine(this.#text.length);
    return this.#lines;
  }

  #code(): void {
    const text = this.#text;
    const at = this.#at++;
    const character = text[at]!;
    if (character === '\n') this.#endLine(text[at - 1] === '\r' ? at - 1 : at);
    else if (character === ' ' || character === '\t' || character === '\r') return;
    else if (character === '#' || text.startsWith('//', at)) {
      if (this.#hasToken) this.#comment = at;
      this.#at = endOfLine(text, at);
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      this.#at = end === -1 ? text.length : end + 2;
      this.#hasToken = true;
    } else if (character === '"') this.#stack.push({ kind: '"' });
    else if ('{[('.includes(character)) this.#open(character === '{' ? '{' : undefined);
    else if ('}])'.includes(character)) this.#close(character === '}');
    else if (character === '<' && this.#opensHeredoc(at)) return;
    else if (character === '=' && this.#isEquals(at)) this.#equals = at;
    this.#hasToken = true;
  }

  #open(kind: '{' | undefined): void {
    if (kind) this.#stack.push({ kind });
    this.#net++;
  }

  #close(isBrace: boolean): void {
    if (isBrace) this.#stack.pop();
    this.#net--;
  }

  /** The first `=` behind something, none of `==`, `=>`, `!=`, `<=` and `>=`. Brackets count from there on. */
  #isEquals(at: number): boolean {
    if (this.#equals !== undefined || !this.#hasToken) return false;
    if (/[=>]/.test(this.#text[at + 1] ?? '') || /[=!<>]/.test(this.#text[at - 1] ?? '')) return false;
    this.#net = 0;
    return true;
  }

  #opensHeredoc(at: number): boolean {
    const end = endOfLine(this.#text, at);
    const [, word] = /^<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?$/u.exec(this.#text.slice(at, Math.min(end, at + 200))) ?? [];
    if (word === undefined) return false;
    this.#stack.push({ kind: '<<', word });
    this.#at = end + 1;
    return true;
  }

  #heredocLine(word: string): void {
    const end = endOfLine(this.#text, this.#at);
    if (this.#text.slice(this.#at, end).trim() === word) {
      this.#stack.pop();
      this.#at = end;
    } else this.#at = end + 1;
  }

  #quoted(): void {
    const text = this.#text;
    const at = this.#at++;
    const character = text[at];
    if (character === '\\') this.#at++;
    else if (character === '"') this.#stack.pop();
    else if (character === '\n') {
      this.#stack.pop();
      this.#at = at;
    } else if ((character === '$' || character === '%') && text[at + 1] === '{') {
      const isEscaped = text[at - 1] === character;
      this.#at++;
      if (isEscaped) return;
      this.#stack.push({ kind: '${' });
      this.#net++;
    }
  }

  #endLine(end: number): void {
    const equals = this.#net === 0 ? this.#equals : undefined;
    this.#lines.push({ start: this.#start, end: Math.max(this.#start, end), equals, comment: this.#comment });
    this.#start = this.#at;
    this.#hasToken = false;
    this.#equals = undefined;
    this.#net = 0;
    this.#comment = undefined;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
