import type { Diagnostic } from '../diagnostic.ts';
import type { Analysis } from '../lint.ts';
import type { ManifestFile } from '../model/manifest-file.ts';
import { markBefore } from '../tree/source-text.ts';
import type { Span } from '../tree/span.ts';
import { blankLines, changedSpan } from './changed.ts';

/** What is found in a text and read of it, by what holds for its file. Gives the same for the same text. */
export type Analyse = (text: string) => Analysis;

/** A text of an editor at one moment, with what is known of it. All offsets count behind a byte order mark. */
export interface Snapshot {
  /** Without its byte order mark. */
  readonly text: string;
  /** The byte order mark of the editor's text; "" where it has none. */
  readonly mark: string;
  /** Its model; undefined where nothing of Cloud Run is in the text. */
  readonly file: ManifestFile | undefined;
  /** What lies in this text: sorted, without twins; suppressed ones are marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was found with it and lies in files beside it, in the same way. */
  readonly elsewhere: readonly Diagnostic[];
  /** The lines that are being written and cannot be read yet, so that the rest was read without them. */
  readonly blanked: Span | undefined;
  /** What is found in another text of the same file. */
  readonly analyse: Analyse;
}

/**
 * A file that is open in an editor: each version of its text is analysed once, and what is found elsewhere holds still
 * while a line is half typed. A document with a syntax problem is read no further, so that one unfinished key would hide
 * every other finding. Then the text is read without the lines that were changed last.
 */
export class OpenFile {
  readonly #analyse: Analyse;
  #snapshot: Snapshot | undefined;
  /** The findings that were seen since the line in hand was begun: only these are kept while it cannot be read. */
  #known: ReadonlySet<string> = new Set();
  /** What was changed last. */
  #changed: Span | undefined;
  /** Where the change in hand begins; -1 before the first one. */
  #lineStart = -1;

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  /**
   * What is known of a text; the same object as before for the same text.
   *
   * @param anew whether something beside it has changed, so that the same text has to be analysed again
   */
  take(given: string, anew = false): Snapshot {
    const mark = markBefore(given);
    const text = given.slice(mark.length);
    const before = this.#snapshot;
    const isSame = before?.text === text && before.mark === mark;
    if (isSame && !anew) return before;
    if (before && !isSame) {
      this.#changed = changedSpan(before.text, text);
      this.#remember(before, text, this.#changed);
    }
    const strict = this.#analyse(given);
    const steady = this.#changed && this.#readWithout(text, mark, this.#changed, strict);
    const { file, diagnostics, blanked } = steady ?? { ...strict, blanked: undefined };
    const [own = [], elsewhere = []] = [false, true].map((isElsewhere) =>
      diagnostics.filter(({ about }) => (about !== undefined) === isElsewhere),
    );
    this.#snapshot = { text, mark, analyse: this.#analyse, file, diagnostics: own, elsewhere, blanked };
    return this.#snapshot;
  }

  #remember(before: Snapshot, text: string, changed: Span): void {
    const lineStart = text.lastIndexOf('\n', changed.start - 1) + 1;
    const seen = [...before.diagnostics, ...before.elsewhere].map(({ fingerprint }) => fingerprint);
    this.#known = new Set(lineStart === this.#lineStart ? [...this.#known, ...seen] : seen);
    this.#lineStart = lineStart;
  }

  #readWithout(
    text: string,
    mark: string,
    changed: Span,
    strict: Analysis,
  ): Pick<Snapshot, 'file' | 'diagnostics' | 'blanked'> | undefined {
    const problem = problemOf(strict);
    if (problem === undefined) return undefined;
    const { text: readable, span: blanked } = blankLines(text, changed);
    if (blanked.start > problem) return undefined;
    const { file, diagnostics } = this.#analyse(mark + readable);
    if (!file || problemOf({ file }) !== undefined) return undefined;
    const kept = diagnostics.filter(({ fingerprint }) => this.#known.has(fingerprint));
    const said = new Set(kept.map(({ fingerprint }) => fingerprint));
    const unreadable = strict.diagnostics.filter(({ fingerprint }) => !said.has(fingerprint));
    return { file, diagnostics: [...unreadable, ...kept].sort((a, b) => a.span.start - b.span.start), blanked };
  }
}

/** Where the first problem lies that stops the reader; undefined where everything can be read. */
function problemOf({ file }: Pick<Analysis, 'file'>): number | undefined {
  return file?.source.documents.find(({ problem }) => problem)?.problem?.start;
}
