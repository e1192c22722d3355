import type { AskedSettings } from '../policy/policy.ts';

/** Where one format's text goes: standard output, or a file. */
export interface Output {
  /** Its name as given; whoever loads the format checks it. */
  readonly format: string;
  /** As given, from the working directory; absent for standard output. */
  readonly file?: string;
}

/** Which fixes are made: none, those that change neither cost nor behaviour, or all; and whether only shown. */
export interface Fixing {
  /** Which fixes; `safe` ones change neither cost nor behaviour. */
  readonly tier: 'none' | 'safe' | 'unsafe';
  /** Whether they are printed as a patch and the files left alone. */
  readonly onlyShow: boolean;
}

/** What is linted. */
export interface InputOptions {
  /** Files, folders, patterns and `-`, as given; [] means the working directory. */
  readonly paths: readonly string[];
  /** The name by which standard input is reported. */
  readonly stdinFilename: string;
  /** Whether files named one by one are passed over in silence where they are not Cloud Run's. */
  readonly ignoreUnrecognized: boolean;
  /** Only files that git says have changed since this commit; undefined for all. */
  readonly changed: string | undefined;
}

/** What decides what holds for a file, beside what lies near it. */
export interface PolicyOptions extends AskedSettings {
  /** A configuration file, or false for none; undefined: the nearest above each file. */
  readonly config: string | false | undefined;
  /** The rules and categories that run, of those that would; [] for all. */
  readonly only: readonly string[];
}

/** Which findings are known already. */
export interface BaselineOptions {
  /** The baseline file as given; undefined for none, or for the default name with `updateBaseline`. */
  readonly baseline: string | undefined;
  /** Whether what is found becomes the new baseline. */
  readonly updateBaseline: boolean;
}

/** How a report looks and where it goes. */
export interface ReportOptions {
  /** In the given order; `pretty` on standard output where none is given. */
  readonly outputs: readonly Output[];
  /** `auto`: where standard output is a terminal that shows colours. */
  readonly color: 'auto' | 'always' | 'never';
  /** How many findings are shown with their lines, in `pretty`; undefined for its own number. */
  readonly maxFrames?: number | undefined;
  /** Whether the report is how often each rule finds something, in place of each finding. */
  readonly statistics?: boolean;
  /** Code scanning's category of this run. */
  readonly sarifCategory?: string;
}

/** What one run of linting was asked for, whoever asked: a command line, the action, an editor. */
export interface RunOptions extends InputOptions, PolicyOptions, BaselineOptions, ReportOptions {
  /** Whether comments silence findings. */
  readonly ignoreComments: boolean;
  /** Which fixes are made. */
  readonly fixing: Fixing;
  /** Why what is found is ignored: comments are written that say so. undefined where none are. */
  readonly addIgnores: string | undefined;
  /** Whether a run that finds nothing of Cloud Run's has failed. */
  readonly requireResources: boolean;
  /** Whether only what makes the run fail is reported. */
  readonly quiet: boolean;
  /** Whether to tell where the time went. */
  readonly timing: boolean;
}
