import { categories } from '../../rules/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type LintOptions, lint } from '../lint.ts';
import type { FilePolicy, Policy } from '../policy/policy.ts';
import type { BaselineFile } from './baseline-file.ts';

/** A file or standard input on its way through a run. */
export interface LintInput {
  /** As the report names it. */
  readonly path: string;
  /** Where it lies, or would lie. */
  readonly absolute: string;
  /** True if a person named this very file: then a document that is not Cloud Run's may be explained. */
  readonly explicit: boolean;
}

const knownRules: ReadonlySet<string> = new Set(categories.flatMap(({ rules }) => rules.map(({ id }) => id)));

/** What holds for a file, as linting it takes it. */
export function lintOptions(
  policy: Policy,
  { rules, overrides, off }: FilePolicy,
  input: Pick<LintOptions, 'explicit' | 'ignoreComments' | 'deployer' | 'timing'>,
): LintOptions {
  const locked = new Set(policy.locked.keys());
  const { userProducts } = policy;
  return { ...input, rules, target: policy.target.value, knownRules, locked, userProducts, overrides, off };
}

/** Lints texts of one file by what holds for it. */
export class FileLinter {
  /** Of the text that was linted last. */
  resources = 0;
  /** How many findings of the baseline the text that was linted last no longer has. */
  stale = 0;
  readonly #input: LintInput;
  readonly #options: LintOptions;
  readonly #baseline: BaselineFile | undefined;

  constructor(input: LintInput, options: LintOptions, baseline: BaselineFile | undefined) {
    this.#input = input;
    this.#options = options;
    this.#baseline = baseline;
  }

  /** What is found in a text, without what the baseline holds back. */
  lint(text: string): readonly Diagnostic[] {
    const { path, absolute } = this.#input;
    const { diagnostics, resources } = lint(path, text, this.#options);
    this.resources = resources;
    const compared = this.#baseline?.compare(absolute, diagnostics) ?? { diagnostics, stale: 0 };
    this.stale = compared.stale;
    return compared.diagnostics;
  }
}
