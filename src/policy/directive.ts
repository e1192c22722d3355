import { suggest } from '../text/suggest.ts';
import type { Comment, Source } from '../tree/source.ts';
import type { Span } from '../tree/span.ts';

/** What a comment asks for: `# cloudrun-lint-ignore ID[, ID]: reason`, or the same for the whole file. */
export interface Directive extends Span {
  /** `line` for what begins on its own line or the next one below, `file` for everything. */
  readonly scope: 'line' | 'file';
  /** The ids that it names, where they stand. */
  readonly ids: readonly NamedRule[];
  /** Why, in the author's words; "" where nothing is said. */
  readonly reason: string;
  /** Whether the reason lacks its colon. */
  readonly lacksColon: boolean;
  /** The whole comment, for taking it out. */
  readonly comment: Comment;
}

/** An id in a comment. */
export interface NamedRule extends Span {
  /** As written: there may be no such rule. */
  readonly id: string;
}

/** A comment that looks like a directive and is none. */
export interface Mistake extends Span {
  /** What the comment says: `cloudrun-lint-disable`. */
  readonly word: string;
  /** The directive to write instead. */
  readonly meant: string;
}

const keywords = ['cloudrun-lint-ignore', 'cloudrun-lint-ignore-file'];
const pattern = /(?:^|\s)((?:#+|\/\/+|\/\*+)[ \t]*)(cloudrun-lint-[\w-]+)(?=$|[\s:])/;
const content = /^\s*([A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)?\s*(:|--)?\s*(.*)$/s;

/** Whether a text may hold a directive, so that nearly every file is passed over at once. */
export function mayHoldDirective(text: string): boolean {
  return text.includes('cloudrun-lint-');
}

/** Reads the directives among a file's comments, in order. One may follow another remark in the same comment. */
export function* readDirectives(source: Source): Generator<Directive | Mistake> {
  for (const comment of source.comments) {
    const found = pattern.exec(comment.text);
    if (!found) continue;
    const [whole, hash = '', word = ''] = found;
    const at = found.index + whole.length - word.length;
    const start = comment.start + at - hash.length;
    if (keywords.includes(word)) yield readDirective(comment, word, start, at + word.length);
    else if (/ignore|disable|suppress|skip/.test(word) || suggest(word, keywords, 3)) {
      const from = comment.start + at;
      yield { start: from, end: from + word.length, word, meant: word.endsWith('-file') ? keywords[1]! : keywords[0]! };
    }
  }
}

function readDirective(comment: Comment, word: string, start: number, from: number): Directive {
  const rest = comment.text.slice(from).replace(/(?<!\*)\*+\/$/, '');
  const [, list = '', separator, reason = ''] = content.exec(rest) ?? [];
  const listStart = comment.start + from + rest.indexOf(list);
  const ids = [...list.matchAll(/[\w-]+/g)].map(({ 0: id, index }): NamedRule => {
    return { id, start: listStart + index, end: listStart + index + id.length };
  });
  return {
    scope: word === keywords[1] ? 'file' : 'line',
    ids,
    reason: separator === undefined ? '' : reason.trim(),
    lacksColon: separator === undefined && reason.trim() !== '',
    comment,
    start,
    end: comment.start + lengthOf(comment.text),
  };
}

/** The length of a comment without blanks at its end. What else JavaScript takes for white space, YAML does not. */
function lengthOf(comment: string): number {
  let length = comment.length;
  while (/[ \t\r]/.test(comment[length - 1] ?? '')) length--;
  return length;
}
