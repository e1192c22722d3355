import type { FilesAround } from '../model/surroundings.ts';
import { markBefore, SourceText } from '../tree/source-text.ts';

/** Files that are given as texts by their paths, for those who have no disk: browsers, examples and tests. */
export function givenFiles(texts: Readonly<Record<string, string>>, folder = ''): FilesAround {
  const sources = new Map(
    Object.entries(texts).map(([path, text]) => [path, new SourceText(path, text.slice(markBefore(text).length))]),
  );
  return {
    folder,
    read: (path) => sources.get(path),
    list: (inside) => {
      const start = inside === '' ? '' : `${inside}/`;
      const below = [...sources.keys()]
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
      return [...new Set(below.map((path) => path.replace(/\/.*$/s, '/')))].sort();
    },
  };
}
