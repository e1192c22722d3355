import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { type Layer, makePolicy, type Policy } from '../policy/policy.ts';
import { didYouMean } from '../text/suggest.ts';
import type { Arguments } from './args.ts';
import { isThere } from './fault.ts';
import { UsageError } from './io.ts';
import { configNames } from './paths.ts';

/** Finds what holds for each file: the nearest configuration file above it, unless the command line names one. */
export class Policies {
  readonly #args: Arguments;
  readonly #cwd: string;
  readonly #byFolder = new Map<string, Promise<Policy>>();
  readonly #byConfig = new Map<string | undefined, Promise<Policy>>();

  /** Throws a `UsageError` where the command line names a rule or category that there is not. */
  constructor(args: Arguments, cwd: string) {
    for (const id of args.levels.keys()) requireRuleOrCategory(id);
    this.#args = args;
    this.#cwd = cwd;
  }

  /** What holds for a file. Throws a `UsageError` where its configuration is wrong. */
  for(absolute: string): Promise<Policy> {
    const { config } = this.#args;
    if (config === false) return this.#load(undefined, this.#cwd);
    if (config !== undefined) return this.#load(resolve(this.#cwd, config), this.#cwd);
    return this.#inFolder(dirname(absolute));
  }

  /** The folder's own configuration, or that of the folder above it; a repository's root is the last one asked. */
  #inFolder(folder: string): Promise<Policy> {
    let policy = this.#byFolder.get(folder);
    if (!policy) {
      const found = configNames.filter((name) => isThere(join(folder, name)));
      if (found.length > 1) throw new UsageError(`${join(folder, found[0]!)} lies beside ${found[1]}: one has to go.`);
      const above = dirname(folder);
      const isLast = above === folder || existsSync(join(folder, '.git'));
      if (found[0] !== undefined) policy = this.#load(join(folder, found[0]), folder);
      else policy = isLast ? this.#load(undefined, folder) : this.#inFolder(above);
      this.#byFolder.set(folder, policy);
    }
    return policy;
  }

  #load(path: string | undefined, folder: string): Promise<Policy> {
    let policy = this.#byConfig.get(path);
    if (!policy) {
      policy = this.#make(path, folder);
      this.#byConfig.set(path, policy);
    }
    return policy;
  }

  async #make(path: string | undefined, folder: string): Promise<Policy> {
    const layers: readonly Layer[] = path === undefined ? [] : await this.#read(path, folder);
    return makePolicy(layers, this.#args, categories);
  }

  async #read(path: string, folder: string): Promise<readonly Layer[]> {
    const { readConfigFile } = await import('./config-file.ts');
    const named = this.#args.config === undefined ? undefined : path;
    return readConfigFile(path, { cwd: this.#cwd, folder, categories, named });
  }
}

function requireRuleOrCategory(id: string): void {
  const ids = categories.flatMap((category) => [category.id, ...category.rules.map((rule) => rule.id)]);
  if (!ids.includes(id)) throw new UsageError(`There is no rule or category "${id}".${didYouMean(id, ids)}`);
}
