import { createColors } from 'picocolors';
import type { Severity } from '../diagnostic.ts';
import type { FormatOptions, Report } from '../report.ts';
import { summarise } from '../report.ts';
import { wrap } from '../text/cells.ts';
import { listOf } from '../text/sentences.ts';
import { foundIn, nothingFound, nothingLinted, placesOf } from './phrases.ts';

/** What paints text, or leaves it as it is. */
export type Colors = ReturnType<typeof createColors>;

/** The colours of a report. */
export function colorsFor({ colors }: Pick<FormatOptions, 'colors'>): Colors {
  return createColors(colors);
}

/** The colour of a severity. */
export function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}

/** How wide lines may be, in columns. Narrower terminals get lines that they break themselves. */
export function widthOf({ width }: Pick<FormatOptions, 'width'>): number {
  return Math.max(40, Math.min(width, 400));
}

/** The end of a report for people: what was found, where, what can be fixed, and where to read on. */
export function summaryLines(report: Report, options: FormatOptions): readonly string[] {
  const counts = summarise(report);
  const colors = colorsFor(options);
  const found = foundIn(counts);
  const where = placesOf(counts);
  const wrapped = (text: string): string[] => wrap(text, widthOf(options));
  if (found.length === 0) {
    if (counts.resources === 0) return wrapped(nothingLinted(counts.files));
    const said = nothingFound(counts);
    const [first = '', ...more] = wrapped(`${said.charAt(0).toUpperCase()}${said.slice(1)} in ${where}`);
    return [first.replace(/^.*?(?= in )/, (text) => colors.green(text)), ...more];
  }
  const { safe, unsafe } = counts.fixable;
  const fixes = listOf([safe > 0 ? `${safe} by --fix` : '', unsafe > 0 ? `${unsafe} by --fix-unsafe` : '']);
  const fixable = fixes === '' ? '' : ` Fixable: ${fixes}.`;
  const [first = '', ...more] = wrapped(`Found ${listOf(found)} in ${where}${fixable}`);
  const painted = first
    .replace(/^Found/, (text) => colors.bold(text))
    .replace(/(?<!\d)\d{1,9} (error|warning|info)s?\b/g, (text, severity: Severity) => painter(severity, colors)(text));
  return [painted, ...more, `More on a rule: ${options.command ?? 'cloudrun-lint'} explain RULE`];
}
