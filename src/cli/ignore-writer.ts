import { ignoreComments } from '../policy/write-ignores.ts';
import { plural } from '../text/sentences.ts';
import { type Rewriter, type Rewritten, rewrite } from './fixer.ts';
import { encode } from './read.ts';

/** `--add-ignores`: writes a comment for each finding of a run, so that only new ones are reported from then on. */
export class IgnoreWriter implements Rewriter {
  readonly patch = '';
  readonly problems: string[] = [];
  readonly #reason: string;
  readonly #left: string[] = [];
  #findings = 0;
  #files = 0;

  constructor(reason: string) {
    this.#reason = reason;
  }

  async apply({ path, absolute, text, encoding, lint }: Rewritten): Promise<string> {
    const { text: next, ignored, left } = ignoreComments(path, text, this.#reason, lint);
    if (left > 0) this.#left.push(`${path}: ${plural(left, 'finding')} cannot be ignored by a comment.`);
    if (next === text) return text;
    const problem = await rewrite(absolute, encode(text, encoding), encode(next, encoding));
    if (problem !== undefined) {
      this.problems.push(`${path}: cannot be written: ${problem}`);
      return text;
    }
    this.#findings += ignored;
    this.#files++;
    return next;
  }

  get summary(): readonly string[] {
    const [findings, files] = [plural(this.#findings, 'finding'), plural(this.#files, 'file')];
    return [...(this.#files > 0 ? [`${findings} in ${files} are now ignored.`] : []), ...this.#left];
  }
}
