import type { ArtifactLocation, Fix, PhysicalLocation, Region } from 'sarif';
import type { Diagnostic } from '../diagnostic.ts';
import type { Report } from '../report.ts';
import type { Lines } from '../tree/lines.ts';
import type { Range } from '../tree/span.ts';
import { lineHashes } from './line-hash.ts';
import { type Root, toUri } from './place.ts';
import { fixesToShow, linesByPath } from './texts.ts';

/** Longer pieces of a file are not quoted: a file on one line would be repeated in each result. */
const MAX_SNIPPET = 1_000;

/** What relative locations are relative to. GitHub ignores it: the paths are relative to its root anyway. */
export const SOURCE_ROOT = 'SRCROOT';

/** The places of a report's files in SARIF's terms. Files are split and hashed once. */
export class Places {
  readonly #root: Root;
  readonly #texts: ReadonlyMap<string, string | undefined>;
  readonly #linesOf: (path: string) => Lines | undefined;
  readonly #fixOf: ReturnType<typeof fixesToShow>;
  readonly #hashes = new Map<string, readonly string[]>();

  constructor(report: Report, root: Root) {
    this.#root = root;
    this.#texts = new Map(report.files.map((file) => [file.path, file.text]));
    this.#linesOf = linesByPath(report);
    this.#fixOf = fixesToShow(report);
  }

  /** A file, relative to the repository's root where it lies below it. */
  #artifact(path: string): ArtifactLocation {
    const uri = toUri(path, this.#root);
    return uri.startsWith('file:') || uri.startsWith('../') ? { uri } : { uri, uriBaseId: SOURCE_ROOT };
  }

  /** A range of a file with its text and the lines around it. */
  physical(path: string, place: Range): PhysicalLocation {
    const lines = this.#linesOf(path);
    const range = lines ? visibleRange(lines, place) : place;
    const context = lines && contextOf(lines, range);
    return {
      artifactLocation: this.#artifact(path),
      region: { ...region(range), ...(lines ? snippet(textOf(lines, range)) : {}) },
      ...(context === undefined ? {} : { contextRegion: context }),
    };
  }

  /** GitHub's hash of a line; undefined where the text is not known. */
  lineHash(path: string, line: number): string | undefined {
    const text = this.#texts.get(path);
    if (text === undefined) return undefined;
    const hashes = this.#hashes.get(path) ?? lineHashes(text);
    this.#hashes.set(path, hashes);
    return hashes[line - 1];
  }

  /** A finding's fix; undefined where it has none that may be shown, or the text is not known. */
  fix(diagnostic: Diagnostic): Fix | undefined {
    const { path } = diagnostic;
    const fix = this.#fixOf(diagnostic);
    const lines = this.#linesOf(path);
    return (
      fix &&
      lines && {
        description: { text: fix.safe ? `${fix.title}.` : `${fix.title} (may change cost or behaviour).` },
        artifactChanges: [
          {
            artifactLocation: this.#artifact(path),
            replacements: fix.edits.map((edit) => ({
              deletedRegion: region(lines.range(edit)),
              ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
            })),
          },
        ],
      }
    );
  }
}

/** All four coordinates, the end never before the start. */
function region({ start, end }: Range): Region {
  const backwards = end.line < start.line || (end.line === start.line && end.column < start.column);
  const last = backwards ? start : end;
  return { startLine: start.line, startColumn: start.column, endLine: last.line, endColumn: last.column };
}

/** The range, or one character beside it where it is empty: what is empty has no snippet and is not shown. */
function visibleRange(lines: Lines, { start, end }: Range): Range {
  if (start.line !== end.line || start.column < end.column) return { start, end };
  const { start: from, end: to } = lines.span(start.line);
  const behind = start.column <= to - from;
  if (behind) return { start, end: { line: start.line, column: start.column + 1 } };
  return { start: { line: start.line, column: Math.max(1, start.column - 1) }, end: start };
}

function snippet(text: string): Pick<Region, 'snippet'> {
  return text === '' || text.length > MAX_SNIPPET ? {} : { snippet: { text } };
}

function textOf(lines: Lines, range: Range): string {
  const first = lines.span(range.start.line).start + range.start.column - 1;
  return lines.text.slice(first, lines.span(range.end.line).start + range.end.column - 1);
}

/** The whole lines of a range and one more on each side: more than the range, or undefined. */
function contextOf(lines: Lines, { start, end }: Range): Region | undefined {
  const first = Math.max(1, start.line - 1);
  const last = Math.max(start.line, Math.min(lines.count, end.line + 1));
  const text = lines.line(first, last);
  const endColumn = lines.span(last).end - lines.span(last).start + 1;
  const same = first === start.line && start.column === 1 && last === end.line && end.column >= endColumn;
  if (same || text === '' || text.length > MAX_SNIPPET * 2) return undefined;
  return { startLine: first, startColumn: 1, endLine: last, endColumn, snippet: { text } };
}
