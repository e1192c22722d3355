import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { executableOfThisMachine } from '../executables/platforms.ts';
import type { Program } from './processes.ts';
import { spectralRules } from './spectral-rules.ts';
import { makeFolder } from './workspace.ts';

/** What is installed for the comparison, at these versions: the newest ones when it was last looked at. */
const versions = {
  '@stoplight/spectral-cli': '6.16.3',
  eslint: '10.15.0',
  'eslint-plugin-yml': '3.10.0',
} as const;

/** Compiled by Go, where there is one. */
const kubeconform = { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.7.0' };

/** A tool that cloudrun-lint is compared with. */
export interface Peer {
  /** With its version. */
  readonly name: string;
  /** What it does with each file, in a few words. */
  readonly does: string;
  /** Its command line as its users write it, from the folder that holds the files. */
  lint(folder: string, files: readonly string[] | 'all'): Program;
}

/** Reads every YAML file and parses it: the least that any linter of YAML has to do. */
const parseAll = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { parseAllDocuments } = require(process.argv[1]);
  const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync('.').filter((name) => name.endsWith('.yaml'));
  for (const file of files) parseAllDocuments(readFileSync(file, 'utf8'), { logLevel: 'silent' });
`;

/** The floor, cloudrun-lint as it is bundled, its executable where it has been built, and the peers. */
export async function installPeers(): Promise<readonly Peer[]> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  await promisify(execFile)(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...wanted],
    {
      cwd: folder,
    },
  );
  const modules = join(folder, 'node_modules');
  const ruleset = join(folder, 'spectral.yaml');
  await writeFile(ruleset, spectralRules);
  const config = join(folder, 'eslint.config.mjs');
  await writeFile(config, `import yml from 'eslint-plugin-yml';\nexport default yml.configs.recommended;\n`);

  const spectral = join(modules, '@stoplight/spectral-cli/dist/index.js');
  const eslint = join(modules, 'eslint/bin/eslint.js');
  const ours = join(process.cwd(), 'dist/cli.js');
  const yaml = join(process.cwd(), 'node_modules/yaml');
  const rules = spectralRules.match(/^ {2}\S+:$/gm)?.length ?? 0;
  return [
    peer(`yaml ${await versionOf(yaml)}`, 'parses, finds nothing: the floor', (files) => [
      ...['-e', parseAll, yaml],
      ...(files === 'all' ? [] : files),
    ]),
    peer(`cloudrun-lint ${await versionOf('.')}`, `all its rules, over containers together`, (files) => [
      ours,
      ...(files === 'all' ? ['.'] : files),
    ]),
    ...executable(),
    ...(await installKubeconform(folder)),
    peer(
      `Spectral ${versions['@stoplight/spectral-cli']}`,
      `${rules} rules of ours, over paths; resolves $ref`,
      (files) => [spectral, 'lint', '--ruleset', ruleset, ...(files === 'all' ? ['*.yaml'] : files)],
    ),
    peer(
      `ESLint ${versions.eslint}, eslint-plugin-yml ${versions['eslint-plugin-yml']}`,
      'its recommended rules: YAML, nothing of Cloud Run',
      (files) => [eslint, '--config', config, ...(files === 'all' ? ['.'] : files)],
    ),
  ];
}

/** The executable for this machine; nothing where it has not been built. */
function executable(): readonly Peer[] {
  const program = resolve(executableOfThisMachine());
  if (!existsSync(program)) return [];
  const lint: Peer['lint'] = (cwd, files) => ({
    name: 'the executable',
    program,
    args: files === 'all' ? ['.'] : files,
    cwd,
  });
  return [{ name: 'cloudrun-lint, executable', does: 'the same without Node.js', lint }];
}

/** kubeconform with our published schemas; nothing where there is no Go. */
async function installKubeconform(folder: string): Promise<readonly Peer[]> {
  const { module, version } = kubeconform;
  try {
    await promisify(execFile)('go', ['install', `${module}@${version}`], { env: { ...process.env, GOBIN: folder } });
  } catch (error) {
    console.log(`kubeconform is left out: ${(error as Error).message.split('\n')[0]}`);
    return [];
  }
  const schemas = resolve('schemas/{{ .ResourceKind }}.json');
  const options = ['-schema-location', schemas, '-ignore-missing-schemas', '-n', '2'];
  const lint: Peer['lint'] = (cwd, files) => ({
    name: 'kubeconform',
    program: join(folder, 'kubeconform'),
    args: [...options, ...(files === 'all' ? ['.'] : files)],
    cwd,
  });
  return [{ name: `kubeconform ${version.slice(1)}`, does: 'our JSON Schemas alone, in Go', lint }];
}

function peer(name: string, does: string, args: (files: readonly string[] | 'all') => readonly string[]): Peer {
  return { name, does, lint: (cwd, files) => ({ name, args: args(files), cwd }) };
}

async function versionOf(folder: string): Promise<string> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version;
}
