import { join, resolve } from 'node:path';
import type { Policy } from '../policy/policy.ts';
import { BaselineFile } from './baseline-file.ts';
import { Bounds } from './bounds.ts';
import { defaultBaseline, displayPath } from './paths.ts';
import type { BaselineOptions } from './run-options.ts';

/** The baselines of a run: the one that the command line names, or else for each file that of its configuration. */
export class Baselines {
  readonly #asked: BaselineOptions;
  readonly #cwd: string;
  readonly #opened = new Map<string, BaselineFile>();

  /** Throws a `UsageError` where the baseline that the command line names cannot be read. */
  constructor(asked: BaselineOptions, cwd: string) {
    this.#asked = asked;
    this.#cwd = cwd;
    if (asked.baseline !== undefined) this.#open(asked.baseline, resolve(cwd, asked.baseline));
  }

  /** Those that were opened so far. */
  get all(): readonly BaselineFile[] {
    return [...this.#opened.values()];
  }

  /** What holds for files of this policy; undefined for none. Throws a `UsageError` where it cannot be read. */
  for({ baseline: configured }: Pick<Policy, 'baseline'>): BaselineFile | undefined {
    const { baseline: named, updateBaseline } = this.#asked;
    if (named !== undefined) return this.#opened.get(resolve(this.#cwd, named));
    if (configured) {
      const absolute = resolve(configured.folder, configured.value);
      const root = new Bounds(this.#cwd).rootOf(join(configured.folder, 'any'));
      return this.#open(displayPath(absolute, this.#cwd), absolute, root);
    }
    return updateBaseline ? this.#open(defaultBaseline, resolve(this.#cwd, defaultBaseline)) : undefined;
  }

  /** Writes what was found, and says so, a line each. Where no file was linted, the baseline that would be written. */
  async update(): Promise<readonly string[]> {
    if (this.#opened.size === 0) this.for({ baseline: undefined });
    return Promise.all(this.all.map((baseline) => baseline.update()));
  }

  #open(name: string, absolute: string, root?: string): BaselineFile {
    let baseline = this.#opened.get(absolute);
    if (!baseline) {
      baseline = BaselineFile.open(name, absolute, this.#asked.updateBaseline, this.#cwd, root);
      this.#opened.set(absolute, baseline);
    }
    return baseline;
  }
}
