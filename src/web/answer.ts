import { compareDiagnostics, withoutTwins } from '../diagnostic.ts';
import { mayConcernUs } from '../dialect/source-of.ts';
import { drawText } from '../graph/draw-text.ts';
import type { Graph } from '../graph/graph.ts';
import { fix, lint } from '../library/index.ts';
import { readOptions } from '../library/options.ts';
import { OptionsError } from '../library/types.ts';
import type { Answer, Question, WebFile } from './messages.ts';

/** All that the page shows of its files. Never throws for the sake of a text; a mistake in the configuration is said. */
export function answer({ id, task, files, draw, options }: Question): Answer {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const paths = lintedOf(files).map(({ path }) => path);
  const fixed = new Map<string, string>();
  const given = (path: string) => ({ ...options, path, files: Object.fromEntries(texts) });
  try {
    for (const path of task === 'lint' ? [] : paths) {
      const { text } = fix(texts.get(path)!, { ...given(path), unsafe: task === 'unsafe' });
      if (text !== texts.get(path)) fixed.set(path, text);
      texts.set(path, text);
    }
    const results = paths.map((path) => lint(texts.get(path)!, given(path)));
    const found = results.flatMap(({ diagnostics }) => diagnostics).sort(compareDiagnostics);
    const drawn = draw === undefined ? [] : [...paths].sort((a, b) => Number(b === draw) - Number(a === draw));
    const graphs = first(drawn, (path) => {
      const settings = readOptions(given(path));
      const { diagnostics } = results[paths.indexOf(path)]!;
      return drawText(path, texts.get(path)!, settings.policy, diagnostics, settings.lint.filesAround);
    });
    const resources = new Map(paths.map((path, i) => [path, results[i]!.resources]));
    return { id, problem: '', diagnostics: withoutTwins(found), resources, graphs, fixed };
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    return { id, problem: error.message, diagnostics: [], resources: new Map(), graphs: [], fixed: new Map() };
  }
}

/** As the command line chooses in a folder; where nothing looks like Cloud Run's, the first file is taken for it. */
function lintedOf(files: readonly WebFile[]): readonly WebFile[] {
  const ours = files.filter(({ path, text }) => mayConcernUs(path, text));
  return ours.length > 0 ? ours : files.slice(0, 1);
}

/** The instances of the first file that has any. */
function first(paths: readonly string[], graphsOf: (path: string) => readonly Graph[]): readonly Graph[] {
  for (const path of paths) {
    const graphs = graphsOf(path);
    if (graphs.length > 0) return graphs;
  }
  return [];
}
