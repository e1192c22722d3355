import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';
import { rules } from '../../rules/index.ts';
import { givenFiles } from '../../src/beside/given-files.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint.ts';
import { manifestName } from '../../test/beside/contradictions/scenes.ts';
import type { Random } from '../random.ts';
import { Places } from './check-diagnostics.ts';
import { checkTree } from './check-tree.ts';
import type { Tree } from './make-tree.ts';
import { require } from './require.ts';

/** The longest that one manifest with its neighbours may take, in milliseconds of CPU time. */
const limit = 1500;
/** No more is looked at for one manifest, see docs/beside.md: files that are there, and folders. */
const most = { files: 64, folders: 200 };

/**
 * Lints a manifest with its neighbours, as `makeBeside` wrote both, and one in four as a tree on disk, in which links lead
 * anywhere. Throws where a finding has a place that is none, or something outside of the repository is looked at.
 */
export async function checkBeside(text: string, random: Random): Promise<void> {
  const { files } = JSON.parse(text) as Tree;
  checkGiven(files);
  if (random.below(4) === 0) await withoutLeaving(() => checkTree(text));
}

function checkGiven(files: Readonly<Record<string, string>>): void {
  const { [manifestName]: manifest = '', ...others } = files;
  const start = process.cpuUsage();
  const found = lintWith(manifest, others);
  const spent = process.cpuUsage(start).user / 1000;
  require(spent < limit, `a manifest with its neighbours took ${spent.toFixed(0)} ms`);
  for (const diagnostic of found) checkPlaces(diagnostic, files);
  const again = lintWith(manifest, others);
  require(JSON.stringify(again) === JSON.stringify(found), 'the same files gave other findings the second time');
}

function lintWith(manifest: string, others: Readonly<Record<string, string>>): readonly Diagnostic[] {
  const given = givenFiles(others);
  const asked = { files: 0, folders: 0 };
  const filesAround = () => ({
    ...given,
    read: (path: string) => {
      asked.files++;
      return given.read(path);
    },
    list: (folder: string) => {
      asked.folders++;
      return given.list(folder);
    },
  });
  const { diagnostics } = lint(manifestName, manifest, { rules, explicit: true, target: 'cloud-run', filesAround });
  const documents = 1 + (manifest.match(/^---/gm)?.length ?? 0);
  require(asked.files <= most.files * documents, `${asked.files} files are read`);
  require(asked.folders <= most.folders * documents, `${asked.folders} folders are listed`);
  return diagnostics;
}

function checkPlaces({ fix, message, path, range, related, rule, span }: Diagnostic, files: Tree['files']): void {
  require(rule !== 'internal-error', message);
  require(message !== '' && !/[\r\n]/.test(message), () => `${rule}: the message is not one line: ${message}`);
  for (const place of [{ path, range, span }, ...related.map((one) => ({ path, ...one }))]) {
    const text = files[place.path];
    require(text !== undefined, `${rule}: there is no file "${place.path}"`);
    new Places(text!.replace(/^\uFEFF/, '')).check(rule, place);
  }
  require(!fix || path === manifestName, `${rule}: a fix changes ${path}`);
}

/** Throws where a link leads out of the repository, and what it leads to is opened or listed. */
async function withoutLeaving(work: () => Promise<void>): Promise<void> {
  const kept = { openSync: fs.openSync, readdirSync: fs.readdirSync };
  const left: string[] = [];
  const watch = (path: unknown): void => {
    const [, base] = /^(.*cloudrun-lint-tree-[^/\\]+)[/\\]repository(?:[/\\]|$)/.exec(String(path)) ?? [];
    if (base === undefined) return;
    try {
      const real = fs.realpathSync(String(path));
      if (!`${real}${sep}`.startsWith(`${fs.realpathSync(base)}${sep}repository${sep}`))
        left.push(`${path} -> ${real}`);
    } catch {
      // What is not there cannot be opened.
    }
  };
  Object.assign(fs, {
    openSync: (path: string, ...rest: [string]) => {
      watch(path);
      return kept.openSync(path, ...rest);
    },
    readdirSync: (path: string, ...rest: []) => {
      watch(path);
      return kept.readdirSync(path, ...rest);
    },
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, kept);
    syncBuiltinESMExports();
  }
  require(left.length === 0, () => `outside of the repository is opened: ${left.join(', ')}`);
}
