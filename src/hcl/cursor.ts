import type { Span } from '../tree/span.ts';
import type { HclComment, HclProblem } from './ast.ts';

/** What a reader throws to itself where text cannot be read; whoever can go on behind it catches it. */
export class Unreadable {
  /** What could not be read, and where. */
  readonly problem: HclProblem;

  constructor(problem: HclProblem) {
    this.problem = problem;
  }
}

/** More levels of blocks, values and templates than this are refused: nobody writes them, and they cost the stack. */
const deepest = 100;

/** A place in a text that moves forward, with what it has passed. */
export class Cursor {
  /** The whole text. */
  readonly text: string;
  /** Offset of the next character. */
  at = 0;
  /** All comments passed, in order. */
  readonly comments: HclComment[] = [];
  #depth = 0;
  /** A block that seems not to be closed, since a brace further left stands where its own should. */
  suspect: { readonly type: string; readonly span: Span } | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether these characters come next. */
  sees(characters: string): boolean {
    return this.text.startsWith(characters, this.at);
  }

  /** Passes these characters if they come next. */
  takes(characters: string): boolean {
    if (!this.sees(characters)) return false;
    this.at += characters.length;
    return true;
  }

  /** Passes blanks and comments, and line ends too where they mean nothing. */
  skipBlanks(linesToo: boolean): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32 || code === 9) this.at++;
      else if (code === 10 || code === 13) {
        if (!linesToo && this.isAtLineEnd) return;
        this.at++;
      } else if (code === 35 || (code === 47 && this.sees('//'))) {
        this.#comment(this.lineEnd());
      } else if (code === 47 && this.sees('/*')) {
        const end = this.text.indexOf('*/', this.at + 2);
        if (end === -1) {
          const start = this.at;
          this.#comment(this.text.length);
          this.halt('This comment is not closed. Write "*/" behind it.', { start, end: start + 2 });
        }
        this.#comment(end + 2);
      } else return;
    }
  }

  /** Whether a line ends here: at LF or CRLF. */
  get isAtLineEnd(): boolean {
    return this.sees('\n') || this.sees('\r\n');
  }

  /** Where this line ends: at its LF or CRLF, or at the end of the text. */
  lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    if (end === -1) return this.text.length;
    return end > this.at && this.text[end - 1] === '\r' ? end - 1 : end;
  }

  /** An identifier if one comes next; undefined, with nothing passed, otherwise. */
  identifier(): string | undefined {
    const end = identifierEnd(this.text, this.at);
    if (end === this.at) return undefined;
    const word = this.text.slice(this.at, end);
    this.at = end;
    return word;
  }

  /** The digits that come next, passed; undefined where none do. */
  digits(): string | undefined {
    const [digits] = /^\d+/.exec(this.text.slice(this.at, this.at + 20)) ?? [];
    this.at += digits?.length ?? 0;
    return digits;
  }

  /** Passes a closing bracket. Where it is missing, that is said of what stands there, or of what it should close. */
  close(bracket: string, opened: number): void {
    if (this.takes(bracket)) return;
    const opening = { start: opened, end: opened + 1 };
    if (this.isAtEnd) this.fail(`This "${this.text[opened]}" has no closing "${bracket}".`, opening);
    this.fail(`A comma or a closing "${bracket}" is missing before this.`);
  }

  /** Gives up on what is read. Without a span it is the rest of the line that is wrong, or where nothing is left the last character. */
  fail(message: string, span: Span = this.#wrong()): never {
    throw new Unreadable({ message, start: span.start, end: Math.min(span.end, this.text.length) });
  }

  /** As `fail`, and nothing behind it is read. */
  halt(message: string, span: Span): never {
    this.at = this.text.length;
    this.fail(message, span);
  }

  #wrong(): Span {
    const end = this.at + this.text.slice(this.at, this.lineEnd()).trimEnd().length;
    if (end > this.at) return { start: this.at, end };
    const last = this.text.slice(0, this.at).trimEnd().length;
    return { start: Math.max(0, last - 1), end: last };
  }

  /** Reads something that lies a level deeper. */
  deeper<T>(read: () => T): T {
    const start = this.at;
    if (++this.#depth > deepest) this.halt('This is nested too deeply to be read.', { start, end: start + 1 });
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  #comment(end: number): void {
    const last = this.comments.at(-1);
    const start = this.at;
    // What is read a second time after a mistake is listed once.
    if (!last || last.start < start) this.comments.push({ start, end, text: this.text.slice(start, end) });
    this.at = end;
  }
}

/** Where an identifier that begins at an offset ends; the offset itself where none begins. */
export function identifierEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    const isLater = (code >= 48 && code <= 57) || code === 45;
    if (isLetter || (isLater && at > start)) at++;
    else if (code >= 128 && isWordCharacter(text, at, at === start)) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    else break;
  }
  return at;
}

let letters: RegExp | undefined;
let laterCharacters: RegExp | undefined;

/** Beyond ASCII. The expressions are made where they are needed, since that takes time. */
function isWordCharacter(text: string, at: number, isFirst: boolean): boolean {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  letters ??= /^\p{ID_Start}$/u;
  laterCharacters ??= /^\p{ID_Continue}$/u;
  return (isFirst ? letters : laterCharacters).test(character);
}
