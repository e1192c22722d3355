import type { Diagnostic, Related, Severity } from '../diagnostic.ts';
import type { Summary } from '../report.ts';
import { plural } from '../text/sentences.ts';

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

/** How a related place is introduced in text: "Line 3:", or "edge/nginx.conf line 3:" in another file. */
export function relatedLead({ range }: Related, path: string | undefined): string {
  return path === undefined ? `Line ${range.start.line}:` : `${path} line ${range.start.line}:`;
}

/**
 * A message for formats that show no related places: those in other files are told behind it, since nothing around the
 * finding's own place shows them.
 *
 * @param pathOf how the format writes a path
 */
export function messageWithOthers({ message, related }: Diagnostic, pathOf = (path: string): string => path): string {
  const elsewhere = related.flatMap((place) =>
    place.path === undefined ? [] : [`${relatedLead(place, pathOf(place.path))} ${place.message}`],
  );
  return [message, ...elsewhere].join(' ');
}

/** That a run has linted nothing, so that nobody takes it for a clean one. */
export function nothingLinted(files: number): string {
  if (files === 0) return 'Nothing was linted: no YAML or Terraform file was found.';
  return `Nothing was linted: no Cloud Run service, job, worker pool or instance in ${plural(files, 'file')}.`;
}
