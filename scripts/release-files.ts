import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder } from './executables/platforms.ts';
import { dockerfile, formula } from './executables/release-files.ts';

/** `npm run release-files`: writes the Homebrew formula and the Dockerfile of a release, once its executables are there. */
const { version, description, homepage } = JSON.parse(await readFile('package.json', 'utf8'));
const sums = await readFile(join(buildFolder, 'SHA256SUMS'), 'utf8');
const checksums = new Map(
  [...sums.matchAll(/^(\w+) {2}(.+)$/gm)].map(([, checksum, file]): [string, string] => [file!, checksum!]),
);
const release = { version, summary: description.replace(/\.$/, ''), homepage, checksums };
await writeFile(join(buildFolder, 'cloudrun-lint.rb'), formula(release));
await writeFile(join(buildFolder, 'Dockerfile'), dockerfile(release));
