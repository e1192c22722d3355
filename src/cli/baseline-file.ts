import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import {
  type Baseline,
  type Compared,
  compare,
  type Entries,
  parseBaseline,
  record,
  writeBaseline,
} from '../policy/baseline.ts';
import { namesOf } from '../policy/rule-names.ts';
import { plural } from '../text/sentences.ts';
import { Bounds, leaves, outOfBounds } from './bounds.ts';
import { describeFault } from './fault.ts';
import { UsageError } from './io.ts';
import { withForwardSlashes } from './paths.ts';
import { decode, gone, readBytes } from './read.ts';
import { replaceFile } from './replace-file.ts';

/** No larger baseline is read: it would hold about a million findings. */
const maxBytes = 256_000_000;

const namesByRule = new Map(rules.map((rule) => [rule.id, namesOf(rule)]));

/** The baseline of a run: compares each file with it, and writes the next one. Its paths count from its own folder. */
export class BaselineFile {
  readonly #name: string;
  readonly #absolute: string;
  readonly #before: Baseline;
  readonly #isUpdate: boolean;
  readonly #after = new Map<string, Entries>();
  #held = 0;
  #stale = 0;

  private constructor(name: string, absolute: string, before: Baseline, isUpdate: boolean) {
    this.#name = name;
    this.#absolute = absolute;
    this.#before = before;
    this.#isUpdate = isUpdate;
  }

  /**
   * A baseline as the command line or a configuration names it. Throws a `UsageError` where it cannot be read.
   *
   * @param root where it has to lie, if a configuration names it, which comes with the tree; undefined for anywhere
   */
  static open(name: string, absolute: string, isUpdate: boolean, cwd: string, root: string | undefined): BaselineFile {
    if (new Bounds(cwd).isLeftByWritten(absolute) || (root !== undefined && leaves(absolute, root))) {
      throw new UsageError(`The baseline "${name}" cannot be read: ${outOfBounds}.`);
    }
    return new BaselineFile(name, absolute, read(name, absolute, isUpdate), isUpdate);
  }

  /** Where it lies. */
  get absolute(): string {
    return this.#absolute;
  }

  /** Marks what the baseline holds of a file's findings; all of them where it is being written anew. */
  compare(file: string, diagnostics: readonly Diagnostic[]): Compared {
    const before = this.#isUpdate ? record(diagnostics) : this.#before.get(this.#keyOf(file));
    return compare(diagnostics, before, namesByRule);
  }

  /** Takes in the final findings of a file, after they were compared. */
  take(file: string, diagnostics: readonly Diagnostic[], stale: number): void {
    this.#held += diagnostics.filter(({ suppressed }) => suppressed?.by === 'baseline').length;
    this.#stale += stale;
    this.#after.set(this.#keyOf(file), record(diagnostics));
  }

  /** What the baseline did, in one line; undefined where there is nothing to tell. */
  get summary(): string | undefined {
    const stale = this.#stale + this.#gone.reduce((sum, [, entries]) => sum + total(entries), 0);
    const held = `${this.#name} holds back ${plural(this.#held, 'finding')}`;
    if (stale === 0) return this.#held === 0 ? undefined : `${held}.`;
    const [is, it] = stale === 1 ? ['is', 'it'] : ['are', 'them'];
    return `${held}; ${stale} more ${is} no longer found (--update-baseline takes ${it} out).`;
  }

  /** Writes what was found as the new baseline and tells so. Files that were not part of this run keep their entries. */
  async update(): Promise<string> {
    const gone = new Set(this.#gone.map(([path]) => path));
    const kept = [...this.#before].filter(([path]) => !this.#after.has(path) && !gone.has(path));
    const next = new Map([...kept, ...this.#after].filter(([, entries]) => entries.size > 0));
    const [before, after] = [count(this.#before), count(next)];
    await replaceFile(this.#absolute, writeBaseline(next)).catch((error: unknown) => {
      throw new UsageError(`${this.#name} cannot be written: ${describeFault(error)}.`);
    });
    const change = before === 0 ? '' : ` (${before} before)`;
    return `${this.#name} now holds ${plural(after, 'finding')} of ${plural(next.size, 'file')}${change}.`;
  }

  /** Entries of files that no longer exist. */
  get #gone(): readonly (readonly [string, Entries])[] {
    const folder = dirname(this.#absolute);
    return [...this.#before].filter(([path]) => !this.#after.has(path) && !existsSync(resolve(folder, path)));
  }

  #keyOf(file: string): string {
    return withForwardSlashes(relative(dirname(this.#absolute), file));
  }
}

function read(name: string, absolute: string, mayBeMissing: boolean): Baseline {
  const content = decode(readBytes(absolute, maxBytes));
  if (content === gone && mayBeMissing) return new Map();
  if ('problem' in content) {
    const problem = content === gone ? 'there is none. --update-baseline writes one' : content.problem;
    throw new UsageError(`The baseline "${name}" cannot be read: ${problem}.`);
  }
  const baseline = parseBaseline(content.text);
  if (!baseline)
    throw new UsageError(
      `"${name}" is not a baseline of cloudrun-lint. Name another file with --baseline; this one is left as it is.`,
    );
  return baseline;
}

function total(entries: Entries): number {
  return [...entries.values()].reduce((sum, count) => sum + count, 0);
}

function count(baseline: Baseline): number {
  return [...baseline.values()].reduce((sum, entries) => sum + total(entries), 0);
}
