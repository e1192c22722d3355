import { type Document, type ParsedNode, parseAllDocuments, type YAMLParseError } from 'yaml';
import type { Editor } from '../tree/edit.ts';
import type { Node } from '../tree/node.ts';
import type { Comment, Source, SourceDocument, SyntaxProblem } from '../tree/source.ts';
import { markBefore, SourceText } from '../tree/source-text.ts';
import type { Span } from '../tree/span.ts';
import { type Aliases, resolveAliases } from './aliases.ts';
import { deepestLine, isTooDeep, tooManyBrackets } from './depth.ts';
import { yamlEditor } from './editor.ts';
import { lineEnd } from './extent.ts';
import { joinLines } from './join-lines.ts';
import { keyOverLines } from './key-lines.ts';
import { lexemes } from './lexemes.ts';
import { type Lined, readLineBreaks, unseenBreak, withPlainBreaks } from './line-breaks.ts';
import { scopesOfLines } from './line-scopes.ts';
import { type Masked, maskPlaceholders } from './mask.ts';
import { toNode, type YamlNode } from './nodes.ts';
import { tooLarge } from './size.ts';
import { withoutStacks } from './without-stacks.ts';

/** Another way to read documents than as they stand. */
export interface Reading {
  /** The tree that a document stands for; undefined for one that is read as it stands. */
  translate(root: YamlNode): Node | undefined;
  /** What changes documents of both kinds. */
  readonly editor: Editor;
}

/** A text of YAML that is parsed once, with LF for each lone CR. Building one never throws. */
export class YamlSource extends SourceText implements Source {
  readonly language = 'yaml';
  readonly documents: readonly YamlDocument[];
  readonly masked: readonly Span[];
  readonly hasTemplateLines: boolean;
  readonly editor: Editor;
  /** How its documents are read; undefined for as they stand. */
  readonly reading: Reading | undefined;

  /** What was parsed: the text, with blanks or marks in place of what the parser could not read. As long as the text. */
  #readable: string;
  /** The text with its line breaks as gcloud sees them, placeholders and all. */
  readonly #lined: Lined;
  #comments: readonly Comment[] | undefined;

  constructor(path: string, text: string, reading?: Reading) {
    super(path, withPlainBreaks(text.slice(markBefore(text).length)));
    this.reading = reading;
    this.editor = reading?.editor ?? yamlEditor;
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

  get comments(): readonly Comment[] {
    this.#comments ??= [...readComments(this.#lined.text)];
    return this.#comments;
  }

  scopesOfLines(lines: ReadonlySet<number>): ReadonlyMap<number, Span> {
    return scopesOfLines(this, lines);
  }

  #parse(): YamlDocument[] {
    const text = this.#readable;
    const bracket = tooManyBrackets(text);
    if (bracket !== undefined) return [this.#unreadable(tooDeep, bracket)];
    try {
      const documents = withoutStacks(() => this.#parseAll(text));
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
  #read(document: Document.Parsed<ParsedNode>, isFirst: boolean, next = Number.POSITIVE_INFINITY): YamlDocument {
    const root = document.contents;
    const aliases = resolveAliases(root, this.text);
    const start = document.range[0];
    const error = errorIn(document);
    const found: SyntaxProblem | undefined = error ? this.#word(error) : aliases.problem;
    const refused = this.#lined.problems.find((at) => (isFirst || at.start >= start) && at.start < next);
    const broken = found ?? keyOverLines(root, this.text);
    const problem = refused && !(broken && broken.start < refused.start) ? refused : broken;
    return new YamlDocument(this, start, root, aliases, problem);
  }

  #word({ code, message, pos }: YAMLParseError): SyntaxProblem {
    return { ...onOneLine(this.text, pos), message: unseenBreak(this.text, pos[0]) ?? wordSyntaxError(code, message) };
  }

  /** @param at where the first line that cannot be read begins, or what is wrong with it */
  #unreadable(message: string, at = 0): YamlDocument {
    const end = Math.min(this.text.length, lineEnd(this.text, at));
    return new YamlDocument(this, 0, null, resolveAliases(null, ''), { start: at, end, message });
  }
}

/** One of the YAML documents of a file. Its tree is read where somebody asks for it. */
export class YamlDocument implements SourceDocument {
  readonly source: YamlSource;
  readonly start: number;
  readonly problem: SyntaxProblem | undefined;
  /** The root as the library gives it; null for an empty document. */
  readonly written: ParsedNode | null;
  /** What its aliases stand for. */
  readonly aliases: Aliases;
  #root: Node | null | undefined;

  constructor(
    source: YamlSource,
    start: number,
    written: ParsedNode | null,
    aliases: Aliases,
    problem: SyntaxProblem | undefined,
  ) {
    this.source = source;
    this.start = start;
    this.written = written;
    this.aliases = aliases;
    this.problem = problem;
  }

  get root(): Node | null {
    if (this.#root === undefined) {
      const { readable: text, reading } = this.source;
      const own = toNode(this.written, { text, aliases: this.aliases });
      this.#root = (own && !this.problem ? reading?.translate(own) : undefined) ?? own;
    }
    return this.#root;
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

/**
 * An error's place, from its first character that is no blank to the end of that line. A parser that names one character
 * means the rest of the line.
 */
function onOneLine(text: string, [from, to]: readonly [number, number]): Span {
  const begin = Math.max(0, Math.min(from, text.length));
  const blanks = /^[ \t]*(?=[^ \t\r\n])/.exec(text.slice(begin, to))?.[0].length ?? 0;
  const start = begin + blanks;
  const rest = start + text.slice(start, lineEnd(text, start)).trimEnd().length;
  return { start, end: Math.max(start, to - from > 1 ? Math.min(to, rest) : rest) };
}

const messages: Readonly<Record<string, string>> = {
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
  const ours = messages[code] ?? 'This is not valid YAML.';
  // The parser quotes what it cannot read, which may be all of the file: long, that is left out.
  const quote = detail.length > 160 ? detail.search(/:\s*"/) : -1;
  const theirs = (quote < 0 ? detail : detail.slice(0, quote)).replace(/\s+/g, ' ').trim().replace(/[.:]$/, '');
  return theirs.length > 160 ? ours : `${ours} (${theirs})`;
}

const tooDeep = 'The YAML is nested too deeply to be read.';

/** Whether a document has too many levels, or so many that the parser, which catches that itself, came to its own end. */
function nestsTooDeeply({ contents, errors }: Document.Parsed<ParsedNode>): boolean {
  return errors.some(({ message }) => message.startsWith('Maximum call stack')) || isTooDeep(contents);
}
