import type { Severity } from '../diagnostic.ts';
import type { Summary } from '../report.ts';

/** "1 file", "2 files". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "a, b and c"; empty parts are left out. */
export function listOf(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  const last = said.pop();
  return said.length === 0 ? (last ?? '') : `${said.join(', ')} and ${last}`;
}

/** "2 errors", "1 info": what there is of each severity, the gravest first. */
export function foundIn(
  summary: Summary,
  paint: (text: string, severity: Severity) => string = (text) => text,
): string[] {
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(plural(counts[severity], severity), severity));
}

/** "no problems", or where `--quiet` leaves some out, that none of those left counts. */
export function nothingFound({ leftOut }: Summary): string {
  return leftOut > 0 ? 'no problems that count' : 'no problems';
}

/** "In 2 Cloud Run resources of 3 files. 1 suppressed. 1 left out by --quiet." without its first word. */
export function placesOf(summary: Summary): string {
  const suppressed = summary.suppressed > 0 ? ` ${summary.suppressed} suppressed.` : '';
  const leftOut = summary.leftOut > 0 ? ` ${summary.leftOut} left out by --quiet.` : '';
  return `${plural(summary.resources, 'Cloud Run resource')} of ${plural(summary.files, 'file')}.${suppressed}${leftOut}`;
}

/** The text if it is no longer than `length` UTF-16 units, else as much of it with an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
