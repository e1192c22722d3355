import type { UserProduct } from './catalogue/user-product.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { finalise } from './finalise.ts';
import { instanceOf } from './instance/instance.ts';
import type { Target } from './model/dialect.ts';
import type { Kinds } from './model/kinds.ts';
import { ManifestFile } from './model/manifest-file.ts';
import { mayBeCloudRun } from './model/recognise.ts';
import type { Workload } from './model/workload.ts';
import { mayConcern, type Needs } from './needs.ts';
import { applyIgnores } from './policy/ignore.ts';
import { applyOverrides, type CompiledOverride } from './policy/overrides.ts';
import type { Finding, Rule } from './rule.ts';
import { Source } from './yaml/source.ts';

/** What the caller has decided before a text is linted. */
export interface LintOptions {
  /** The rules to run. */
  readonly rules: readonly Rule[];
  /** True if a person named this very file: then a document that is not Cloud Run's may be explained. */
  readonly explicit?: boolean;
  /** `cloud-run` lints services too that are meant for Knative on a cluster; `auto`, the default, leaves them alone. */
  readonly target?: Target;
  /** False: comments silence nothing, so that everything is seen. */
  readonly ignoreComments?: boolean;
  /** The ids of all rules where some are not run; comments may name them. */
  readonly knownRules?: ReadonlySet<string>;
  /** Rules that no comment may silence. */
  readonly locked?: ReadonlySet<string>;
  /** What the team says of its own images. */
  readonly userProducts?: readonly UserProduct[];
  /** Other severities for parts of this file. */
  readonly overrides?: readonly CompiledOverride[];
  /** Those of `rules` that run for the sake of an override alone. */
  readonly off?: ReadonlySet<string>;
}

/** What came of one text. */
export interface LintResult {
  /** Sorted, without twins. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many Cloud Run objects it holds; 0 where it was not even parsed. */
  readonly resources: number;
}

const nothing: LintResult = { diagnostics: [], resources: 0 };

/** Lints one text. Pure and synchronous; never throws, whatever the text. */
export function lint(path: string, text: string, options: LintOptions): LintResult {
  if (!options.explicit && !mayBeCloudRun(text)) return nothing;
  const file = new ManifestFile(new Source(path, text), {
    explicit: options.explicit ?? false,
    target: options.target ?? 'auto',
  });
  for (const workload of options.userProducts ? file.workloads : []) instanceOf(workload, options.userProducts);
  const found = runAll(options.rules, file).sort(compareDiagnostics);
  const judged = decide(file, withoutTwins(found), options);
  return { diagnostics: withoutTwins([...judged].sort(compareDiagnostics)), resources: file.workloads.length };
}

/** What the team has decided on what was found: by comments in the file, then by its configuration. */
function decide(file: ManifestFile, found: readonly Diagnostic[], options: LintOptions): readonly Diagnostic[] {
  const { ignoreComments = true, overrides = [], off = new Set() } = options;
  return applyOverrides(ignoreComments ? applyIgnores(file, found, options) : found, overrides, off);
}

/** Runs every rule over what it applies to. Plain loops: this is where all rules meet all files. */
function runAll(rules: readonly Rule[], file: ManifestFile): Diagnostic[] {
  const into: Diagnostic[] = [];
  for (const task of tasksOf(rules)) {
    if (task.ofFile) run(task, file, undefined, into);
    else {
      for (const workload of file.workloads) {
        if (task.kind === undefined || task.kind === workload.kind) run(task, file, workload, into);
      }
    }
  }
  return into;
}

/** What running a rule takes, in the same form for all of them, which reads several times as fast as they do. */
interface Task {
  readonly rule: Rule;
  readonly check: Check;
  readonly needs: Needs | undefined;
  /** Whether it looks at the file as a whole, even at one without workloads. */
  readonly ofFile: boolean;
  /** The kind of workload that it wants; undefined for every kind. */
  readonly kind: Workload['kind'] | undefined;
}

const tasks = new WeakMap<readonly Rule[], readonly Task[]>();

function tasksOf(rules: readonly Rule[]): readonly Task[] {
  let known = tasks.get(rules);
  if (!known) {
    known = rules.map((rule) => ({
      rule,
      check: rule.check as Check,
      needs: rule.needs,
      ofFile: rule.appliesTo === 'file',
      kind: rule.appliesTo === 'file' ? undefined : kindNames[rule.appliesTo],
    }));
    tasks.set(rules, known);
  }
  return known;
}

type Check = (resource: ManifestFile | Workload) => Generator<Finding, void>;

/**
 * Every generator function has a prototype of its own, on which `for … of` would look for this method anew: that takes
 * longer than most checks.
 */
const { next } = Object.getPrototypeOf(function* () {}).prototype as Generator<Finding, void>;

/** The kind of workload that a rule wants; undefined for every kind. */
const kindNames: Readonly<Record<Exclude<keyof Kinds, 'file'>, Workload['kind'] | undefined>> = {
  workload: undefined,
  service: 'Service',
  job: 'Job',
  workerPool: 'WorkerPool',
};

/** Runs a check to its end. A crash becomes a finding of its own and costs no other rule its findings. */
function run(
  { rule, check, needs }: Task,
  file: ManifestFile,
  workload: Workload | undefined,
  into: Diagnostic[],
): void {
  const { path } = file.source;
  try {
    if (workload && needs && !mayConcern(needs, workload)) return;
    const findings = check.call(rule, workload ?? file);
    for (let found = next.call(findings); !found.done; found = next.call(findings)) {
      into.push(finalise(found.value, { path, rule: rule.id, severity: rule.severity, workload }));
    }
  } catch (error) {
    const on = workload?.field ?? { source: file.source, span: { start: 0, end: 0 }, path: [], stablePath: [] };
    const cause = error instanceof Error ? error.message : String(error);
    const message = `The rule "${rule.id}" crashed: ${cause}. This is a mistake in cloudrun-lint, not in your file.`;
    into.push(finalise({ on, message }, { path, rule: 'internal-error', severity: 'error', workload }));
  }
}

/** Drops what an anchor repeated: the same rule saying the same of the same place. */
function withoutTwins(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  let said = new Set<string>();
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    const next = sorted[index + 1];
    if (!before || !isAt(before, diagnostic)) {
      if (!next || !isAt(next, diagnostic)) return true;
      said = new Set();
    }
    const saying = `${diagnostic.span.end}:${diagnostic.message}`;
    return !said.has(saying) && said.add(saying);
  });
}

function isAt(other: Diagnostic, { rule, span }: Diagnostic): boolean {
  return other.rule === rule && other.span.start === span.start;
}
