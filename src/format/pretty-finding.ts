import type { Diagnostic, Related, Subject } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { rulePageUrl } from '../links.ts';
import { nameOf } from '../model/kinds.ts';
import type { FormatOptions, Report } from '../report.ts';
import type { RulePage } from '../rule.ts';
import { textWidth, wrap } from '../text/cells.ts';
import { listOf } from '../text/sentences.ts';
import { hyperlink, visible, visibleLine } from '../text/visible.ts';
import { type FrameLine, frame, type Mark } from './frame.ts';
import { type Colors, painter, widthOf } from './pretty-phrases.ts';
import { type LinesOf, linesByPath } from './texts.ts';

/** A label beside an underline has so many columns at least, or stands below it. */
const least = 30;

/** Of more related places than these and one, a frame shows these and names the lines of the others. */
const MOST_RELATED = 4;

/** Prints the findings of one report; the first of each rule has the address of its page. */
export class FindingPrinter {
  readonly #pages: ReadonlyMap<string, RulePage>;
  readonly #linesOf: LinesOf;
  readonly #options: FormatOptions;
  readonly #colors: Colors;
  readonly #addressed = new Set<string>();

  constructor(report: Report, options: FormatOptions, colors: Colors) {
    this.#pages = new Map(report.rules.map((page) => [page.id, page]));
    this.#linesOf = linesByPath(report);
    this.#options = options;
    this.#colors = colors;
  }

  /** A finding: its message, the lines that it is about, and notes. */
  print(diagnostic: Diagnostic): string {
    const { path, range, severity, rule, related, fix, predicts, help } = diagnostic;
    const colors = this.#colors;
    const page = this.#pages.get(rule);
    const shown = related.length > MOST_RELATED + 1 ? related.slice(0, MOST_RELATED) : related;
    const last = shown.reduce((most, place) => Math.max(most, place.range.start.line), range.start.line);
    const layout = new Layout(String(last).length, widthOf(this.#options), colors, painter(severity, colors));
    const marks = groupBy(
      [{ path, range, sign: '^', label: '' } as const, ...shown.map((place) => relatedMark(place, path))],
      (mark) => mark.path,
    );
    const frames = [...marks].map(([file, ofFile]) => this.#framed(file, ofFile, diagnostic, layout));
    const left = related.slice(shown.length);
    const notes = [
      left.length === 0 ? [] : layout.note('also', `${left.length} other places, on ${linesOf(left, path)}`),
      predicts === undefined ? [] : layout.note('gcloud', `"${visible(predicts)}"`),
      help === undefined ? [] : layout.note('help', visible(help)),
      fix === undefined ? [] : layout.note('fix', `${visible(fix.title)} (${fix.safe ? '--fix' : '--fix-unsafe'})`),
      this.#address(page).flatMap((address) => layout.note('page', address)),
    ].flat();
    const hasCode = frames.some((rows) => rows.length > 1);
    return [
      ...this.#headline(diagnostic, page, layout),
      ...frames.flat(),
      ...(notes.length > 0 && hasCode ? [layout.bar] : []),
      ...notes,
    ]
      .map((line) => line.trimEnd())
      .join('\n');
  }

  #headline({ severity, message, rule }: Diagnostic, page: RulePage | undefined, { width, paint }: Layout): string[] {
    const colors = this.#colors;
    const [first = '', ...more] = wrap(`${severity}[${rule}]: ${visible(message)}`, width);
    const lead = `${severity}[${rule}]`;
    const id = page && this.#options.links ? hyperlink(rule, rulePageUrl(page)) : rule;
    const painted = `${colors.bold(paint(severity))}${colors.dim('[')}${id}${colors.dim(']')}`;
    const indent = '  ';
    return [
      painted + colors.bold(first.slice(lead.length)),
      ...wrap(more.join(' '), width - indent.length)
        .filter((row) => row !== '')
        .map((row) => indent + colors.bold(visibleLine(row))),
    ];
  }

  /** The address of a rule's page, once a report, for terminals that cannot put it behind the rule's id. */
  #address(page: RulePage | undefined): readonly string[] {
    if (!page || this.#options.links || this.#addressed.has(page.id)) return [];
    this.#addressed.add(page.id);
    return [rulePageUrl(page)];
  }

  /** The place in a file, and below it its lines, where the text was kept. */
  #framed(file: string, marks: readonly Mark[], { path, subject }: Diagnostic, layout: Layout): string[] {
    const isOwn = file === path;
    const lines = this.#linesOf(file);
    const { line, column } = marks[0]!.range.start;
    const code = lines ? frame(lines, marks, layout.room) : [];
    const unseen = lines || isOwn ? '' : ` ${marks.map(({ label }) => label).join(' ')}`;
    const place = `${visible(file)}:${line}:${column}`;
    return [
      ...layout.place('-->', place, isOwn ? inside(subject) : unseen),
      ...(code.length > 0 ? [layout.bar] : []),
      ...code.flatMap((row) => layout.row(row)),
    ];
  }
}

/** The columns of one finding. */
class Layout {
  readonly width: number;
  readonly paint: (text: string) => string;
  readonly #gutter: number;
  readonly #colors: Colors;

  constructor(gutter: number, width: number, colors: Colors, paint: (text: string) => string) {
    this.#gutter = gutter;
    this.width = width;
    this.#colors = colors;
    this.paint = paint;
  }

  /** How many columns a line of the file has. */
  get room(): number {
    return this.width - this.#gutter - 3;
  }

  /** An empty line of the frame. */
  get bar(): string {
    return `${this.#margin} ${this.#colors.dim('|')}`;
  }

  /** A place, which is never broken, with what it is in; on a line of its own where there is no room. */
  place(arrow: string, place: string, rest: string): string[] {
    const lead = `${this.#margin}${this.#colors.dim(arrow)} ${place}`;
    const used = this.#gutter + arrow.length + 1;
    if (rest === '' || used + textWidth(place) + textWidth(rest) <= this.width) return [lead + rest];
    const indent = ' '.repeat(used);
    return [lead, ...wrap(rest.trimStart(), this.width - used).map((row) => indent + row)];
  }

  /** `= label: text`, wrapped. */
  note(label: string, text: string): string[] {
    const lead = `${this.#margin} ${this.#colors.dim('=')} ${this.#colors.bold(`${label}:`)} `;
    const indent = this.#gutter + ` = ${label}: `.length;
    return wrap(text, this.width - indent).map((row, i) =>
      i === 0 ? lead + row : ' '.repeat(indent) + visibleLine(row),
    );
  }

  /** A row of a frame; what is said of a place stands beside its underline, or below it where it is too long. */
  row(line: FrameLine): string[] {
    if (line.kind === 'gap') return [this.#colors.dim('...')];
    if (line.kind === 'code') {
      const number = this.#colors.dim(String(line.number).padStart(this.#gutter));
      return [`${number} ${this.#colors.dim('|')} ${line.text}`];
    }
    const { indent, underline, mark } = line;
    const color = mark.sign === '^' ? this.paint : this.#colors.blue;
    const used = indent.length + underline.length + 1;
    if (mark.label === '') return [`${this.bar} ${indent}${color(underline)}`];
    if (used + textWidth(mark.label) <= this.room)
      return [`${this.bar} ${indent}${color(`${underline} ${mark.label}`)}`];
    const from = Math.max(0, Math.min(indent.length, this.room - least));
    const rows = wrap(mark.label, this.room - from);
    return [
      `${this.bar} ${indent}${color(underline)}`,
      ...rows.map((row) => `${this.bar} ${' '.repeat(from)}${color(visibleLine(row))}`),
    ];
  }

  get #margin(): string {
    return ' '.repeat(this.#gutter);
  }
}

/** "lines 9, 10 and 12", with the file's name before a line of another one. */
function linesOf(places: readonly Related[], own: string): string {
  const lines = places.map((place) => {
    return `${place.path === undefined || place.path === own ? '' : `${visible(place.path)}:`}${place.range.start.line}`;
  });
  return `lines ${listOf([...new Set(lines)])}`;
}

function relatedMark(place: Related, own: string): Mark & { readonly path: string } {
  return { path: place.path ?? own, range: place.range, sign: '-', label: visible(place.message) };
}

/** ` in service "web", container "app"`; what has no name is not told. */
function inside(subject: Subject | undefined): string {
  const parts = [
    subject?.name === undefined ? [] : [`${nameOf(subject.kind)} "${visible(subject.name)}"`],
    subject?.container === undefined ? [] : [`container "${visible(subject.container)}"`],
  ].flat();
  return parts.length === 0 ? '' : ` in ${parts.join(', ')}`;
}
