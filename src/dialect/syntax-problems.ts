import type { ManifestFile } from '../model/manifest-file.ts';
import type { SyntaxProblem } from '../tree/source.ts';
import { isMarked } from './source-of.ts';

/**
 * What stops the parser in each document of a file. None in a file that was found in a folder and only has words of the
 * v2 API: it may be anything.
 */
export function syntaxProblems({ source, options }: ManifestFile): readonly SyntaxProblem[] {
  if (!options.explicit && !isMarked(source.path, source.text)) return [];
  return source.documents.flatMap(({ problem }) => problem ?? []);
}
