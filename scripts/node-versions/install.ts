import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** One Node.js to run with. */
export interface Node {
  /** Without the `v`. */
  readonly version: string;
  /** Where `node` lies, below the folder of the installation. */
  readonly executable: string;
}

/**
 * Installs versions of Node.js side by side into a folder. They come from npm as the packages with the executable of
 * one platform, so that no install script has to run.
 *
 * @param versions as npm takes them: `20.19.0`, or `22` for the newest of that line
 */
export async function installNodes(folder: string, versions: readonly string[]): Promise<readonly Node[]> {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const wanted = versions.map((version, i) => `node-${i}@npm:${prefix}-${system}-${process.arch}@${version}`);
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  await promisify(execFile)('npm', ['install', ...options, ...wanted], { shell: process.platform === 'win32' });
  return Promise.all(
    versions.map(async (_, i) => {
      const place = join(folder, 'node_modules', `node-${i}`);
      const { version, bin } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
      return { version: version.replace(/^v/, ''), executable: join(place, bin.node) };
    }),
  );
}
