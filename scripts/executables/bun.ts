import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The version of Bun that the executables hold. */
export const bunVersion: string = createRequire(import.meta.url)('bun/package.json').version;

/**
 * Bun's own executable for this machine, or the one that the variable `BUN` names. Where the install script of the
 * package has run, it has moved the executable there; else it lies in the package of the platform.
 */
export function bunOfThisMachine(): string {
  if (process.env.BUN) return process.env.BUN;
  const manifest = createRequire(import.meta.url).resolve('bun/package.json');
  const moved = join(dirname(manifest), 'bin/bun.exe');
  // Before that, a short text stands there.
  if (existsSync(moved) && statSync(moved).size > 1_000_000) return moved;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const machine = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const file = process.platform === 'win32' ? 'bun.exe' : 'bun';
  return createRequire(manifest).resolve(`@oven/bun-${system}-${machine}/bin/${file}`);
}
