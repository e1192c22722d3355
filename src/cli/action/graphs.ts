import { inert } from '../../format/markdown-text.ts';
import type { Graph } from '../../graph/graph.ts';
import { mermaid } from '../../graph/mermaid.ts';
import { graphOf } from '../../graph/model.ts';
import { titleOf } from '../../graph/words.ts';
import { ManifestFile } from '../../model/manifest-file.ts';
import { byPath, type Report, unsuppressed } from '../../report.ts';
import { fence } from '../../rule-page.ts';
import { Source } from '../../yaml/source.ts';

/** GitHub draws no flowchart of more characters. */
const MAX_CHARACTERS = 50_000;
/** A page with more of them is slow. */
const MAX_GRAPHS = 20;

/** The instance of each workload with findings, as folded Markdown; findings are marked where they sit. */
export function drawGraphs(report: Report): string[] {
  const found = byPath(unsuppressed(report));
  const graphs = report.files.flatMap(({ path, text }) => {
    const diagnostics = found.get(path);
    if (text === undefined || diagnostics === undefined) return [];
    const { workloads } = new ManifestFile(new Source(path, text), { explicit: true });
    return workloads.map((workload) => graphOf(workload, diagnostics)).filter(hasMarks);
  });
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
