import { type Document, type ParsedNode, parseAllDocuments, type YAMLParseError } from 'yaml';
import { type Aliases, resolveAliases } from './aliases.ts';
import { deepestLine, isTooDeep, tooManyBrackets } from './depth.ts';
import { lineEnd } from './extent.ts';
import { joinLines } from './join-lines.ts';
import { keyOverLines } from './key-lines.ts';
import { lexemes } from './lexemes.ts';
import { type Lined, readLineBreaks, unseenBreak, withPlainBreaks } from './line-breaks.ts';
import { Lines } from './lines.ts';
import { type Masked, maskPlaceholders } from './mask.ts';
import { tooLarge } from './size.ts';
import type { Position, Range, Span } from './span.ts';

/** A comment with its `#`, where it stands. */
export interface Comment extends Span {
  /** From the `#` up to the line break, blanks at its end included. */
  readonly text: string;
}

/** Why a document cannot be read, in our words, and where. */
export interface SyntaxProblem extends Span {
  /** On one line: a sentence, and behind it in brackets what the parser says, where it was the parser that stopped. */
  readonly message: string;
}

/** One of the YAML documents of a file. */
export interface SourceDocument {
  /** The file that the document is a part of. */
  readonly source: Source;
  /** Where it begins: its `---`, if it has one. */
  readonly start: number;
  /** The root node; null for an empty document. */
  readonly root: ParsedNode | null;
  /** What each alias stands for. */
  readonly aliases: Aliases;
  /** The first thing that stops a parser; a document that has one is read no further. */
  readonly problem: SyntaxProblem | undefined;
}

/** A text that is parsed once, with a place for everything in it. Building one never throws. */
export class Source {
  /** What diagnostics call the file: `deploy/service.yaml`, `<stdin>`. Nothing is read from it. */
  readonly path: string;
  /** The text without its byte order mark and with LF for each lone CR; all offsets count from here. */
  readonly text: string;
  /** The documents in order, broken ones included. */
  readonly documents: readonly SourceDocument[];
  /** Unquoted placeholders that had to be hidden from the parser. */
  readonly masked: readonly Span[];
  /**
   * Whether a template engine fills in, repeats or drops whole lines (`{{ if … }}`, `{% for … %}`, a lone `${…}`): what
   * is absent may yet come, and what stands twice may be a choice.
   */
  readonly hasTemplateLines: boolean;

  /** What was parsed: the text, with blanks or marks in place of what the parser could not read. As long as the text. */
  #readable: string;
  /** The text with its line breaks as gcloud sees them, placeholders and all. */
  readonly #lined: Lined;
  #lines: Lines | undefined;
  #comments: readonly Comment[] | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = withPlainBreaks(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    this.#readable = this.text;
    const problem = tooLarge(this.text);
    if (problem) {
      this.#lined = { text: this.text, problems: [] };
      this.masked = [];
      this.hasTemplateLines = false;
      this.documents = [this.#unreadable(problem)];
      return;
    }
    this.#lined = readLineBreaks(this.text);
    const mask: Masked | undefined = maskPlaceholders(this.#lined.text);
    this.masked = mask?.spans ?? [];
    this.hasTemplateLines = mask?.hasTagLines ?? false;
    this.#readable = mask?.text ?? this.#lined.text;
    this.documents = this.#parse();
  }

  /** The text that the nodes of its documents were parsed from, which offsets inside of values count by. */
  get readable(): string {
    return this.#readable;
  }

  /** All comments in order, those of every document. */
  get comments(): readonly Comment[] {
    this.#comments ??= [...readComments(this.#lined.text)];
    return this.#comments;
  }

  /** The text by lines. */
  get lines(): Lines {
    this.#lines ??= new Lines(this.text);
    return this.#lines;
  }

  /** Line and column of an offset; one beyond the text is its end. */
  position(offset: number): Position {
    return this.lines.position(offset);
  }

  /** Both ends of a span as positions. */
  range(span: Span): Range {
    return this.lines.range(span);
  }

  #parse(): SourceDocument[] {
    const text = this.#readable;
    const bracket = tooManyBrackets(text);
    if (bracket !== undefined) return [this.#unreadable(tooDeep, bracket)];
    try {
      const documents = this.#parseAll(text);
      const line = deepestLine(text);
      if (line !== undefined && documents.some(nestsTooDeeply)) return [this.#unreadable(tooDeep, line)];
      const [refused] = this.#lined.problems;
      if (documents.length === 0 && refused) return [this.#unreadable(refused.message, refused.start)];
      return documents.map((document, index) => this.#read(document, index === 0, documents[index + 1]?.range[0]));
    } catch (error) {
      if (error instanceof RangeError) return [this.#unreadable(tooDeep, deepestLine(text))];
      const cause = error instanceof Error ? error.message.split('\n')[0] : 'unknown cause';
      return [this.#unreadable(`The YAML cannot be read (${cause}).`)];
    }
  }

  /** Parses as YAML 1.2, and where that fails as YAML 1.1 would be read: with lines joined that stand too far left. */
  #parseAll(text: string): readonly Document.Parsed<ParsedNode>[] {
    const first = parseAllDocuments<ParsedNode, true>(text, parseOptions);
    let documents = first;
    let joined = text;
    for (let left = Math.min(50, 500_000 / text.length); left >= 1 && !('empty' in documents); left--) {
      const broken = documents.find(errorIn);
      if (!broken) {
        this.#readable = joined;
        return documents;
      }
      const next = joinLines(joined, broken.contents, errorIn(broken)!);
      if (next === undefined || next === joined) break;
      joined = next;
      documents = parseAllDocuments<ParsedNode, true>(joined, parseOptions);
    }
    return 'empty' in first ? [] : first;
  }

  /** @param next where the next document begins; the last one reaches to the end of the text */
  #read(document: Document.Parsed<ParsedNode>, isFirst: boolean, next = Number.POSITIVE_INFINITY): SourceDocument {
    const root = document.contents;
    const aliases = resolveAliases(root, this.text);
    const start = document.range[0];
    const error = errorIn(document);
    const found: SyntaxProblem | undefined = error ? this.#word(error) : aliases.problem;
    const refused = this.#lined.problems.find((at) => (isFirst || at.start >= start) && at.start < next);
    const broken = found ?? keyOverLines(root, this.text);
    const problem = refused && !(broken && broken.start < refused.start) ? refused : broken;
    return { source: this, start, root, aliases, problem };
  }

  #word({ code, message, pos }: YAMLParseError): SyntaxProblem {
    return { ...onOneLine(this.text, pos), message: unseenBreak(this.text, pos[0]) ?? wordSyntaxError(code, message) };
  }

  /** @param at where the first line that cannot be read begins, or what is wrong with it */
  #unreadable(message: string, at = 0): SourceDocument {
    const end = Math.min(this.text.length, lineEnd(this.text, at));
    return {
      source: this,
      start: 0,
      root: null,
      aliases: resolveAliases(null, ''),
      problem: { start: at, end, message },
    };
  }
}

/** What stops the parser first. A comment right behind a quote or bracket does not: gcloud's reader takes it. */
function errorIn({ errors }: Document.Parsed<ParsedNode>): YAMLParseError | undefined {
  return errors.find(({ message }) => !message.startsWith('Comments must be separated'));
}

/**
 * The failsafe schema makes every scalar a string: `Field` decides by the schema of the place and by YAML 1.1, as
 * gcloud does. Unique keys are checked by a rule, since the library's own check is quadratic.
 */
const parseOptions = {
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: false,
} as const;

function* readComments(text: string): Generator<Comment> {
  for (const lexeme of lexemes(text)) {
    const { start } = lexeme;
    if (!lexeme.isScalar && lexeme.text.startsWith('#')) {
      yield { start, end: start + lexeme.text.length, text: lexeme.text };
    }
  }
}

/** An error's place, cut at the end of its first line. A parser that names one character means the rest of the line. */
function onOneLine(text: string, [from, to]: readonly [number, number]): Span {
  const start = Math.max(0, Math.min(from, text.length));
  const rest = start + text.slice(start, lineEnd(text, start)).trimEnd().length;
  return { start, end: Math.max(start, to - from > 1 ? Math.min(to, rest) : rest) };
}

const words: Readonly<Record<string, string>> = {
  BAD_INDENT: 'The indentation is wrong here.',
  TAB_AS_INDENT: 'A tab indents this line. YAML allows only spaces.',
  MISSING_CHAR: 'A character is missing here.',
  MULTILINE_IMPLICIT_KEY: 'This key runs over several lines. A colon or a quote is missing nearby.',
  BLOCK_AS_IMPLICIT_KEY: 'A mapping begins inside another value. Quote the value, or move it to a line of its own.',
  UNEXPECTED_TOKEN: 'YAML does not expect this here.',
  BAD_DQ_ESCAPE: 'This escape is unknown in double quotes.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Quote the value.',
  MISSING_ANCHOR: 'This alias has no anchor.',
};

function wordSyntaxError(code: string, detail: string): string {
  const ours = words[code] ?? 'This is not valid YAML.';
  // The parser quotes what it cannot read, which may be all of the file.
  const theirs = detail.slice(0, 1000).replace(/\s+/g, ' ').trim().replace(/[.:]$/, '');
  return `${ours} (${theirs.length > 160 ? `${theirs.slice(0, 159)}\u2026` : theirs})`;
}

const tooDeep = 'The YAML is nested too deeply to be read.';

/** Whether a document has too many levels, or so many that the parser, which catches that itself, came to its own end. */
function nestsTooDeeply({ contents, errors }: Document.Parsed<ParsedNode>): boolean {
  return errors.some(({ message }) => message.startsWith('Maximum call stack')) || isTooDeep(contents);
}
