import { parseAllDocuments } from 'yaml';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { mayBeCloudRun } from '../../src/model/recognise.ts';
import { corpusFolder, readManifests } from '../manifests.ts';
import { service } from './generate.ts';
import { median, ms, table, times } from './statistics.ts';

/** All rules over a thousand services in one warm process, against the bare `yaml` parse of the same texts. */
export async function throughput(): Promise<string> {
  const generated = [2, 3, 4].map((containers) => service({ containers, env: containers * 6 }));
  const examples = (await readManifests('examples')).map(({ text }) => text);
  const corpus = (await readManifests(corpusFolder)).map(({ text }) => text);
  return [
    measure('Examples and generated services', [...generated, ...examples].filter(mayBeCloudRun)),
    ...(corpus.length > 0 ? [measure(`Services of ${corpusFolder}`, corpus.filter(mayBeCloudRun))] : []),
  ].join('\n');
}

function measure(name: string, texts: readonly string[]): string {
  const thousand = Array.from({ length: 1000 }, (_, i) => texts[i % texts.length]!);
  const work = [
    { name: 'yaml parse', run: (text: string) => void parseAllDocuments(text, { logLevel: 'silent' }) },
    { name: 'lint, no rules', run: (text: string) => void lint('a.yaml', text, { rules: [] }) },
    { name: `lint, ${rules.length} rules`, run: (text: string) => void lint('a.yaml', text, { rules }) },
  ];
  const walls: number[][] = work.map(() => []);
  for (let round = -1; round < 7; round++) {
    for (const [index, { run }] of work.entries()) {
      const start = process.cpuUsage();
      for (const text of thousand) run(text);
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) walls[index]!.push((user + system) / 1000);
    }
  }
  const cpu = walls.map(median);
  return table(
    `${name} (${texts.length} different ones, 1,000 in all), CPU time of one warm process (aim: at most 1.5 x)`,
    work.map(({ name }, i) => [name, ms(cpu[i]!), times(cpu[i]!, cpu[0]!)]),
  );
}
