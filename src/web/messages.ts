import type { Diagnostic } from '../diagnostic.ts';
import type { Options } from '../library/types.ts';

/** A file of the playground. */
export interface WebFile {
  /** Its name: what findings call it, and what decides whether it is YAML or Terraform. */
  readonly path: string;
  /** What the person has typed. */
  readonly text: string;
}

/** What the page asks the worker for. */
export interface Question {
  /** Comes back with the answer, so that an old one is known as such. */
  readonly id: number;
  /**
   * `lint` for all that the page shows of a text, `fix` for the text with all safe fixes, `unsafe` with all fixes, and
   * `example` for the first wrong example of the rule that `file` names as its path.
   */
  readonly task: 'lint' | 'fix' | 'unsafe' | 'example';
  /** What is linted. */
  readonly file: WebFile;
  /** The profile and the configuration that the person has chosen. */
  readonly options: Pick<Options, 'profile' | 'config'>;
}

/** What the worker answers. */
export interface Answer {
  /** That of the question. */
  readonly id: number;
  /** Why nothing could be done: a mistake in the configuration. All other fields are empty then. */
  readonly problem: string;
  /** By place, suppressed ones included. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many Cloud Run objects the text holds. */
  readonly resources: number;
  /** The instances as a picture; empty where there is none. */
  readonly picture: string;
  /** The example, where that was asked for and there is such a rule. */
  readonly example?: WebFile;
  /** The fixed text, where that was asked for. */
  readonly fixed?: string;
  /** The report in the formats for machines. */
  readonly json: string;
  /** SARIF, as code scanning takes it. */
  readonly sarif: string;
  /** The page of each rule that found something, as Markdown, by the rule's id. */
  readonly pages: Readonly<Record<string, string>>;
}
