import { dirname, resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import { type LintOptions, lint } from '../lint.ts';
import { type FilePolicy, type Policy, policyForFile } from '../policy/policy.ts';
import type { ReportFile } from '../report.ts';
import type { Rule } from '../rule.ts';
import type { Timing } from '../timing.ts';
import type { Arguments } from './args.ts';
import type { BaselineFile } from './baseline-file.ts';
import { Deployers } from './deployers.ts';
import { discover } from './discover.ts';
import { type Io, UsageError } from './io.ts';
import { withForwardSlashes } from './paths.ts';
import { Policies } from './policies.ts';
import { type Content, decode, mayHoldCloudRun, readBytes } from './read.ts';
import type { Repairs } from './repairs.ts';
import { matters, Verdict } from './verdict.ts';

/** What a run over files gave, before anything is formatted. */
export interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly ReportFile[];
  /** How many more files hold nothing of Cloud Run. */
  readonly passedOver: number;
  /** How many findings `--quiet` has kept out of `diagnostics`. */
  readonly leftOut: number;
  /** The rules that ran on some file. */
  readonly rules: readonly Rule[];
  readonly verdict: Verdict;
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
  /** What is wrong with configurations, each with its place: the files below them were not linted. */
  readonly refusals: readonly string[];
}

/** A file or standard input on its way through a run. */
interface Input {
  readonly path: string;
  readonly absolute: string;
  readonly explicit: boolean;
}

/** Who takes part in a run, where somebody asked for it. */
interface Companions {
  readonly baseline: BaselineFile | undefined;
  readonly repairs: Repairs | undefined;
  readonly timing: Timing | undefined;
}

/** Lints everything that the command line names, a file at a time. */
export async function lintFiles(args: Arguments, io: Io, { baseline, repairs, timing }: Companions): Promise<Run> {
  const policies = new Policies(args, io.cwd);
  const deployers = new Deployers();
  const diagnostics: Diagnostic[] = [];
  const files: ReportFile[] = [];
  let passedOver = 0;
  let leftOut = 0;
  const problems: string[] = [];
  const rules = new Map<string, Rule>();
  const verdict = new Verdict();

  // One configuration of several that cannot be read costs the findings of its own files only.
  const refusals = new Set<string>();
  const refuse = (error: unknown): undefined => {
    if (!(error instanceof UsageError)) throw error;
    refusals.add(error.message);
  };

  const take = async (input: Input, content: Content): Promise<void> => {
    const { path, absolute } = input;
    if ('problem' in content) {
      problems.push(`${path}: ${content.problem}`);
      return;
    }
    const policy = await policies.for(absolute).catch(refuse);
    if (!policy || policy.isExcluded(withForwardSlashes(absolute))) return;
    const filePolicy = policyForFile(policy, withForwardSlashes(absolute), categories);
    for (const rule of filePolicy.rules) if (!rules.has(rule.id)) rules.set(rule.id, rule);
    const { ignoreComments } = args;
    const options = lintOptions(policy, filePolicy, {
      explicit: input.explicit,
      ignoreComments,
      deployer: () => deployers.of(dirname(absolute)),
      ...(timing && { timing }),
    });
    const linter = new FileLinter(input, options, baseline);
    const text = repairs ? await repairs.apply(input, content, (tried) => linter.lint(tried)) : content.text;
    const found = linter.lint(text);
    baseline?.take(absolute, found, linter.stale);
    verdict.add(found, policy);
    const shown = args.quiet ? found.filter((diagnostic) => matters(diagnostic, policy)) : found;
    leftOut += found.length - shown.length;
    for (const diagnostic of shown) diagnostics.push(diagnostic);
    files.push({ path, resources: linter.resources, ...(shown.length > 0 && { text }) });
  };

  if (args.paths.includes('-')) {
    const path = args.stdinFilename;
    const input = { path, absolute: resolve(io.cwd, path), explicit: !args.ignoreUnrecognized };
    await take(input, decode(await io.stdin()));
  }
  const paths = args.paths.filter((path) => path !== '-');
  if (paths.length > 0 || args.paths.length === 0) {
    let began = timing?.now() ?? 0;
    for await (const row of discover(paths, io.cwd)) {
      for (const found of row) {
        began = timing?.step('search', began) ?? 0;
        if ('problem' in found) {
          problems.push(found.problem);
          continue;
        }
        const explicit = found.explicit && !args.ignoreUnrecognized;
        const bytes = readBytes(found.absolute);
        const isWanted = 'problem' in bytes || explicit || mayHoldCloudRun(bytes);
        timing?.step('read', began);
        if (isWanted) await take({ ...found, explicit }, decode(bytes));
        else passedOver++;
        began = timing?.now() ?? 0;
      }
    }
  }
  const [refusal] = refusals;
  if (refusal !== undefined && rules.size === 0) throw new UsageError(refusal);
  return {
    diagnostics: diagnostics.sort(compareDiagnostics),
    files,
    passedOver,
    leftOut,
    rules: [...rules.values()],
    verdict,
    problems,
    refusals: [...refusals],
  };
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
class FileLinter {
  /** Of the text that was linted last. */
  resources = 0;
  /** How many findings of the baseline the text that was linted last no longer has. */
  stale = 0;
  readonly #input: Input;
  readonly #options: LintOptions;
  readonly #baseline: BaselineFile | undefined;

  constructor(input: Input, options: LintOptions, baseline: BaselineFile | undefined) {
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
