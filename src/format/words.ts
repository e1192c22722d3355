import type { Severity } from '../diagnostic.ts';
import type { Summary } from '../report.ts';
import { plural } from '../text/words.ts';

/** "2 errors", "1 info": what there is of each severity, the gravest first. */
export function foundIn(
  summary: Pick<Summary, 'errors' | 'warnings' | 'infos'>,
  paint: (text: string, severity: Severity) => string = (text) => text,
): string[] {
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(plural(counts[severity], severity), severity));
}

/** "In 2 Cloud Run resources of 3 files. 1 suppressed." without its first word. */
export function placesOf(summary: Summary): string {
  const suppressed = summary.suppressed > 0 ? ` ${summary.suppressed} suppressed.` : '';
  return `${plural(summary.resources, 'Cloud Run resource')} of ${plural(summary.files, 'file')}.${suppressed}`;
}
