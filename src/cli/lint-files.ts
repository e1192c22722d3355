import { dirname, resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { compareDiagnostics, type Diagnostic, withoutTwins } from '../diagnostic.ts';
import type { LintOptions } from '../lint.ts';
import type { ConfigRefusal } from '../policy/config-problem.ts';
import { lintOptionsOf } from '../policy/lint-options.ts';
import { overridesOf } from '../policy/overrides.ts';
import { type Policy, policyForFile } from '../policy/policy.ts';
import type { ReportFile } from '../report.ts';
import type { Rule } from '../rule.ts';
import { secretsBeside } from '../secrecy.ts';
import type { Timing } from '../timing.ts';
import type { Baselines } from './baselines.ts';
import { Bounds } from './bounds.ts';
import type { ChangedFiles } from './changed-files.ts';
import { Deployers } from './deployers.ts';
import { discover } from './discover.ts';
import { FileLinter, type LintInput } from './file-linter.ts';
import type { Rewriter } from './fixer.ts';
import type { Io } from './io.ts';
import { Kustomizations } from './kustomizations.ts';
import { ModuleFiles } from './module-files.ts';
import { Neighbours } from './neighbours.ts';
import { withForwardSlashes } from './paths.ts';
import { isRefusal, Policies } from './policies.ts';
import { type Content, decode, mayHoldCloudRun, readBytes } from './read.ts';
import { KeptFiles } from './report-places.ts';
import { RepositoryFiles } from './repository-files.ts';
import type { RunOptions } from './run-options.ts';
import { matters, Verdict } from './verdict.ts';

/** What a run over files gave, before anything is formatted. */
export interface Run {
  /** By path, place and rule; suppressed ones are marked. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that were linted, in the order of linting; with their text where `diagnostics` has something of them. */
  readonly files: readonly ReportFile[];
  /** How many more files hold nothing of Cloud Run. */
  readonly passedOver: number;
  /** How many findings `--quiet` has kept out of `diagnostics`. */
  readonly leftOut: number;
  /** The rules that ran on some file. */
  readonly rules: readonly Rule[];
  /** Has judged every finding, those that `--quiet` leaves out too. */
  readonly verdict: Verdict;
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
  /** Configurations that do not count: the files below them were not linted. */
  readonly refusals: readonly ConfigRefusal[];
  /** What no report may replace. */
  readonly kept: KeptFiles;
  /** Files that somebody named one by one and that hold nothing to lint. */
  readonly unrecognized: readonly string[];
}

/** Who takes part in a run, where somebody asked for it. */
interface Companions {
  readonly baselines: Baselines;
  readonly rewriter: Rewriter | undefined;
  readonly timing: Timing | undefined;
}

/** Why no report takes the place of a manifest. */
const whatIsLinted = 'it is what was linted';

/** What else a word behind `--changed` may be that names no file. */
const afterChanged = ' (a commit follows --changed behind an equals sign: --changed=HEAD)';

/** Whether a file that was found may be the report of an earlier run, until something of Cloud Run turns up in it. */
function mayBeReport({ absolute, explicit }: LintInput): boolean {
  return !explicit && absolute.endsWith('.json');
}

/** Lints everything that was asked for, a file at a time. */
export async function lintFiles(options: RunOptions, io: Io, companions: Companions): Promise<Run> {
  const run = new LintRun(options, io, companions);
  if (options.paths.includes('-')) await run.takeStandardInput();
  const paths = options.paths.filter((path) => path !== '-');
  if (paths.length > 0 || options.paths.length === 0) await run.takeFiles(paths);
  return run.end();
}

/** Gathers what the files of one run give. */
class LintRun {
  readonly #asked: RunOptions;
  readonly #io: Io;
  readonly #companions: Companions;
  readonly #policies: Policies;
  readonly #neighbours: Neighbours;
  readonly #deployers: Deployers;
  readonly #kustomizations: Kustomizations;
  readonly #moduleFiles: ModuleFiles;
  readonly #repositoryFiles: RepositoryFiles;

  readonly #diagnostics: Diagnostic[] = [];
  readonly #files: ReportFile[] = [];
  readonly #rules = new Map<string, Rule>();
  readonly #verdict = new Verdict();
  readonly #problems: string[] = [];
  readonly #refusals = new Set<ConfigRefusal>();
  readonly #kept = new KeptFiles();
  readonly #unrecognized: string[] = [];
  #passedOver = 0;
  #leftOut = 0;

  constructor(asked: RunOptions, io: Io, companions: Companions) {
    this.#asked = asked;
    this.#io = io;
    this.#companions = companions;
    this.#policies = new Policies(asked, io.cwd, (file) => this.#kept.keep(file, 'it is a configuration'));
    const bounds = new Bounds(io.cwd);
    const keep = (file: string): void => this.#kept.keep(file, 'it was read with what was linted');
    this.#repositoryFiles = new RepositoryFiles(io.cwd, bounds, keep);
    this.#neighbours = new Neighbours(io.cwd, bounds, keep);
    this.#deployers = new Deployers(this.#neighbours);
    this.#kustomizations = new Kustomizations(this.#neighbours);
    this.#moduleFiles = new ModuleFiles(this.#neighbours);
  }

  /** Lints what comes in there, by the name that the command line gives it. */
  async takeStandardInput(): Promise<void> {
    const { stdinFilename: path, ignoreUnrecognized } = this.#asked;
    const input = { path, absolute: resolve(this.#io.cwd, path), explicit: !ignoreUnrecognized };
    await this.#take(input, decode(await this.#io.stdin()));
  }

  /** Lints the files that the paths lead to, those below the working directory if there are none. */
  async takeFiles(paths: readonly string[]): Promise<void> {
    const { timing } = this.#companions;
    let began = timing?.now() ?? 0;
    const changed = await this.#changedFiles();
    for await (const row of discover(paths, this.#io.cwd)) {
      for (const found of row) {
        began = timing?.step('search', began) ?? 0;
        if ('problem' in found) {
          this.#problems.push(changed ? `${found.problem}${afterChanged}` : found.problem);
          continue;
        }
        if (changed?.has(found.absolute) === false) continue;
        if (!mayBeReport(found)) this.#kept.keep(found.absolute, whatIsLinted);
        const explicit = found.explicit && !this.#asked.ignoreUnrecognized;
        const bytes = readBytes(found.absolute);
        const isWanted = 'problem' in bytes || explicit || mayHoldCloudRun(bytes);
        timing?.step('read', began);
        if (isWanted) await this.#take({ ...found, explicit }, decode(bytes));
        else this.#passedOver++;
        began = timing?.now() ?? 0;
      }
    }
  }

  /** What came of it all. */
  end(): Run {
    this.#io.lookedFor?.(this.#repositoryFiles.asked);
    // Two manifests may find the same in a file that they share.
    const diagnostics = withoutTwins(this.#diagnostics.sort(compareDiagnostics));
    return {
      diagnostics,
      files: [...this.#files, ...this.#filesOfOthers(diagnostics)],
      passedOver: this.#passedOver,
      leftOut: this.#leftOut,
      rules: [...this.#rules.values()],
      verdict: this.#verdict,
      problems: [...this.#problems, ...this.#neighbours.problems],
      refusals: [...this.#refusals],
      kept: this.#kept,
      unrecognized: this.#unrecognized,
    };
  }

  /** Files that were read for the sake of manifests, and that something found lies in. */
  *#filesOfOthers(diagnostics: readonly Diagnostic[]): Generator<ReportFile> {
    const known = new Set(this.#files.map(({ path }) => path));
    for (const { path, related } of diagnostics) {
      for (const name of [path, ...related.flatMap((place) => place.path ?? [])]) {
        const text = known.has(name) ? undefined : this.#repositoryFiles.textOf(name);
        known.add(name);
        if (text === undefined) continue;
        const secrets = secretsBeside(text);
        yield { path: name, text, resources: 0, linted: false, ...(secrets && { secrets }) };
      }
    }
  }

  /** What starts git is loaded only where it is asked. */
  async #changedFiles(): Promise<ChangedFiles | undefined> {
    const { changed } = this.#asked;
    if (changed === undefined) return undefined;
    return (await import('./changed-files.ts')).ChangedFiles.since(changed, this.#io);
  }

  async #take(input: LintInput, content: Content): Promise<void> {
    const { path, absolute } = input;
    if ('problem' in content) {
      this.#problems.push(`${path}: ${content.problem}`);
      return;
    }
    const policy = await this.#policies.for(absolute);
    if (isRefusal(policy)) {
      this.#refusals.add(policy);
      return;
    }
    if (policy.isExcluded(withForwardSlashes(absolute))) return;

    const { baselines, rewriter } = this.#companions;
    const baseline = baselines.for(policy);
    if (baseline) this.#kept.keep(baseline.absolute, 'it is a baseline');
    const linter = new FileLinter(input, this.#optionsFor(input, policy), baseline);
    const text = rewriter
      ? await rewriter.apply({
          path,
          absolute,
          text: content.text,
          encoding: content.encoding,
          lint: (tried) => linter.lint(tried),
          secretsIn: (tried) => linter.secretsIn(tried),
        })
      : content.text;
    const found = linter.lint(text);
    baseline?.take(absolute, found, this.#asked.only.length > 0 ? 0 : linter.stale);
    this.#verdict.add(found, policy);
    const shown = this.#asked.quiet ? found.filter((diagnostic) => matters(diagnostic, policy)) : found;
    this.#leftOut += found.length - shown.length;
    for (const diagnostic of shown) this.#diagnostics.push(diagnostic);
    const { resources, secrets } = linter;
    if (input.explicit && resources === 0 && found.length === 0) this.#unrecognized.push(path);
    if (resources > 0 && mayBeReport(input)) this.#kept.keep(absolute, whatIsLinted);
    this.#files.push({ path, resources, ...(shown.length > 0 && { text, ...(secrets && { secrets }) }) });
  }

  #optionsFor({ absolute, explicit }: LintInput, policy: Policy): LintOptions {
    const { timing } = this.#companions;
    const filePolicy = policyForFile(policy, withForwardSlashes(absolute), categories);
    for (const rule of filePolicy.rules) if (!this.#rules.has(rule.id)) this.#rules.set(rule.id, rule);
    return lintOptionsOf(policy, filePolicy, categories, {
      explicit,
      ignoreComments: this.#asked.ignoreComments,
      deployer: () => this.#deployers.of(dirname(absolute)),
      isPatch: () => this.#kustomizations.isPatch(absolute),
      moduleFiles: () => this.#moduleFiles.beside(absolute),
      filesAround: () => this.#repositoryFiles.around(absolute, policy.beside),
      overridesAt: (path) => overridesOf(policy, withForwardSlashes(resolve(this.#io.cwd, path))),
      ...(timing && { timing }),
    });
  }
}
