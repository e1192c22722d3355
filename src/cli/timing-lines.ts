import { plural } from '../text/sentences.ts';
import type { Step, Timing } from '../timing.ts';

/** What each step is, in the order of a run. */
const steps: Readonly<Record<Step | 'rules', string>> = {
  search: 'find the files',
  read: 'read them',
  parse: "parse what is Cloud Run's",
  rules: 'run the rules',
  judge: 'apply comments and configuration',
  report: 'write the report',
};

/** So many rules are told by name. */
const mostRules = 10;

/** Where the time of a run went, in milliseconds: a line each for its steps and for the rules that took most. */
export function timingLines(timing: Timing): readonly string[] {
  const rules = [...timing.rules].sort(([, a], [, b]) => b - a);
  const times = new Map<Step | 'rules', number>([
    ...timing.steps,
    ['rules', rules.reduce((sum, [, time]) => sum + time, 0)],
  ]);
  return [
    'Time in milliseconds:',
    ...Object.entries(steps).map(([step, what]) => row(what, times.get(step as Step | 'rules') ?? 0)),
    `The slowest of ${plural(rules.length, 'rule')}:`,
    ...rules.slice(0, mostRules).map(([id, time]) => row(id, time)),
  ];
}

function row(what: string, time: number): string {
  return `  ${what.padEnd(34)}${time.toFixed(1).padStart(9)}`;
}
