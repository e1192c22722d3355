import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '../policy/config-names.ts';
import { listOf } from '../text/sentences.ts';
import { displayPath } from './paths.ts';
import { decode, readOrdinary } from './read.ts';
import { findWorkingCopy } from './repository.ts';

/**
 * Names that look like a configuration of ours: with a dot in front, without its hyphen, or with another ending. The
 * bare name is the tool itself, which people download to where they are.
 */
const alike =
  /^\.?cloud-?run-?lint(?:rc)?(?:\.config)?(?:\.(?:ya?ml|jsonc?|json5|toml|m?[jt]s))?(?<!^cloud-?run-?lint)$/;

/** A key of package.json that holds settings: a dependency has a text. */
const key = /"cloudrun-?lint"\s{0,20}:\s{0,20}\{/;

/** Where people put the settings of tools, from the root of a repository. */
const places = ['', '.github', '.config'];

/** Files that look like a configuration and are not read: one line that names them; undefined where there are none. */
export function nearNames(cwd: string): string | undefined {
  const root = findWorkingCopy(cwd)?.rootFolder ?? cwd;
  const folders = [...new Set([cwd, ...places.map((place) => join(root, place))])];
  const found = folders.flatMap((folder) => [
    ...namesIn(folder)
      .filter((name) => alike.test(name) && (!configNames.includes(name) || isHidden(folder, root, cwd)))
      .map((name) => `"${displayPath(join(folder, name), cwd)}"`),
    ...(holdsKey(join(folder, 'package.json')) ? [`a key of "${displayPath(join(folder, 'package.json'), cwd)}"`] : []),
  ]);
  if (found.length === 0) return undefined;
  const are = found.length === 1 ? 'is' : 'are';
  return `${listOf(found)} ${are} not read. Call the configuration "cloudrun-lint.yaml", and put it into the folder of the manifests or into one above.`;
}

/** Whether a configuration in this folder is above no file that is linted. */
function isHidden(folder: string, root: string, cwd: string): boolean {
  return folder !== root && folder !== cwd;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function holdsKey(file: string): boolean {
  const content = decode(readOrdinary(file, 1_000_000));
  return 'text' in content && key.test(content.text);
}
