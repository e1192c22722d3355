import { onceEach } from '../../once.ts';
import type { Comment } from '../../tree/source.ts';
import type { SourceText } from '../../tree/source-text.ts';
import { TextAt } from '../text-at.ts';
import { JoinedLines } from './joined-lines.ts';

/** An instruction of a Dockerfile: https://docs.docker.com/reference/dockerfile/ */
export interface Instruction {
  /** In capitals: `FROM`. */
  readonly keyword: string;
  /** What stands behind the keyword, continuation lines joined and comments between them left out. */
  readonly body: TextAt;
  /** The lines of its here-documents, "" where it has none. */
  readonly heredoc: string;
}

/** A Dockerfile, read once. */
export interface Dockerfile {
  /** In the order of the file. */
  readonly instructions: readonly Instruction[];
  /** Whole lines that begin with `#`. */
  readonly comments: readonly Comment[];
}

/** No Dockerfile has more instructions; of a longer one nothing is read. */
const mostInstructions = 2000;

/** Reads a Dockerfile. Never throws; of what is none, nothing or nonsense is read. The same source is read once. */
export const parseDockerfile = onceEach((source: SourceText): Dockerfile => new Reader(source).read());

const directive = /^#\s*(\w+)\s*=\s*(\S+)\s*$/;
const heredocStart = /<<(-?)(["']?)([A-Za-z_]\w*)\2/g;

class Reader {
  readonly #source: SourceText;
  readonly #text: string;
  #at = 0;
  #escape = '\\';
  readonly #comments: Comment[] = [];

  constructor(source: SourceText) {
    this.#source = source;
    this.#text = source.text;
  }

  read(): Dockerfile {
    this.#readDirectives();
    const instructions: Instruction[] = [];
    while (this.#at < this.#text.length) {
      const instruction = this.#readInstruction();
      if (instruction) instructions.push(instruction);
      if (instructions.length > mostInstructions) return { instructions: [], comments: [] };
    }
    return { instructions, comments: this.#comments };
  }

  /** The comments at the very beginning may say which character escapes. */
  #readDirectives(): void {
    let at = 0;
    for (;;) {
      const end = this.#endOfLine(at);
      const [, name, value] = directive.exec(this.#text.slice(at, Math.min(end, at + 200))) ?? [];
      if (name === undefined) return;
      if (name.toLowerCase() === 'escape' && value === '`') this.#escape = '`';
      at = end + 1;
    }
  }

  #readInstruction(): Instruction | undefined {
    const lines = new JoinedLines();
    for (;;) {
      const start = this.#at;
      const end = this.#endOfLine(start);
      this.#at = end + 1;
      const line = this.#text.slice(start, end).replace(/\r$/, '');
      const bare = line.trimStart();
      if (bare.startsWith('#')) {
        const from = start + line.length - bare.length;
        this.#comments.push({ start: from, end: start + line.length, text: bare });
      } else if (bare !== '') {
        const kept = this.#withoutEscape(line);
        lines.add(kept ?? line, start);
        if (kept === undefined) break;
      } else if (lines.text === '') break;
      if (this.#at >= this.#text.length) break;
      // A comment between instructions continues nothing.
      if (lines.text === '') break;
    }
    return this.#asInstruction(lines);
  }

  /** A line without the character that continues it; undefined where it ends its instruction. */
  #withoutEscape(line: string): string | undefined {
    const trimmed = line.trimEnd();
    return trimmed.endsWith(this.#escape) ? trimmed.slice(0, -1) : undefined;
  }

  #asInstruction(lines: JoinedLines): Instruction | undefined {
    const { text } = lines;
    const [whole, lead = '', keyword] = /^(\s*)([A-Za-z]+)\s+/.exec(text) ?? /^(\s*)([A-Za-z]+)$/.exec(text) ?? [];
    if (whole === undefined || keyword === undefined) return undefined;
    const from = whole.length;
    const to = Math.max(from, text.trimEnd().length);
    const name = keyword.toUpperCase();
    const offsetOf = (at: number): number => lines.offsetOf(from + at);
    const span =
      to > from
        ? { start: lines.offsetOf(from), end: lines.offsetOf(to - 1) + 1 }
        : { start: lines.offsetOf(lead.length), end: lines.offsetOf(lead.length) + keyword.length };
    const body = new TextAt(this.#source, text.slice(from, to), span, [name], offsetOf);
    const heredoc = /^(?:RUN|COPY|ADD)$/.test(name) ? this.#readHeredocs(body.text) : '';
    return { keyword: name, body, heredoc };
  }

  #readHeredocs(text: string): string {
    let lines = '';
    for (const [, strips, , delimiter] of text.matchAll(heredocStart)) {
      for (;;) {
        if (this.#at >= this.#text.length) return lines;
        const end = this.#endOfLine(this.#at);
        const line = this.#text.slice(this.#at, end).replace(/\r$/, '');
        this.#at = end + 1;
        if ((strips ? line.replace(/^\t+/, '') : line) === delimiter) break;
        lines += `${line}\n`;
      }
    }
    return lines;
  }

  #endOfLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }
}
