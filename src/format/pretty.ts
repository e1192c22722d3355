import type { Diagnostic } from '../diagnostic.ts';
import type { Formatter } from '../report.ts';
import { byPath, gravestFirst, unsuppressed } from '../report.ts';
import { listOf } from '../text/sentences.ts';
import { visibleLine } from '../text/visible.ts';
import { foundIn } from './phrases.ts';
import { FindingPrinter } from './pretty-finding.ts';
import { type Colors, colorsFor, summaryLines } from './pretty-phrases.ts';
import { remainder } from './statistics.ts';

/** Who reads a log reads no more findings with their lines: the others are counted. */
const MAX_FRAMES = 50;

/**
 * For people: each finding with the lines it is about and what to write instead, by file where there are several, and a
 * summary. Of very many findings the gravest have their lines, the others are counted by rule.
 */
export const pretty: Formatter = (report, options) => {
  const colors = colorsFor(options);
  const findings = unsuppressed(report);
  const shown = new Set(gravestFirst(findings).slice(0, options.maxFrames ?? MAX_FRAMES));
  const printer = new FindingPrinter(report, options, colors);
  const files = [...byPath(findings)];
  const blocks = files.flatMap(([path, ofFile]) => {
    const frames = ofFile.filter((diagnostic) => shown.has(diagnostic)).map((diagnostic) => printer.print(diagnostic));
    return frames.length > 0 && files.length > 1 ? [heading(path, ofFile, colors), ...frames] : frames;
  });
  const left = findings.filter((diagnostic) => !shown.has(diagnostic));
  const rest = left.length > 0 ? [remainder(left, colors).join('\n')] : [];
  return `${[...blocks, ...rest, summaryLines(report, options).join('\n')].join('\n\n')}\n`;
};

/** The name of a file and what is found in it. */
function heading(path: string, found: readonly Diagnostic[], colors: Colors): string {
  const of = (severity: Diagnostic['severity']) =>
    found.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = foundIn({ errors: of('error'), warnings: of('warning'), infos: of('info') });
  return `${colors.underline(visibleLine(path))}: ${listOf(counts)}`;
}
