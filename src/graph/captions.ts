import type { Severity } from '../diagnostic.ts';
import { severities } from '../diagnostic.ts';
import { nameOf } from '../model/kinds.ts';
import type { Graph, Mark } from './graph.ts';

/** What the picture is of: `instance of service ledger`, or `instance shell` of one by itself. */
export function titleOf({ kind, name }: Graph): string {
  const what = kind === 'Instance' ? 'instance' : `instance of ${nameOf(kind)}`;
  return `${what}${name === '' ? '' : ` ${name}`}`;
}

const signs: Readonly<Record<Severity, string>> = { error: '✗', warning: '⚠', info: 'i' };

/** The colour of each severity in pictures; they show on light and dark pages alike. */
export const colors: Readonly<Record<Severity, string>> = { error: '#d1242f', warning: '#bf8700', info: '#218bff' };

/** A mark as it is written: its sign and the rule's id, and how often if more than once. */
export function markText({ rule, severity, messages }: Mark): string {
  return `${signs[severity]} ${rule}${messages.length > 1 ? ` (${messages.length})` : ''}`;
}

/** The gravest severity of some marks. */
export function gravest(marks: readonly Mark[]): Severity | undefined {
  return severities.findLast((severity) => marks.some((mark) => mark.severity === severity));
}
