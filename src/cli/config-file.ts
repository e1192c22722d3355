import { dirname, join, resolve } from 'node:path';
import { type Config, isFile, parseConfig } from '../policy/config.ts';
import type { ConfigProblem, ConfigRefusal } from '../policy/config-problem.ts';
import { configLayer } from '../policy/layer.ts';
import type { Layer } from '../policy/policy.ts';
import type { Profile } from '../policy/profile.ts';
import type { Category } from '../rule.ts';
import type { Placed } from '../tree/field.ts';
import { type Bounds, leaves, outOfBounds, realPlace } from './bounds.ts';
import { isThere } from './fault.ts';
import { displayPath, withForwardSlashes } from './paths.ts';
import { decode, gone, readBytes, readOrdinary } from './read.ts';

/** No larger configuration is read, in bytes: it would hold some ten thousand settings. */
const maxConfigBytes = 500_000;

/** No chain of files that extend each other is longer. */
const maxDepth = 20;

/** So many files count for one configuration, however they extend each other. */
const maxFiles = 50;

/** What reading configuration files needs to know. */
interface Surroundings {
  readonly cwd: string;
  /** From where globs count: the folder of the file that was found, not of those that it extends. */
  readonly folder: string;
  readonly categories: readonly Category[];
  /** Whether the command line names the file: it may then lie anywhere, and be a pipe. */
  readonly isNamed: boolean;
  readonly bounds: Bounds;
  /** Is told of every file that is read. */
  readonly onRead: (absolute: string) => void;
}

/** What a configuration file and those that it extends say, the weakest first; or what is wrong with them. */
export function readConfigFile(
  absolute: string,
  surroundings: Surroundings,
): { readonly layers: readonly Layer[] } | ConfigRefusal {
  const { bounds, cwd, isNamed } = surroundings;
  const path = displayPath(absolute, cwd);
  const refuse = (why: string): ConfigRefusal => ({ file: absolute, unreadable: unreadable(path, why) });
  if (isNamed ? bounds.isLeftByConfig(absolute) : bounds.isLeftByFound(absolute)) return refuse(outOfBounds);
  const read = readText(absolute, isNamed);
  if ('why' in read) return refuse(read.why);
  const reader = new ConfigReader(surroundings, rootOfExtended(absolute, surroundings));
  const problems = reader.take(absolute, read.text, []);
  return problems ? { file: absolute, problems } : { layers: reader.layers };
}

/**
 * Where the files lie that a configuration may extend; undefined for anywhere. Who names a file outside of the
 * repository trusts it with what it extends; what lies inside may come with a pull request.
 */
function rootOfExtended(absolute: string, { bounds, isNamed, cwd }: Surroundings): string | undefined {
  if (!isNamed) return bounds.rootOf(absolute);
  const root = bounds.rootOf(join(cwd, 'x'));
  return leaves(absolute, root) ? undefined : root;
}

/**
 * Reads from the strongest file to the weakest, each once: what a file says where it counts most holds where it would
 * count less.
 */
class ConfigReader {
  readonly #surroundings: Surroundings;
  readonly #root: string | undefined;
  readonly #read = new Set<string>();
  readonly #layers: Layer[] = [];

  constructor(surroundings: Surroundings, root: string | undefined) {
    this.#surroundings = surroundings;
    this.#root = root;
  }

  /** What was read, the weakest first. */
  get layers(): readonly Layer[] {
    return this.#layers.toReversed();
  }

  /**
   * Takes in a file and what it extends. Gives what is wrong; undefined if nothing is.
   *
   * @param chain the files that lead to it, of which each extends the next
   */
  take(absolute: string, text: string, chain: readonly string[]): readonly ConfigProblem[] | undefined {
    const { cwd, folder, categories, onRead } = this.#surroundings;
    onRead(absolute);
    const path = displayPath(absolute, cwd);
    const parsed = parseConfig(path, text, categories);
    if ('problems' in parsed) return parsed.problems;
    const { config } = parsed;
    const missing = missingPaths(config, folder);
    if (missing.length > 0) return missing;
    this.#read.add(realPlace(absolute) ?? absolute);
    this.#layers.push(configLayer(config, withForwardSlashes(folder), categories));
    for (const { name, on } of config.extends.toReversed()) {
      if (!isFile(name)) {
        const from = `${path}:${on.source.position(on.span.start).line}`;
        this.#layers.push({ profile: { value: name as Profile, from } });
        continue;
      }
      const problems = this.#extend(resolve(dirname(absolute), name), on, [...chain, absolute]);
      if (problems) return problems;
    }
    return undefined;
  }

  #extend(next: string, on: Placed, chain: readonly string[]): readonly ConfigProblem[] | undefined {
    const { cwd } = this.#surroundings;
    const path = displayPath(next, cwd);
    if (this.#root !== undefined && leaves(next, this.#root)) {
      return [{ on, message: unreadable(path, outOfBounds), isBare: true }];
    }
    if (chain.includes(next)) {
      const circle = [...chain.slice(chain.indexOf(next)), next].map((file) => `"${displayPath(file, cwd)}"`);
      return [{ on, message: `These files extend each other: ${circle.join(', ')}.` }];
    }
    if (this.#read.has(realPlace(next) ?? next)) return undefined;
    if (chain.length >= maxDepth) {
      return [{ on, message: `More than ${maxDepth} files extend each other in a row.`, isBare: true }];
    }
    if (this.#read.size >= maxFiles) {
      return [{ on, message: `More than ${maxFiles} files are extended.`, isBare: true }];
    }
    const read = readText(next, false);
    return 'why' in read ? [{ on, message: unreadable(path, read.why) }] : this.take(next, read.text, chain);
  }
}

/** The files that `beside` names and that are not there. */
function missingPaths({ beside }: Config, folder: string): readonly ConfigProblem[] {
  return beside.flatMap(({ paths }) => {
    const missing = paths.filter(({ text = '' }) => !/[*?[{]/.test(text) && !isThere(resolve(folder, text)));
    return missing.map((on) => ({ on, message: `There is no file "${on.text}" beside this one.` }));
  });
}

/** @param mayBePipe whether somebody named the file, who knows what the run then waits for */
function readText(absolute: string, mayBePipe: boolean): { readonly text: string } | { readonly why: string } {
  const content = decode((mayBePipe ? readBytes : readOrdinary)(absolute, maxConfigBytes));
  if ('text' in content) return content;
  const missing = isThere(absolute) ? 'it is a symbolic link that leads nowhere' : 'there is none';
  return { why: content === gone ? missing : content.problem };
}

function unreadable(path: string, why: string): string {
  return `The configuration file "${path}" cannot be read: ${why}.`;
}
