import type { Diagnostic } from '../../src/diagnostic.ts';
import { graphFormats } from '../../src/graph/formats.ts';
import { graphOf } from '../../src/graph/model.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import type { Source } from '../../src/tree/source.ts';
import { safeLines } from '../../test/format/hostile.ts';
import type { Random } from '../random.ts';
import { checkXml } from './check-xml.ts';
import { require } from './require.ts';

const names = Object.keys(graphFormats) as (keyof typeof graphFormats)[];

/** Draws the workloads of a file in two of the formats and throws where a drawing cannot be read. */
export async function checkGraphs(source: Source, diagnostics: readonly Diagnostic[], random: Random): Promise<void> {
  const { workloads } = new ManifestFile(source, { explicit: true, target: 'cloud-run' });
  const graphs = workloads.map((workload) => graphOf(workload, diagnostics));
  const options = { colors: false, width: random.pick([20, 80, 120]) };
  for (const name of [random.pick(names), random.pick(names)]) {
    const output = (await graphFormats[name]())(graphs, options);
    try {
      require(graphs.length === 0 || output.endsWith('\n'), 'does not end with a newline');
      validity[name](output);
    } catch (error) {
      throw new Error(`graph as ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** How each format's own readers would find fault with it: they throw. */
const validity: Readonly<Record<keyof typeof graphFormats, (output: string) => void>> = {
  terminal: (output) => safeLines(output),
  mermaid: (output) => safeLines(output),
  /** Without its quoted strings only the few words of the language are left. */
  dot(output) {
    safeLines(output);
    const bare = output.replace(/"(?:[^"\\]|\\.)*"/g, '');
    const strange = /[^a-zA-Z0-9_=,\s{}[\];>.-]/.exec(bare);
    require(strange === null, () => `${JSON.stringify(strange![0])} stands outside of quotes`);
  },
  svg(output) {
    checkXml(output, ['svg', 'style', 'title', 'g', 'path', 'rect', 'text']);
  },
};
