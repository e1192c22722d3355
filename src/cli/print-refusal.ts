import { frame } from '../format/frame.ts';
import type { ConfigProblem, ConfigRefusal } from '../policy/config-problem.ts';
import type { Policy } from '../policy/policy.ts';
import { Lines } from '../tree/lines.ts';
import { UsageError } from './io.ts';
import { isRefusal } from './policies.ts';

/** What is wrong with a configuration, for people: each mistake as a line with its place, and the lines that it is about. */
export function printRefusal(refusal: ConfigRefusal): readonly string[] {
  if ('unreadable' in refusal) return [refusal.unreadable];
  return refusal.problems.flatMap((problem, i) => [
    ...(i > 0 ? [''] : []),
    headline(problem),
    ...(problem.isBare ? [] : codeFrame(problem)),
  ]);
}

/** The policy. Throws a `UsageError` with what is wrong where there is none. */
export function requirePolicy(found: Policy | ConfigRefusal): Policy {
  if (isRefusal(found)) throw new UsageError(printRefusal(found));
  return found;
}

function headline({ on: { source, span }, message }: ConfigProblem): string {
  const { line, column } = source.position(span.start);
  return `${source.path}:${line}:${column}: ${message}`;
}

function codeFrame({ on: { source, span } }: ConfigProblem): readonly string[] {
  const range = source.range(span);
  const gutter = String(range.start.line).length;
  return frame(new Lines(source.text), [{ range, sign: '^', label: '' }], 100).map((line) => {
    if (line.kind === 'gap') return '...';
    if (line.kind === 'code') return `${String(line.number).padStart(gutter)} | ${line.text}`;
    return `${' '.repeat(gutter)} | ${line.indent}${line.underline}`;
  });
}
