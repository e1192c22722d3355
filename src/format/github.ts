import type { Diagnostic } from '../diagnostic.ts';
import type { Formatter } from '../report.ts';
import { gravestFirst, unsuppressed } from '../report.ts';
import { visible } from '../text/visible.ts';
import { relatedLead } from './phrases.ts';
import { fromRoot, type Root } from './place.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** The runner cuts a message behind this many characters. */
const MAX_MESSAGE = 4096;

/**
 * Annotations for GitHub Actions, as workflow commands. The gravest come first, since GitHub shows ten of each kind
 * a step.
 */
export const github: Formatter = (report, options) =>
  gravestFirst(unsuppressed(report))
    .map(
      (diagnostic) =>
        `::${commands[diagnostic.severity]} ${properties(diagnostic, options)}::${message(diagnostic, options)}\n`,
    )
    .join('');

function properties({ path, range, rule }: Diagnostic, root: Root): string {
  const { start, end } = range;
  const lines = { file: fromRoot(path, root), line: start.line, endLine: end.line };
  // GitHub takes columns only where the range lies on one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return Object.entries({ ...lines, ...columns, title: `cloudrun-lint: ${rule}` })
    .map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`)
    .join(',');
}

/** The message, the places that take part, and what to do. */
function message({ message, related, help, fix }: Diagnostic, root: Root): string {
  const places = related.map((place) => {
    const lead = relatedLead(place, place.path && fromRoot(place.path, root));
    return `${visible(lead)} ${visible(place.message)}`;
  });
  const remedies = [help ?? '', fix ? `${fix.title} (${fix.safe ? '--fix' : '--fix-unsafe'}).` : ''].map(visible);
  const lines = [visible(message), ...places, ...remedies.filter((line) => line !== '')];
  return escapeData(lines.join('\n').slice(0, MAX_MESSAGE));
}

/** Text as the value of a workflow command: on one line. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
