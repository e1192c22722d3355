import { fileNameOf } from '../../src/examples.ts';
import { lint } from '../../src/lint.ts';
import type { Rule } from '../../src/rule.ts';

/** The refusals that lead to a rule: those that it predicts, and what its findings quote in its own wrong examples. */
export function refusalsOf(rule: Rule): readonly string[] {
  if (rule.predicts === undefined) return [];
  const quoted = rule.bad.flatMap((example) => {
    const { diagnostics } = lint(fileNameOf(example), example.yaml, {
      rules: [rule],
      explicit: true,
      target: 'cloud-run',
    });
    return diagnostics.flatMap(({ predicts = [] }) => predicts);
  });
  return [...new Set([rule.predicts, quoted].flat(2))];
}
