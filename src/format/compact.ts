import type { Formatter } from '../report.ts';
import { unsuppressed } from '../report.ts';
import { visible } from '../text/visible.ts';
import { messageWithOthers } from './phrases.ts';

/** One physical line a finding, for editors and problem matchers: `path:line:col: severity: message [rule-id]`. */
export const compact: Formatter = (report) =>
  unsuppressed(report)
    .map((diagnostic) => {
      const { path, range, severity, rule } = diagnostic;
      const message = messageWithOthers(diagnostic);
      return `${compactPath(path)}:${range.start.line}:${range.start.column}: ${severity}: ${visible(message)} [${rule}]\n`;
    })
    .join('');

/** The path, led by `./` where it would else begin a line like a workflow command (`::error ::`). */
function compactPath(path: string): string {
  return visible(path.trimStart().startsWith('::') ? `./${path}` : path);
}
