import { createRequire } from 'node:module';

/** The version of Bun that the executables hold. */
export const bunVersion: string = createRequire(import.meta.url)('bun/package.json').version;

/**
 * Bun's own executable for this machine, or the one that the variable `BUN` names. It lies in a package of its platform,
 * so that no install script of Bun's has to have run.
 */
export function bunOfThisMachine(): string {
  if (process.env.BUN) return process.env.BUN;
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const machine = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const file = process.platform === 'win32' ? 'bun.exe' : 'bun';
  const require = createRequire(createRequire(import.meta.url).resolve('bun/package.json'));
  return require.resolve(`@oven/bun-${system}-${machine}/bin/${file}`);
}
