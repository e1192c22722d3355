import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** The licences under which a library may be part of the bundle: all that they ask for is that their text goes along. */
const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0']);

/** Libraries that are part of what is shipped, and what has to be said of them. */
export class ThirdParty {
  /** By their folders, since a library may be there in two versions. */
  readonly #names = new Map<string, string>();

  /** Notes which libraries the modules of a bundle come from. */
  readonly plugin: Plugin = {
    name: 'third-party',
    renderChunk: (_code, { moduleIds }) => {
      for (const id of moduleIds) this.note(id);
      return null;
    },
  };

  /** Notes the library that a module comes from, by the module's path; nothing where it is one of our own. */
  note(id: string): void {
    const [, folder, name] = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll('\\', '/')) ?? [];
    if (folder !== undefined && name !== undefined) this.#names.set(folder, name);
  }

  /**
   * The names, versions and licences of all libraries noted so far, in the order of their names. Throws where one has a
   * licence that is not on the list, or none in its folder.
   */
  notices(): string {
    const notices = [...this.#names].map(([folder, name]) => noticeOf(name, folder)).sort();
    return [heading, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
  }
}

const heading = `Third-party software
====================

cloudrun-lint is shipped with the libraries below in its bundle. Each comes with its own licence.
`;

function noticeOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!allowed.has(license)) {
    throw new Error(`${name} ${version} is under "${license}", which is not on the list of ${import.meta.filename}`);
  }
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:[.-]\w+)?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} has no file with its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n')}\n`;
}
