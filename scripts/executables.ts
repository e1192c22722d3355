import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bunOfThisMachine, bunVersion } from './executables/bun.ts';
import { engineNotice } from './executables/engine-notice.ts';
import { buildFolder, executableOf, type Platform, platformOfThisMachine, platforms } from './executables/platforms.ts';

/**
 * `npm run executables [PLATFORM]...`: makes standalone executables of the bundle in `dist/`, for all platforms or
 * those that are named (`here` is this machine's), and writes their checksums. Bun brings the engine; for other
 * platforms it takes its own binaries from npm.
 */
const names = process.argv.slice(2);
const known = platforms.map(({ name }) => name);
const unknown = names.find((name) => name !== 'here' && !known.includes(name));
if (unknown !== undefined) {
  console.error(`There is no platform "${unknown}": it is one of here, ${known.join(', ')}.`);
  process.exit(2);
}
const here = names.includes('here') ? platformOfThisMachine().name : undefined;
const chosen = platforms.filter(({ name }) => names.length === 0 || names.includes(name) || name === here);

const work = join(buildFolder, 'work');
await rm(work, { recursive: true, force: true });
await mkdir(work, { recursive: true });
await cp('dist', work, { recursive: true });
await cp('schemas', join(work, 'schemas'), { recursive: true });
await writeFile(join(work, 'executable.js'), entry());
for (const platform of chosen) await build(platform);
await rm(work, { recursive: true });
await writeFile(join(buildFolder, 'SHA256SUMS'), await checksums());
const bundled = await readFile('dist/THIRD-PARTY-NOTICES', 'utf8');
await writeFile(join(buildFolder, 'THIRD-PARTY-NOTICES'), `${engineNotice(bunVersion)}\n${bundled}`);

/**
 * The bundle's modules ask `__dirname` for what is shipped beside them. In an executable that is the folder of what is
 * embedded, which only a run knows; Bun would write the folder of the build instead.
 */
function entry(): string {
  return "globalThis.shippedFolder = require('node:path').dirname(Bun.main);\nvoid require('./start.js').start();\n";
}

/**
 * Bytecode spares a run the parsing. The engine's just-in-time compilers wait ten times as long as usual: what they
 * make does not pay in a run over one file. What Bun would read in the working directory before the tool has started,
 * settings and variables, is somebody else's: it is not read.
 */
async function build(platform: Platform): Promise<void> {
  const file = executableOf(platform);
  const options = [
    '--compile',
    '--minify',
    '--bytecode',
    '--compile-jit-policy=10',
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    '--no-compile-autoload-tsconfig',
    '--no-compile-autoload-package-json',
    '--define=__dirname=shippedFolder',
    '--asset=pages',
    '--asset=schemas',
    `--target=${platform.target}`,
    `--outfile=${resolve(file)}`,
  ];
  await promisify(execFile)(bunOfThisMachine(), ['build', ...options, 'executable.js'], { cwd: work });
  console.log(`${file}: ${Math.round((await stat(file)).size / 1_000_000)} MB`);
}

/** Of every executable that is there, in the form that `sha256sum -c` takes. */
async function checksums(): Promise<string> {
  const lines: string[] = [];
  for (const platform of platforms) {
    const file = executableOf(platform);
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) lines.push(`${createHash('sha256').update(bytes).digest('hex')}  ${basename(file)}\n`);
  }
  return lines.join('');
}
