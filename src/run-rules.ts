import type { Diagnostic } from './diagnostic.ts';
import { originOf } from './dialect/origin.ts';
import { finalise } from './finalise.ts';
import type { ManifestFile } from './model/manifest-file.ts';
import type { Workload } from './model/workload.ts';
import { type Found, meet, type Needs, nothing } from './needs.ts';
import { onceEach } from './once.ts';
import type { Finding, Kinds, Rule } from './rule.ts';
import type { Form } from './text/say.ts';
import type { Timing } from './timing.ts';

/** Runs every rule over what it applies to. Plain loops: this is where all rules meet all files. */
export function runRules(rules: readonly Rule[], file: ManifestFile, timing: Timing | undefined): Diagnostic[] {
  const into: Diagnostic[] = [];
  let began = timing?.now() ?? 0;
  const { language } = file.source;
  const forms = file.workloads.map(({ field }) => originOf(field.node)?.kind.form ?? language);
  for (const task of tasksOf(rules)) {
    if (task.ofFile) {
      if (!task.only || task.only.includes(language)) run(task, file, undefined, into);
    } else {
      for (const [at, workload] of file.workloads.entries()) {
        if (task.only && !task.only.includes(forms[at]!)) continue;
        if (!task.kinds || task.kinds.includes(workload.kind)) run(task, file, workload, into);
      }
    }
    if (timing) began = timing.rule(task.rule.id, began);
  }
  return into;
}

/** What running a rule takes, in the same form for all of them, which reads several times as fast as they do. */
interface Task {
  readonly rule: Rule;
  readonly check: Check;
  readonly needs: Needs | undefined;
  /** The forms of what it is about; undefined for all. */
  readonly only: readonly Form[] | undefined;
  /** Whether it looks at the file as a whole, even at one without workloads. */
  readonly ofFile: boolean;
  /** The kinds of workload that it wants; undefined for every kind. */
  readonly kinds: readonly Workload['kind'][] | undefined;
}

const tasksOf = onceEach((rules: readonly Rule[]): readonly Task[] =>
  rules.map((rule) => ({
    rule,
    check: rule.check as Check,
    needs: rule.needs,
    only: typeof rule.only === 'string' ? [rule.only] : rule.only,
    ofFile: rule.appliesTo === 'file',
    kinds: rule.appliesTo === 'file' ? undefined : kindNames[rule.appliesTo],
  })),
);

type Check = (resource: ManifestFile | Workload, found: Found) => Generator<Finding, void>;

/**
 * Every generator function has a prototype of its own, on which `for … of` would look for this method anew: that takes
 * longer than most checks.
 */
const { next } = Object.getPrototypeOf(function* () {}).prototype as Generator<Finding, void>;

/** The kinds of workload that a rule wants; undefined for every kind. */
const kindNames: Readonly<Record<Exclude<keyof Kinds, 'file'>, readonly Workload['kind'][] | undefined>> = {
  workload: undefined,
  service: ['Service'],
  served: ['Service', 'Instance'],
  job: ['Job'],
  workerPool: ['WorkerPool'],
  singleInstance: ['Instance'],
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
    const met = workload ? meet(needs, workload) : nothing;
    if (!met) return;
    const findings = check.call(rule, workload ?? file, met);
    const predicts = predictionFor(rule);
    const help = rule.help || undefined;
    for (let found = next.call(findings); !found.done; found = next.call(findings)) {
      into.push(finalise(found.value, { path, rule: rule.id, severity: rule.severity, help, predicts, workload }));
    }
  } catch (error) {
    const on = workload?.field ?? { source: file.source, span: { start: 0, end: 0 }, path: [], stablePath: [] };
    const cause = error instanceof Error ? error.message : String(error);
    const message = `The rule "${rule.id}" crashed: ${cause}. This is a mistake in cloudrun-lint, not in your file.`;
    into.push(finalise({ on, message }, { path, rule: 'internal-error', severity: 'error', workload }));
  }
}

/** The rule's published refusal where it holds for every finding as it stands. */
function predictionFor({ predicts, predictsAlike }: Rule): string | undefined {
  return predictsAlike && typeof predicts === 'string' ? predicts : undefined;
}
