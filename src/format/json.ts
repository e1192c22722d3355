import type { DiagnosticFix } from '../diagnostic.ts';
import { rulePageUrl } from '../links.ts';
import type { Formatter } from '../report.ts';
import { summarise } from '../report.ts';
import type { RulePage } from '../rule.ts';
import { visibleJson } from '../text/visible.ts';
import type { Lines } from '../tree/lines.ts';
import { fixesToShow, linesByPath } from './texts.ts';

/** The version of the shape below. It rises when a field is removed or changes its meaning, not when one is added. */
const VERSION = 1;

/** Everything that is known, for programs. The only format that also lists what is suppressed, marked so. */
export const json: Formatter = (report) => {
  const linesOf = linesByPath(report);
  const fixOf = fixesToShow(report);
  const pages = new Map(report.rules.map((page) => [page.id, page]));
  return visibleJson({
    version: VERSION,
    diagnostics: report.diagnostics.map((diagnostic) => ({
      path: diagnostic.path,
      rule: diagnostic.rule,
      ...aboutRule(pages.get(diagnostic.rule)),
      severity: diagnostic.severity,
      message: diagnostic.message,
      help: diagnostic.help,
      predicts: diagnostic.predicts,
      range: diagnostic.range,
      pointer: diagnostic.pointer,
      fingerprint: diagnostic.fingerprint,
      about: diagnostic.about && { path: diagnostic.about.path },
      subject: diagnostic.subject,
      related: diagnostic.related.map(({ path, message, range }) => ({ path, message, range })),
      fix: describeFix(fixOf(diagnostic), linesOf(diagnostic.path)),
      suppressed: diagnostic.suppressed,
    })),
    summary: summarise(report),
  });
};

function aboutRule(page: RulePage | undefined) {
  return page && { category: page.category, url: rulePageUrl(page) };
}

function describeFix(fix: DiagnosticFix | undefined, lines: Lines | undefined) {
  if (!fix) return undefined;
  const edits = fix.edits.map((edit) => ({
    range: lines?.range(edit),
    span: { start: edit.start, end: edit.end },
    text: edit.text,
  }));
  return { title: fix.title, safe: fix.safe, edits };
}
