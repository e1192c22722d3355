import type { Diagnostic } from '../diagnostic.ts';
import { type LintOptions, type LintResult, lint } from '../lint.ts';
import type { Secrets } from '../secrecy.ts';
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

/** Lints texts of one file by what holds for it. */
export class FileLinter {
  /** Of the text that was linted last. */
  resources = 0;
  /** Those of the text that was linted last, which nothing may show. */
  secrets: Secrets | undefined;
  /** How many findings of the baseline the text that was linted last no longer has. */
  stale = 0;
  readonly #input: LintInput;
  readonly #options: LintOptions;
  readonly #baseline: BaselineFile | undefined;

  /** The first text and the newest one, which are asked for again where something was tried in between. */
  readonly #known: { readonly text: string; readonly result: LintResult }[] = [];

  constructor(input: LintInput, options: LintOptions, baseline: BaselineFile | undefined) {
    this.#input = input;
    this.#options = options;
    this.#baseline = baseline;
  }

  /** What nothing may show of a text. */
  secretsIn(text: string): Secrets | undefined {
    this.lint(text);
    return this.secrets;
  }

  /** What is found in a text, without what the baseline holds back. */
  lint(text: string): readonly Diagnostic[] {
    const { absolute } = this.#input;
    const { diagnostics, resources, secrets } = this.#once(text);
    this.resources = resources;
    this.secrets = secrets;
    const compared = this.#baseline?.compare(absolute, diagnostics) ?? { diagnostics, stale: 0 };
    this.stale = compared.stale;
    return compared.diagnostics;
  }

  #once(text: string): LintResult {
    const known = this.#known.find((other) => other.text === text);
    if (known) return known.result;
    const result = lint(this.#input.path, text, this.#options);
    this.#known[this.#known.length === 0 ? 0 : 1] = { text, result };
    return result;
  }
}
