import { service } from './bench/generate.ts';
import { installPeers, type Peer } from './bench/peers.ts';
import { compare } from './bench/processes.ts';
import { ms, table, times } from './bench/statistics.ts';
import { clear, writeOneService, writeTexts } from './bench/workspace.ts';
import { corpusFolder, readManifests } from './manifests.ts';

/**
 * `npm run bench:peers`: cloudrun-lint beside other linters of YAML, on the same files in the same run. The others are
 * installed from their registries into a folder that is removed afterwards. Each runs as its users run it.
 */

const single = 9;
const several = 3;

try {
  const peers = await installPeers();
  console.log(
    table(
      'What each does',
      peers.map(({ name, does }) => [`${name}:`, does]).map(([a, b]) => [`${a} ${b}`]),
    ),
  );
  console.log(await oneFile(peers));
  console.log(await aThousandFiles(peers));
} finally {
  await clear();
}

/** One manifest in a fresh process each time. */
async function oneFile(peers: readonly Peer[]): Promise<string> {
  const { folder, file } = await writeOneService();
  const costs = await compare(
    peers.map((peer) => peer.lint(folder, [file])),
    single,
    { usage: false },
  );
  return table(
    `One service of two containers, Node ${process.version}, a fresh process each time, medians of ${single}`,
    [
      ['', 'wall', 'against yaml'],
      ...peers.map(({ name }, i) => [name, ms(costs[i]!.wall), times(costs[i]!.wall, costs[0]!.wall)]),
    ],
  );
}

/** A folder of services in one process. */
async function aThousandFiles(peers: readonly Peer[]): Promise<string> {
  const { name: what, texts } = await services();
  const folder = await writeTexts(Array.from({ length: 1000 }, (_, i) => texts[i % texts.length]!));
  const costs = await compare(
    peers.map((peer) => peer.lint(folder, 'all')),
    several,
    { usage: true },
  );
  return table(`1,000 services in a folder (${what}), medians of ${several}`, [
    ['', 'wall', 'cpu', 'peak memory', 'cpu against yaml', 'wall against yaml'],
    ...peers.map(({ name }, i) => [
      name,
      ms(costs[i]!.wall),
      ...(Number.isNaN(costs[i]!.cpu)
        ? ['-', '-', '-']
        : [ms(costs[i]!.cpu), `${costs[i]!.peak.toFixed(0)} MiB`, times(costs[i]!.cpu, costs[0]!.cpu)]),
      times(costs[i]!.wall, costs[0]!.wall),
    ]),
  ]);
}

/** The real services where they are there, else generated ones. */
async function services(): Promise<{ readonly name: string; readonly texts: readonly string[] }> {
  const isService = (text: string): boolean => text.includes('serving.knative.dev/') && /^kind: Service\b/m.test(text);
  const real = (await readManifests(corpusFolder)).map(({ text }) => text).filter(isService);
  if (real.length > 0) return { name: `${real.length} different real ones`, texts: real };
  const generated = [2, 3, 4].map((containers) => service({ containers, env: containers * 6 }));
  return { name: `${generated.length} different generated ones`, texts: generated };
}
