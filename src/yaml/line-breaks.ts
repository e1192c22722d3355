import type { SyntaxProblem } from '../tree/source.ts';
import { endOfQuoted } from './join-lines.ts';
import { lexemes } from './lexemes.ts';

/** A text with its line breaks as gcloud's reader sees them. */
export interface Lined {
  /** As long as the text, so that every offset holds in both. */
  readonly text: string;
  /** What the reader refuses, in order. */
  readonly problems: readonly SyntaxProblem[];
}

/** What a text may hold that is more than lines that end with LF or CRLF: it is looked at closely only then. */
const unusual = /[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]|\r(?!\n)/;
const breaks = /[\x85\u2028\u2029]/;
/** What YAML counts as no character of a text, https://yaml.org/spec/1.1/#c-printable; lone surrogates are half of one. */
const unprintable =
  /[^\t\n\r -~\x85\xa0-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** So often may a comment and what stands behind it take turns on one line. */
const mostTurns = 8;

/** Every lone CR as LF: files are read so, before YAML is made of them, and offsets hold. */
export function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/**
 * Reads NEL, U+2028 and U+2029, which YAML 1.1 takes for line breaks and 1.2 does not. For gcloud's reader they end a
 * comment and separate what stands around them, but begin no new line: columns are counted on. So they are blanks here,
 * and with them the comments that they end. What it refuses for them, or since it is no character to it, is told.
 */
export function readLineBreaks(text: string): Lined {
  if (!unusual.test(text)) return { text, problems: [] };
  const problems: SyntaxProblem[] = [];
  const strange = unprintable.exec(text);
  if (strange) problems.push(refused(strange.index, `${nameOf(strange[0])} cannot stand in YAML. Take it out.`));
  if (!breaks.test(text)) return { text, problems };
  const reader = new BreakReader(text);
  return { text: reader.text, problems: [...problems, ...reader.problems].sort((a, b) => a.start - b.start) };
}

/** What to say of an error that an invisible line break before it on its line explains; undefined without one. */
export function unseenBreak(text: string, at: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 1);
  const found = breaks.exec(line);
  return found
    ? `${nameOf(found[0])} on this line is a line break to some readers of YAML and none to others. Write a line break, or take it out.`
    : undefined;
}

class BreakReader {
  /** What is left to read: as long as the text that was given. */
  text: string;
  readonly problems: SyntaxProblem[] = [];
  /** What was a comment and its end, and is blank now. */
  readonly #blanked: number[] = [];

  constructor(text: string) {
    this.text = text;
    const directive =
      /^%[^\r\n\x85\u2028\u2029]*(?=[\x85\u2028\u2029][\x85\u2028\u2029 ]*[^\x85\u2028\u2029 \n#])/m.exec(text);
    if (directive) {
      const at = directive.index + directive[0].length;
      this.problems.push(refused(at, endsLine(text.slice(at))));
    }
    for (let turn = 0; this.#readOnce(); turn++) {
      if (turn < mostTurns) continue;
      const at = Math.max(0, this.text.search(breaks));
      this.problems.push(refused(at, 'Invisible line breaks hide too much here. Write line breaks that are seen.'));
      break;
    }
    this.#findJoined();
  }

  /** Blanks what the text as it is now shows of line breaks; false where there is nothing left to do. */
  #readOnce(): boolean {
    const edits: { start: number; text: string }[] = [];
    let isBlock = false;
    // The lexer leaves a quoted value at a line that stands too far left.
    let quotedUntil = 0;
    for (const { text, start, isScalar } of lexemes(this.text)) {
      if (isScalar && start >= quotedUntil && isOpenQuote(text)) quotedUntil = endOfQuoted(this.text, start);
      if (!isScalar && /^[|>]/.test(text)) isBlock = true;
      if (breaks.test(text)) {
        const isQuoted = start < quotedUntil || (isScalar && /^["']/.test(text));
        const blanked = isQuoted
          ? text.replaceAll('\x85', ' ')
          : isBlock
            ? this.#inBlock(text, start, isScalar)
            : this.#blank(text, start, isScalar);
        if (blanked !== text) edits.push({ start, text: blanked });
      }
      if (isScalar) isBlock = false;
    }
    const pieces: string[] = [];
    let from = 0;
    for (const { start, text } of edits) {
      pieces.push(this.text.slice(from, start), text);
      from = start + text.length;
    }
    this.text = pieces.join('') + this.text.slice(from);
    return edits.length > 0;
  }

  #blank(text: string, start: number, isScalar: boolean): string {
    if (!isScalar && /^[&*]/.test(text)) return text.replaceAll('\x85', ' ');
    if (!text.startsWith('#') || isScalar) {
      const comment = text.search(/[\x85\u2028\u2029] *#/);
      const end = comment === -1 ? text.length : comment + 1;
      return blank(text.slice(0, end)) + text.slice(end);
    }
    const content = /[\x85\u2028\u2029] *[^\x85\u2028\u2029 #]/.exec(text);
    if (!content) return text;
    const end = content.index + content[0].length - 1;
    this.#blanked.push(start + end - 1);
    return ' '.repeat(end) + text.slice(end);
  }

  /**
   * A block of text ends at such a break that does not end its line, and nothing but comments can follow on lines that
   * are indented as it is.
   */
  #inBlock(text: string, start: number, isContent: boolean): string {
    for (const { 0: run, index } of text.matchAll(/[\x85\u2028\u2029]+/g)) {
      const end = start + index + run.length;
      if (end === this.text.length || this.text[end] === '\n') continue;
      const rest = text.slice(index);
      if (isContent && !/[\n\x85\u2028\u2029] *[^\n\x85\u2028\u2029 #]/.test(rest))
        return blank(text.slice(0, index)) + rest.replace(/[^\n]/g, ' ');
      this.problems.push(refused(start + index, endsLine(rest)));
      return text;
    }
    return blank(text);
  }

  /** A comment separates two texts, but the blanks in its place would not. */
  #findJoined(): void {
    if (this.#blanked.length === 0) return;
    const waiting = this.#blanked.sort((a, b) => b - a);
    for (const { text, start, isScalar } of lexemes(this.text)) {
      while (waiting.length > 0 && waiting.at(-1)! < start) waiting.pop();
      if (!isScalar || /^["']/.test(text) || (waiting.at(-1) ?? Number.POSITIVE_INFINITY) >= start + text.length)
        continue;
      this.problems.push(
        refused(
          waiting.at(-1)! + 1,
          'A line break that is not seen ends the comment, and YAML does not expect this behind it.',
        ),
      );
    }
  }
}

function blank(text: string): string {
  return text.replace(/[\x85\u2028\u2029]/g, ' ');
}

/** Whether a scalar begins with a quote that it does not end with, as far as that is easily seen. */
function isOpenQuote(text: string): boolean {
  return /^["']/.test(text) && (text.length === 1 || text.at(-1) !== text[0]);
}

function endsLine(text: string): string {
  const [character = ''] = breaks.exec(text) ?? [];
  return `${nameOf(character)} is a line break for gcloud, which does not expect what follows. Write a line break that is seen, or take it out.`;
}

/** `The invisible character U+2028`. */
function nameOf(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `The invisible character U+${code}`;
}

function refused(start: number, message: string): SyntaxProblem {
  return { start, end: start + 1, message };
}
