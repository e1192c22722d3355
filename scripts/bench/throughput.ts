import { parseAllDocuments } from 'yaml';
import { mayBeCloudRun } from '../../src/model/recognise.ts';
import { bundleScript } from '../bundle-script.ts';
import { corpusFolder, readManifests } from '../manifests.ts';
import { service } from './generate.ts';
import { median, ms, table, times } from './statistics.ts';
import { makeFolder } from './workspace.ts';

/** A thing to do with a text, and what to call it. */
interface Work {
  readonly name: string;
  readonly run: (text: string) => unknown;
}

/** All rules over a thousand services in one warm process, against the bare `yaml` parse of the same texts. */
export async function throughput(): Promise<string> {
  const bundle = await bundleScript('scripts/bench/linter.ts', await makeFolder());
  const { lint, rules } = (await import(bundle)) as typeof import('./linter.ts');
  const work: readonly Work[] = [
    { name: 'yaml parse', run: (text) => parseAllDocuments(text, { logLevel: 'silent' }) },
    { name: 'lint, no rules', run: (text) => lint('a.yaml', text, { rules: [] }) },
    { name: `lint, ${rules.length} rules`, run: (text) => lint('a.yaml', text, { rules }) },
  ];
  const generated = [2, 3, 4].map((containers) => service({ containers, env: containers * 6 }));
  const examples = (await readManifests('examples')).map(({ text }) => text);
  const corpus = (await readManifests(corpusFolder)).map(({ text }) => text);
  return [
    measure(work, 'Examples and generated services', [...generated, ...examples].filter(mayBeCloudRun)),
    ...(corpus.length > 0 ? [measure(work, `Services of ${corpusFolder}`, corpus.filter(mayBeCloudRun))] : []),
  ].join('\n');
}

/** In small portions in turn, so that whatever else the machine does falls on all of them alike. */
const portion = 50;
const rounds = 9;

function measure(work: readonly Work[], name: string, texts: readonly string[]): string {
  const thousand = Array.from({ length: 1000 }, (_, i) => texts[i % texts.length]!);
  const costs: number[][] = work.map(() => []);
  // The first two rounds warm the process up.
  for (let round = -2; round < rounds; round++) {
    const spent = work.map(() => 0);
    for (let at = 0; at < thousand.length; at += portion) {
      for (const [index, { run }] of work.entries()) {
        const start = process.cpuUsage();
        for (const text of thousand.slice(at, at + portion)) run(text);
        const { user, system } = process.cpuUsage(start);
        spent[index]! += (user + system) / 1000;
      }
    }
    if (round >= 0) for (const [index, cost] of spent.entries()) costs[index]!.push(cost);
  }
  const ratios = costs.map((cost) => median(cost.map((own, round) => own / costs[0]![round]!)));
  return table(
    `${name} (${texts.length} different ones, 1,000 in all), CPU time of one warm process (aim: at most 1.5 x)`,
    work.map(({ name }, i) => [name, ms(median(costs[i]!)), times(ratios[i]!, 1)]),
  );
}
