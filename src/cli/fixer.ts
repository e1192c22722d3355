import type { Diagnostic } from '../diagnostic.ts';
import { fixText } from '../policy/fix.ts';
import type { Secrets } from '../secrecy.ts';
import { plural } from '../text/sentences.ts';
import { describeFault } from './fault.ts';
import { UsageError } from './io.ts';
import { type Encoding, encode, readOrdinary } from './read.ts';
import { replaceFile } from './replace-file.ts';
import type { Fixing, RunOptions } from './run-options.ts';

/** A file on its way through a run that changes files. */
export interface Rewritten {
  /** As the report names it. */
  readonly path: string;
  /** Where it lies. */
  readonly absolute: string;
  /** What was read. */
  readonly text: string;
  /** How it was read. */
  readonly encoding: Encoding;
  /** Finds what is wrong with a text of the file. */
  readonly lint: (text: string) => readonly Diagnostic[];
  /** What nothing may show of a text of the file. */
  readonly secretsIn: (text: string) => Secrets | undefined;
}

/** Changes the files of a run. */
export interface Rewriter {
  /** Changes a file. Gives the text to report on: what the file holds after it. */
  apply(file: Rewritten): Promise<string>;
  /** Why files could not be written, a line each. */
  readonly problems: readonly string[];
  /** What would change, as one patch; "" where nothing is only shown. */
  readonly patch: string;
  /** What was done, a line each. */
  readonly summary: readonly string[];
}

/** Makes the fixes of a run, or shows them. */
export class Fixer implements Rewriter {
  /** Why files could not be written, a line each. */
  readonly problems: string[] = [];
  readonly #fixing: Fixing;
  readonly #diffs: string[] = [];
  readonly #refused: Diagnostic[] = [];
  readonly #unfinished: string[] = [];
  readonly #leftOut: { readonly path: string; readonly count: number }[] = [];
  #findings = 0;
  #files = 0;

  /** Throws a `UsageError` where there is nothing that could be written. */
  constructor({ fixing, paths }: Pick<RunOptions, 'fixing' | 'paths'>) {
    if (paths.includes('-') && !fixing.onlyShow) {
      throw new UsageError('Standard input cannot be fixed. --diff shows what would change.');
    }
    this.#fixing = fixing;
  }

  async apply({ path, absolute, text, encoding, lint, secretsIn }: Rewritten): Promise<string> {
    const fixed = fixText(text, { unsafe: this.#fixing.tier === 'unsafe', lint });
    for (const diagnostic of fixed.refused) this.#refused.push(diagnostic);
    if (!fixed.isComplete) this.#unfinished.push(path);
    if (fixed.text === text) return text;
    if (this.#fixing.onlyShow) {
      const { unifiedDiff } = await import('../policy/unified-diff.ts');
      const { patch, leftOut } = unifiedDiff(path, text, fixed.text, secretsIn(text));
      this.#diffs.push(patch);
      if (leftOut > 0) this.#leftOut.push({ path, count: leftOut });
    } else {
      const problem = await rewrite(absolute, encode(text, encoding), encode(fixed.text, encoding));
      if (problem !== undefined) {
        this.problems.push(`${path}: cannot be written: ${problem}`);
        return text;
      }
    }
    this.#findings += fixed.applied.length;
    this.#files++;
    return this.#fixing.onlyShow ? text : fixed.text;
  }

  get patch(): string {
    return this.#diffs.join('');
  }

  get summary(): readonly string[] {
    const verb = this.#fixing.onlyShow ? 'would fix' : 'fixed';
    const done = `${verb} ${plural(this.#findings, 'finding')} in ${plural(this.#files, 'file')}.`;
    const refused = this.#refused.map(
      ({ path, rule, range }) =>
        `${path}:${range.start.line}: ${rule} is left as it is, since its fix would bring another error.`,
    );
    const unfinished = this.#unfinished.map((path) => `${path}: there is more to fix. Run it again.`);
    const leftOut = this.#leftOut.map(
      ({ path, count }) =>
        `${path}: ${plural(count, 'change')} beside a secret not shown, since the patch would show the secret. --fix makes all changes.`,
    );
    return [...(this.#files > 0 ? [done] : []), ...refused, ...unfinished, ...leftOut];
  }
}

/** Writes what a file shall hold in place of what was read from it; why it cannot be, where it cannot. */
export async function rewrite(absolute: string, before: Uint8Array, after: Uint8Array): Promise<string | undefined> {
  const now = readOrdinary(absolute);
  if ('problem' in now) return now.problem;
  if (!now.equals(before)) return 'it has changed since it was read';
  try {
    await replaceFile(absolute, after);
    return undefined;
  } catch (error) {
    return describeFault(error);
  }
}
