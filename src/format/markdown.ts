import type { Diagnostic, Severity } from '../diagnostic.ts';
import { rulePageUrl } from '../links.ts';
import type { FormatOptions, Formatter, Report } from '../report.ts';
import { byPath, gravestFirst, summarise, unsuppressed } from '../report.ts';
import type { RulePage } from '../rule.ts';
import { listOf, plural, shorten } from '../text/sentences.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { foundIn, nothingFound, nothingLinted, placesOf, relatedLead } from './phrases.ts';
import { fromRoot, lineUrl } from './place.ts';

/** GitHub refuses comments of more than 65,536 characters; a job summary may be longer. */
const MAX_TABLES = 40_000;
const MAX_REMEDIES = 20_000;
const MAX_MESSAGE = 1_000;

const icons: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };

/** For job summaries and comments on pull requests: a table for each file in the order of the text, and what to do, folded. */
export const markdown: Formatter = (report, options) => {
  const findings = gravestFirst(unsuppressed(report));
  const pages = new Map(report.rules.map((page) => [page.id, page]));
  const rows = new Map(
    findings.map((diagnostic) => [diagnostic, row(diagnostic, pages.get(diagnostic.rule), options)]),
  );
  const title = (path: string) => `#### ${markdownCode(shorten(fromRoot(path, options), MAX_MESSAGE))}`;
  const graver = fitting(
    findings,
    MAX_TABLES,
    (diagnostic) => rows.get(diagnostic)!.length + title(diagnostic.path).length,
  );
  const fits = new Set(graver);
  // In the order of the terminal, so that both can be read side by side.
  const shown = unsuppressed(report).filter((diagnostic) => fits.has(diagnostic));
  const tables = [...byPath(shown)].map(([path, ofFile]) =>
    [title(path), '', '| | Line | Finding | Rule |', '|---|---|---|---|', ...ofFile.map((one) => rows.get(one)!)].join(
      '\n',
    ),
  );
  const left = findings.length - shown.length;
  // A page speaks of manifests of the v1 API. What is written in other words has what to do beside each finding.
  const ofManifests = shown.filter(({ form }) => form === undefined);
  const used = [...new Set(ofManifests.map(({ rule }) => pages.get(rule)))].filter((page) => page !== undefined);
  const remedies = fitting(used.map(remedy), MAX_REMEDIES, (text) => text.length);
  return `${[
    heading(report),
    ...tables,
    left > 0 ? `${plural(left, 'more finding')} did not fit here.` : '',
    remedies.length > 0 ? `<details><summary>What to do</summary>\n\n${remedies.join('\n')}\n\n</details>` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
};

function heading(report: Report): string {
  const counts = summarise(report);
  const found = listOf(foundIn(counts));
  if (found === '' && counts.resources === 0)
    return `### cloudrun-lint: nothing was linted\n\n${nothingLinted(counts.files)}`;
  return `### cloudrun-lint: ${found || nothingFound(counts)}\n\nIn ${placesOf(counts)}`;
}

function row(
  { path, severity, range, message, help, related, rule, fix }: Diagnostic,
  page: RulePage | undefined,
  options: FormatOptions,
): string {
  const said = [
    message,
    help ?? '',
    ...related.map((place) => `${relatedLead(place, place.path && fromRoot(place.path, options))} ${place.message}`),
    fix ? `Fixed by ${fix.safe ? '--fix' : '--fix-unsafe'}: ${fix.title}.` : '',
  ];
  const cell = said.filter((text) => text !== '').map((text) => markdownText(shorten(text, MAX_MESSAGE)));
  const name = page ? `[${rule}](${rulePageUrl(page)})` : rule;
  const address = lineUrl(path, range.start.line, options);
  const line = address === undefined ? String(range.start.line) : `[${range.start.line}](${address})`;
  return `| ${icons[severity]} | ${line} | ${cell.join('<br>')} | ${name} |`;
}

function remedy(page: RulePage): string {
  return `- **${page.id}**: ${page.remedy.trim().replaceAll('\n', '\n  ')}`;
}

/** The first of the list, as many as fit together. */
function fitting<T>(list: readonly T[], room: number, lengthOf: (item: T) => number): readonly T[] {
  let used = 0;
  const end = list.findIndex((item) => {
    used += lengthOf(item);
    return used > room;
  });
  return end === -1 ? list : list.slice(0, end);
}
