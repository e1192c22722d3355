import type { Formatter } from '../report.ts';
import { unsuppressed } from '../report.ts';
import { visible, visibleJson } from '../text/visible.ts';
import { messageWithOthers } from './phrases.ts';
import { fromRoot } from './place.ts';

const severities = { error: 'critical', warning: 'major', info: 'info' } as const;

/** GitLab's code quality report. */
export const gitlab: Formatter = (report, options) => {
  const seen = new Map<string, number>();
  return visibleJson(
    unsuppressed(report).map((diagnostic) => {
      const { path, rule, severity, range, fingerprint } = diagnostic;
      const place = fromRoot(path, options);
      const key = `${place}:${fingerprint}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return {
        description: visible(messageWithOthers(diagnostic, (other) => fromRoot(other, options))),
        check_name: rule,
        // GitLab shows one finding a fingerprint.
        fingerprint: count === 1 ? key : `${key}:${count}`,
        severity: severities[severity],
        location: { path: place, lines: { begin: range.start.line, end: range.end.line } },
      };
    }),
  );
};
