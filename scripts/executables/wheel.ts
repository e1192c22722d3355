import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** What a wheel says about itself on PyPI. */
export interface About {
  readonly version: string;
  readonly summary: string;
  readonly homepage: string;
  /** Markdown. */
  readonly readme: string;
  /** Texts by the names of their files. */
  readonly licences: Readonly<Record<string, string>>;
}

/** The name of a wheel's file: `cloudrun_lint-1.2.3-py3-none-win_amd64.whl`. */
export function wheelName({ version }: About, tags: string): string {
  return `cloudrun_lint-${version}-py3-none-${tags}.whl`;
}

/**
 * A wheel that puts an executable on the PATH and holds no Python: pip copies what lies under `data/scripts`.
 * Packaging's specifications "Binary distribution format" and "Core metadata" say what it has to hold.
 *
 * @param tags the platforms that it is for, joined by dots
 * @param program the name of the executable
 */
export function wheel(about: About, tags: string, program: string, executable: Uint8Array): Uint8Array {
  const info = `cloudrun_lint-${about.version}.dist-info`;
  const files: Record<string, Uint8Array> = {
    [`cloudrun_lint-${about.version}.data/scripts/${program}`]: executable,
    [`${info}/METADATA`]: strToU8(metadata(about)),
    [`${info}/WHEEL`]: strToU8(wheelFile(tags)),
  };
  for (const [name, text] of Object.entries(about.licences)) files[`${info}/licenses/${name}`] = strToU8(text);
  const rows = Object.entries(files).map(([name, bytes]) => `${name},sha256=${digest(bytes)},${bytes.length}\n`);
  files[`${info}/RECORD`] = strToU8(`${rows.join('')}${info}/RECORD,,\n`);
  return zipSync(withModes(files), { level: 9, mtime: new Date('1980-01-01T00:00:00') });
}

function metadata({ version, summary, homepage, licences, readme }: About): string {
  return [
    'Metadata-Version: 2.4',
    'Name: cloudrun-lint',
    `Version: ${version}`,
    `Summary: ${summary}`,
    `Project-URL: Homepage, ${homepage}`,
    'License-Expression: MIT',
    ...Object.keys(licences).map((name) => `License-File: ${name}`),
    'Requires-Python: >=3.8',
    'Description-Content-Type: text/markdown',
    '',
    readme,
  ].join('\n');
}

function wheelFile(tags: string): string {
  const lines = tags.split('.').map((tag) => `Tag: py3-none-${tag}`);
  return ['Wheel-Version: 1.0', 'Generator: cloudrun-lint', 'Root-Is-Purelib: false', ...lines, ''].join('\n');
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

/** Everybody may read the files and run the executable; the numbers are those of Unix, in the upper half. */
function withModes(files: Readonly<Record<string, Uint8Array>>): Zippable {
  const mode = (name: string) => (name.includes('.data/scripts/') ? 0o100755 : 0o100644);
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, [bytes, { os: 3, attrs: mode(name) << 16 }]]),
  );
}
