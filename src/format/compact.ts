import type { Formatter } from '../report.ts';

/** One physical line a finding: `path:line:col: severity: message [rule-id]`. A contract with problem matchers. */
export const compact: Formatter = (report) =>
  report.diagnostics
    .filter(({ suppressed }) => !suppressed)
    .map(
      ({ path, range, severity, message, rule }) =>
        `${path}:${range.start.line}:${range.start.column}: ${severity}: ${message} [${rule}]\n`,
    )
    .join('');
