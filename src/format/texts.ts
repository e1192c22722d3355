import type { Report } from '../report.ts';
import { Lines } from '../tree/lines.ts';
import { markBefore } from '../tree/source-text.ts';

/** Looks up a file's text by lines, without its byte order mark, as positions count. Each file is split once. */
export type LinesOf = (path: string) => Lines | undefined;

/** Makes the lookup for a report's files; undefined for a file whose text was not kept. */
export function linesByPath(report: Report): LinesOf {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const split = new Map<string, Lines | undefined>();
  return (path) => {
    if (!split.has(path)) {
      const text = files.get(path)?.text;
      split.set(path, text === undefined ? undefined : new Lines(text.slice(markBefore(text).length)));
    }
    return split.get(path);
  };
}
