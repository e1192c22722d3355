import { resolve } from 'node:path';
import { inert } from '../../format/markdown-text.ts';
import { titleOf } from '../../graph/captions.ts';
import { drawText } from '../../graph/draw-text.ts';
import type { Graph } from '../../graph/graph.ts';
import { mermaid } from '../../graph/mermaid.ts';
import { byPath, type Report, unsuppressed } from '../../report.ts';
import { fence } from '../../rule-page.ts';
import type { Io } from '../io.ts';
import { isRefusal, Policies } from '../policies.ts';
import type { PolicyOptions } from '../run-options.ts';

/** GitHub draws no flowchart of more characters. */
const MAX_CHARACTERS = 50_000;
/** A page with more of them is slow. */
const MAX_GRAPHS = 20;

/**
 * The instance of each workload with findings, as folded Markdown; findings are marked where they sit. What holds for
 * the files of the report is found as for linting them.
 */
export async function drawGraphs(report: Report, options: PolicyOptions, { cwd }: Pick<Io, 'cwd'>): Promise<string[]> {
  const policies = new Policies(options, cwd);
  const found = byPath(unsuppressed(report));
  const graphs: Graph[] = [];
  for (const { path, text } of report.files) {
    const diagnostics = found.get(path);
    if (text === undefined || diagnostics === undefined) continue;
    const policy = await policies.for(resolve(cwd, path));
    if (isRefusal(policy)) continue;
    graphs.push(...drawText(path, text, policy, diagnostics).filter(hasMarks));
  }
  return graphs.slice(0, MAX_GRAPHS).flatMap((graph) => {
    const drawing = mermaid(graph);
    if (drawing.length > MAX_CHARACTERS) return [];
    return [
      `<details><summary>${html(`The ${titleOf(graph)}`)}</summary>\n\n${fence('mermaid', drawing)}\n\n</details>\n`,
    ];
  });
}

function hasMarks({ nodes, edges, marks }: Graph): boolean {
  return marks.length > 0 || [...nodes, ...edges].some((element) => element.marks.length > 0);
}

function html(text: string): string {
  return inert(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
