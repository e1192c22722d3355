import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder, executableOf, platforms } from './executables/platforms.ts';
import { type About, wheel, wheelName } from './executables/wheel.ts';

/**
 * `npm run wheels`: packs every executable in `build/` into a wheel for PyPI, so that `pip install cloudrun-lint` and
 * pre-commit's Python hooks need no Node.js.
 */
const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const about: About = {
  version: manifest.version,
  summary: manifest.description,
  homepage: manifest.homepage,
  readme: await readFile('README.md', 'utf8'),
  licences: {
    LICENSE: await readFile('LICENSE', 'utf8'),
    'THIRD-PARTY-NOTICES': await readFile(join(buildFolder, 'THIRD-PARTY-NOTICES'), 'utf8'),
  },
};

let made = 0;
for (const platform of platforms) {
  const executable = await readFile(executableOf(platform)).catch(() => undefined);
  if (!executable) continue;
  const program = platform.name.startsWith('windows') ? 'cloudrun-lint.exe' : 'cloudrun-lint';
  const file = join(buildFolder, wheelName(about, platform.wheel));
  const bytes = wheel(about, platform.wheel, program, executable);
  await writeFile(file, bytes);
  console.log(`${file}: ${Math.round(bytes.length / 1_000_000)} MB`);
  made++;
}
if (made === 0) {
  console.error(`No executable lies in ${buildFolder}/: npm run executables makes them.`);
  process.exitCode = 2;
}
