import { join } from 'node:path';

/** A kind of machine that gets an executable of its own. */
export interface Platform {
  /** What the file is called after: `linux-x64-musl`. */
  readonly name: string;
  /** What Bun calls it. */
  readonly target: string;
  /** The tags that PyPI's wheels for it carry, joined by dots. */
  readonly wheel: string;
}

/** The folder that executables and what is made from them are written to; git ignores it. */
export const buildFolder = 'build';

/**
 * Where there are executables for. Wheels say which system they need: the C library that Bun's own binaries are linked
 * against (glibc 2.17, musl 1.2) and its oldest macOS (13).
 */
export const platforms: readonly Platform[] = [
  { name: 'linux-x64', target: 'bun-linux-x64', wheel: 'manylinux_2_17_x86_64.manylinux2014_x86_64' },
  { name: 'linux-arm64', target: 'bun-linux-arm64', wheel: 'manylinux_2_17_aarch64.manylinux2014_aarch64' },
  { name: 'linux-x64-musl', target: 'bun-linux-x64-musl', wheel: 'musllinux_1_2_x86_64' },
  { name: 'linux-arm64-musl', target: 'bun-linux-arm64-musl', wheel: 'musllinux_1_2_aarch64' },
  { name: 'darwin-x64', target: 'bun-darwin-x64', wheel: 'macosx_13_0_x86_64' },
  { name: 'darwin-arm64', target: 'bun-darwin-arm64', wheel: 'macosx_13_0_arm64' },
  { name: 'windows-x64', target: 'bun-windows-x64', wheel: 'win_amd64' },
];

/** Where the executable for a platform lies once it is built, from the root of the repository. */
export function executableOf({ name }: Platform): string {
  return join(buildFolder, `cloudrun-lint-${name}${name.startsWith('windows') ? '.exe' : ''}`);
}

/** Where the executable for this machine lies once it is built. Throws on a machine that there is none for. */
export function executableOfThisMachine(): string {
  return executableOf(platformOfThisMachine());
}

/** The platform of this machine. Throws where there is none. */
export function platformOfThisMachine(): Platform {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const isMusl = process.platform === 'linux' && !hasGlibc();
  const name = `${system}-${process.arch}${isMusl ? '-musl' : ''}`;
  const platform = platforms.find((candidate) => candidate.name === name);
  if (!platform) throw new Error(`There is no executable for ${name}.`);
  return platform;
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { readonly header?: { readonly glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}
