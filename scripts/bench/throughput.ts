import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mayBeCloudRun } from '../../src/model/recognise.ts';
import { bundleScript } from '../bundle-script.ts';
import { corpusFolder, readManifests } from '../manifests.ts';
import { service } from './generate.ts';
import { median, ms, table, times } from './statistics.ts';
import type { Round, Rounds } from './throughput-child.ts';
import { makeFolder } from './workspace.ts';

/**
 * All rules over a thousand services in one warm process, against the bare `yaml` parse of the same texts. The process
 * runs bundled code, as users do: what runs the sources here would slow both down, and not alike.
 */
export async function throughput(): Promise<string> {
  const folder = await makeFolder();
  const child = await bundleScript('scripts/bench/throughput-child.ts', folder);
  const generated = [2, 3, 4].map((containers) => service({ containers, env: containers * 6 }));
  const examples = (await readManifests('examples')).map(({ text }) => text);
  const corpus = (await readManifests(corpusFolder)).map(({ text }) => text);
  const measure = (name: string, texts: readonly string[]): string => {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(Array.from({ length: 1000 }, (_, i) => texts[i % texts.length]!)));
    const told = execFileSync(process.execPath, [child, file, resolve('package.json')], { encoding: 'utf8' });
    return show(`${name} (${texts.length} different ones, 1,000 in all)`, JSON.parse(told) as Rounds);
  };
  return [
    measure('Examples and generated services', [...generated, ...examples].filter(mayBeCloudRun)),
    ...(corpus.length > 0 ? [measure('Real services', corpus.filter(mayBeCloudRun))] : []),
  ].join('\n');
}

function show(name: string, told: Rounds): string {
  const [floor = []] = Object.values(told);
  const against = (rounds: readonly Round[], kind: keyof Round): string =>
    times(median(rounds.map((round, i) => round[kind] / floor[i]![kind])), 1);
  return table(`${name}, a warm process, Node ${process.version} (aim: at most 1.5 x)`, [
    ['', 'wall', '', 'cpu', ''],
    ...Object.entries(told).map(([what, rounds]) => [
      what,
      ms(median(rounds.map(({ wall }) => wall))),
      against(rounds, 'wall'),
      ms(median(rounds.map(({ cpu }) => cpu))),
      against(rounds, 'cpu'),
    ]),
  ]);
}
