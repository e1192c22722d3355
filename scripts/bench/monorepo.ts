import { join } from 'node:path';
import { type Cost, compare } from './processes.ts';
import { ms, table, times } from './statistics.ts';
import { writeMonorepo } from './workspace.ts';

/** What any linter of a folder has to do: find the YAML files and read them; with `yaml`, parse the services, too. */
const reader = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const yaml = process.argv[1] && require(process.argv[1]);
  for (const entry of readdirSync('.', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\\.ya?ml$/.test(entry.name)) continue;
    const bytes = readFileSync(join(entry.parentPath ?? entry.path, entry.name));
    if (yaml && bytes.includes('serving.knative.dev')) yaml.parseAllDocuments(bytes.toString(), { logLevel: 'silent' });
  }
`;

/** A repository of many YAML files, 1 % of them Cloud Run's: time against reading the files, and memory against a tenth. */
export async function monorepo(): Promise<string> {
  const cli = join(process.cwd(), 'dist/cli.js');
  const [large, small] = [await writeMonorepo(20_000), await writeMonorepo(2_000)];
  const yaml = join(process.cwd(), 'node_modules/yaml');
  const programs = [
    { name: 'read 20,000 files', args: ['-e', reader], cwd: large },
    { name: 'and parse the services', args: ['-e', reader, yaml], cwd: large },
    { name: 'lint 20,000 files', args: [cli, '.'], cwd: large },
    { name: 'read 2,000 files', args: ['-e', reader], cwd: small },
    { name: 'lint 2,000 files', args: [cli, '.'], cwd: small },
  ];
  const costs = await compare(programs, 5, { usage: true });
  const [read, parse, lint, , lintSmall] = costs as readonly [Cost, Cost, Cost, Cost, Cost];
  return [
    table('A monorepo of 20,000 YAML files, every hundredth a service', [
      ['', 'wall', 'cpu', 'peak memory'],
      ...programs.map(({ name }, i) => [
        name,
        ms(costs[i]!.wall),
        ms(costs[i]!.cpu),
        `${costs[i]!.peak.toFixed(0)} MiB`,
      ]),
    ]),
    `  linting against reading: ${times(lint.wall, read.wall)} wall, ${times(lint.cpu, read.cpu)} cpu (aim: at most 1.5 x)\n`,
    `  linting against parsing, too: ${times(lint.wall, parse.wall)} wall, ${times(lint.cpu, parse.cpu)} cpu\n`,
    `  peak memory for 20,000 against 2,000: ${times(lint.peak, lintSmall.peak)} (aim: at most 1.5 x)\n`,
  ].join('');
}
