import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bunOfThisMachine } from '../executables/bun.ts';
import { executableOfThisMachine } from '../executables/platforms.ts';

/** Something that the tool runs on. */
export interface Runtime {
  /** What heads its column: a version of Node.js without the `v`, or the name of another runtime. */
  readonly name: string;
  /** The program and all that stands before the file of the bundle, or alone: before the arguments. */
  readonly command: readonly string[];
  /** Whether it holds the tool itself, so that no file of the bundle is named. */
  readonly isWhole: boolean;
}

/**
 * Installs what is asked for into a folder, from npm, as packages that hold the executable of one platform, so that no
 * install script has to run.
 *
 * @param names versions of Node.js as npm takes them (`20.19.0`, or `22` for the newest of that line), `bun`, `deno`,
 *   and `executable` for the one that `npm run executables` has built for this machine
 */
export async function install(folder: string, names: readonly string[]): Promise<readonly Runtime[]> {
  const isNode = (name: string) => /^\d/.test(name);
  const nodes = names.filter(isNode);
  await npmInstall(folder, [
    ...nodes.map((version, i) => `node-${i}@npm:${nodePackage}@${version}`),
    ...(names.includes('deno') ? [`${denoPackage}@2`] : []),
  ]);
  return Promise.all(
    names.map((name): Runtime | Promise<Runtime> => {
      if (isNode(name)) return nodeIn(join(folder, 'node_modules', `node-${nodes.indexOf(name)}`));
      if (name === 'bun') return { name, command: [bunOfThisMachine(), 'run', '--no-install'], isWhole: false };
      if (name === 'deno') return { name, command: [denoIn(folder), 'run', '-A', '--no-lock'], isWhole: false };
      if (name === 'executable') return { name, command: [resolve(executableOfThisMachine())], isWhole: true };
      throw new Error(`There is no runtime "${name}": it is a version of Node.js, bun, deno or executable.`);
    }),
  );
}

const system = process.platform === 'win32' ? 'win' : process.platform;
const nodePackage = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`;
const denoPackage = `@deno/${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}`;

function denoIn(folder: string): string {
  return join(folder, 'node_modules', denoPackage, process.platform === 'win32' ? 'deno.exe' : 'deno');
}

async function nodeIn(place: string): Promise<Runtime> {
  const { version, bin } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
  return { name: version.replace(/^v/, ''), command: [join(place, bin.node)], isWhole: false };
}

async function npmInstall(folder: string, packages: readonly string[]): Promise<void> {
  if (packages.length === 0) return;
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  await promisify(execFile)('npm', ['install', ...options, ...packages], { shell: process.platform === 'win32' });
}
