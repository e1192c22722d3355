import type { Diagnostic } from '../diagnostic.ts';
import { type LintOptions, lint } from '../lint.ts';
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
    const { path, absolute } = this.#input;
    const { diagnostics, resources, secrets } = lint(path, text, this.#options);
    this.resources = resources;
    this.secrets = secrets;
    const compared = this.#baseline?.compare(absolute, diagnostics) ?? { diagnostics, stale: 0 };
    this.stale = compared.stale;
    return compared.diagnostics;
  }
}
