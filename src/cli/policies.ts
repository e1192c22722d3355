import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { configNames } from '../policy/config-names.ts';
import type { ConfigRefusal } from '../policy/config-problem.ts';
import { makePolicy, type Policy } from '../policy/policy.ts';
import { namesOfAll } from '../policy/rule-names.ts';
import { didYouMean } from '../text/suggest.ts';
import { Bounds } from './bounds.ts';
import { isThere } from './fault.ts';
import { UsageError } from './io.ts';
import { displayPath } from './paths.ts';
import type { PolicyOptions } from './run-options.ts';

/** Finds what holds for each file: the nearest configuration file above it, unless the command line names one. */
export class Policies {
  readonly #asked: PolicyOptions;
  readonly #cwd: string;
  readonly #bounds: Bounds;
  readonly #onRead: (configuration: string) => void;
  readonly #byFolder = new Map<string, Promise<Policy | ConfigRefusal>>();
  readonly #byConfig = new Map<string | undefined, Promise<Policy | ConfigRefusal>>();

  /**
   * Throws a `UsageError` where the command line names a rule or category that there is not.
   *
   * @param onRead is told of every configuration file that is read, those that others extend too
   */
  constructor(asked: PolicyOptions, cwd: string, onRead?: (configuration: string) => void) {
    for (const id of [...asked.levels.keys(), ...asked.only]) requireRuleOrCategory(id);
    this.#asked = asked;
    this.#cwd = cwd;
    this.#bounds = new Bounds(cwd);
    this.#onRead = onRead ?? (() => {});
  }

  /** What holds for a file; the same object for all for which a refused configuration counts. */
  for(absolute: string): Promise<Policy | ConfigRefusal> {
    const { config } = this.#asked;
    if (config === false) return this.#load(undefined, this.#cwd);
    if (config !== undefined) return this.#load(resolve(this.#cwd, config), this.#cwd);
    return this.#inFolder(dirname(absolute));
  }

  /** The folder's own configuration, or that of the folder above it; a repository's root is the last one asked. */
  #inFolder(folder: string): Promise<Policy | ConfigRefusal> {
    let policy = this.#byFolder.get(folder);
    if (!policy) {
      const found = configNames.filter((name) => isThere(join(folder, name)));
      const above = dirname(folder);
      const isLast = above === folder || existsSync(join(folder, '.git'));
      if (found[1] !== undefined) policy = Promise.resolve(this.#twoIn(folder, found));
      else if (found[0] !== undefined) policy = this.#load(join(folder, found[0]), folder);
      else policy = isLast ? this.#load(undefined, folder) : this.#inFolder(above);
      this.#byFolder.set(folder, policy);
    }
    return policy;
  }

  #twoIn(folder: string, [first = '', second]: readonly string[]): ConfigRefusal {
    const file = join(folder, first);
    return { file, unreadable: `${displayPath(file, this.#cwd)} lies beside ${second}. Remove one of them.` };
  }

  #load(path: string | undefined, folder: string): Promise<Policy | ConfigRefusal> {
    let policy = this.#byConfig.get(path);
    if (!policy) {
      policy = this.#make(path, folder);
      this.#byConfig.set(path, policy);
    }
    return policy;
  }

  async #make(path: string | undefined, folder: string): Promise<Policy | ConfigRefusal> {
    if (path === undefined) return makePolicy([], this.#asked, categories);
    const { readConfigFile } = await import('./config-file.ts');
    const isNamed = this.#asked.config !== undefined;
    const around = { cwd: this.#cwd, folder, categories, isNamed, bounds: this.#bounds, onRead: this.#onRead };
    const read = readConfigFile(path, around);
    return 'layers' in read ? makePolicy(read.layers, this.#asked, categories) : read;
  }
}

/** Whether a configuration does not count. */
export function isRefusal(found: Policy | ConfigRefusal): found is ConfigRefusal {
  return 'file' in found;
}

function requireRuleOrCategory(id: string): void {
  const ids = namesOfAll(categories);
  const hint = id === 'all' ? ' To run a few rules, name them with --only.' : didYouMean(id, ids);
  if (!ids.has(id)) throw new UsageError(`There is no rule or category "${id}".${hint}`);
}
