import { createColors } from 'picocolors';
import type { Diagnostic, Related, Severity, Subject } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { nameOf } from '../model/kinds.ts';
import type { FormatOptions, Formatter, Summary } from '../report.ts';
import { summarise, unsuppressed } from '../report.ts';
import { wrap } from '../text/cells.ts';
import { listOf, plural } from '../text/sentences.ts';
import { visible, visibleLine } from '../text/visible.ts';
import { type FrameLine, frame, type Mark } from './frame.ts';
import { foundIn, nothingFound, placesOf } from './phrases.ts';
import { type LinesOf, linesByPath } from './texts.ts';

type Colors = ReturnType<typeof createColors>;

/** For people: each finding with the lines it is about, what to write instead, and a summary. */
export const pretty: Formatter = (report, options) => {
  const colors = createColors(options.colors);
  const linesOf = linesByPath(report);
  const findings = unsuppressed(report).map((diagnostic) => finding(diagnostic, linesOf, options, colors).join('\n'));
  return `${[...findings, summary(summarise(report), colors)].join('\n\n')}\n`;
};

function finding(diagnostic: Diagnostic, linesOf: LinesOf, options: FormatOptions, colors: Colors): string[] {
  const { path, range, severity, message, rule, related, fix, predicts, help } = diagnostic;
  const paint = painter(severity, colors);
  const last = related.reduce((most, place) => Math.max(most, place.range.start.line), range.start.line);
  const gutter = String(last).length;
  const bar = colors.dim('|');
  const margin = ' '.repeat(gutter);
  const marks = groupBy(
    [{ path, range, sign: '^', label: '' } as const, ...related.map((place) => relatedMark(place, path))],
    (mark) => mark.path,
  );
  const frames = [...marks].map(([file, ofFile]) => framed(file, ofFile));
  const hasCode = frames.some((rows) => rows.length > 1);
  const notes = [
    predicts === undefined ? [] : note('gcloud', `"${visible(predicts)}"`),
    help === undefined ? [] : note('help', visible(help)),
    fix === undefined ? [] : note('fix', `${visible(fix.title)} (${fix.safe ? '--fix' : '--fix-unsafe'})`),
  ].flat();

  /** The place in a file, and below it its lines, where the text was kept. */
  function framed(file: string, ofFile: readonly Mark[]): string[] {
    const lines = linesOf(file);
    const { line, column } = ofFile[0]!.range.start;
    const arrow = colors.dim(file === path ? '-->' : ':::');
    const code = lines ? frame(lines, ofFile, Math.max(40, Math.min(options.width, 400)) - gutter - 3) : [];
    const unseen = lines || file === path ? '' : ` ${ofFile.map(({ label }) => label).join(' ')}`;
    return [
      `${margin}${arrow} ${visible(file)}:${line}:${column}${file === path ? inside(diagnostic.subject) : unseen}`,
      ...(code.length > 0 ? [`${margin} ${bar}`] : []),
      ...code.map((row) => frameLine(row, gutter, bar, paint, colors)),
    ];
  }

  function note(label: string, text: string): string[] {
    const lead = `${margin} ${colors.dim('=')} ${colors.bold(`${label}:`)} `;
    const indent = `${margin} = ${label}: `.length;
    return wrap(text, Math.max(40, options.width) - indent).map((row, i) =>
      i === 0 ? lead + row : ' '.repeat(indent) + visibleLine(row),
    );
  }

  return [
    `${colors.bold(paint(severity))}${colors.dim('[')}${rule}${colors.dim(']')}${colors.bold(`: ${visible(message)}`)}`,
    ...frames.flat(),
    ...(notes.length > 0 && hasCode ? [`${margin} ${bar}`] : []),
    ...notes,
  ].map((line) => line.trimEnd());
}

function relatedMark(place: Related, own: string): Mark & { readonly path: string } {
  return { path: place.path ?? own, range: place.range, sign: '-', label: visible(place.message) };
}

function frameLine(
  line: FrameLine,
  gutter: number,
  bar: string,
  paint: (text: string) => string,
  colors: Colors,
): string {
  if (line.kind === 'gap') return colors.dim('...');
  if (line.kind === 'code') return `${colors.dim(String(line.number).padStart(gutter))} ${bar} ${line.text}`;
  const color = line.mark.sign === '^' ? paint : colors.blue;
  return `${' '.repeat(gutter)} ${bar} ${line.indent}${color(line.mark.label === '' ? line.underline : `${line.underline} ${line.mark.label}`)}`;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}

/** ` in service "web", container "app"`; what has no name is not told. */
function inside(subject: Subject | undefined): string {
  const parts = [
    subject?.name === undefined ? [] : [`${nameOf(subject.kind)} "${visible(subject.name)}"`],
    subject?.container === undefined ? [] : [`container "${visible(subject.container)}"`],
  ].flat();
  return parts.length === 0 ? '' : ` in ${parts.join(', ')}`;
}

function summary(counts: Summary, colors: Colors): string {
  const found = listOf(foundIn(counts, (text, severity) => painter(severity, colors)(text)));
  const where = placesOf(counts);
  if (found === '')
    return counts.resources === 0
      ? `Found no Cloud Run YAML in ${plural(counts.files, 'file')}.`
      : `${colors.green(capitalised(nothingFound(counts)))} in ${where}`;
  const { safe, unsafe } = counts.fixable;
  const fixes = listOf([safe > 0 ? `${safe} by --fix` : '', unsafe > 0 ? `${unsafe} by --fix-unsafe` : '']);
  const fixable = fixes === '' ? '' : ` Repairable: ${fixes}.`;
  return `${colors.bold('Found')} ${found} in ${where}${fixable}\nMore on a rule: cloudrun-lint explain RULE`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
