import type { Diagnostic } from '../diagnostic.ts';
import type { Formatter, ReportFile } from '../report.ts';
import { byPath } from '../report.ts';
import { element, textElement, xmlDocument } from '../text/xml.ts';
import { messageWithOthers } from './phrases.ts';

/**
 * JUnit's XML: a suite for each file with Cloud Run objects or findings, a case for each finding.
 * Errors and warnings fail, infos pass with output, suppressed ones count as skipped, a clean file is one passed case.
 */
export const junit: Formatter = (report) => {
  const found = byPath(report.diagnostics);
  const files = report.files.filter((file) => file.resources > 0 || found.has(file.path));
  const all = report.diagnostics;
  return xmlDocument(
    element(
      'testsuites',
      { name: 'cloudrun-lint', ...counts(all, files.filter((file) => !found.has(file.path)).length) },
      files.map((file) => suite(file, found.get(file.path) ?? [])),
    ),
  );
};

function suite({ path }: ReportFile, diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) {
    return element('testsuite', { name: path, ...counts([], 1) }, [
      element('testcase', { name: 'no findings', classname: path, file: path }),
    ]);
  }
  return element('testsuite', { name: path, ...counts(diagnostics, 0) }, diagnostics.map(testCase));
}

function counts(diagnostics: readonly Diagnostic[], passed: number) {
  return {
    tests: diagnostics.length + passed,
    failures: diagnostics.filter(fails).length,
    errors: 0,
    skipped: diagnostics.filter((diagnostic) => diagnostic.suppressed !== undefined).length,
  };
}

function fails({ severity, suppressed }: Diagnostic): boolean {
  return suppressed === undefined && severity !== 'info';
}

function testCase(diagnostic: Diagnostic): string {
  const { path, rule, range } = diagnostic;
  const { line, column } = range.start;
  const attributes = { name: `${rule} at ${line}:${column}`, classname: path, file: path, line };
  return element('testcase', attributes, [outcome(diagnostic)]);
}

function outcome(diagnostic: Diagnostic): string {
  const { path, rule, range, severity, suppressed } = diagnostic;
  const message = messageWithOthers(diagnostic);
  if (suppressed) return element('skipped', { message: suppressed.reason ?? `Suppressed by ${suppressed.by}.` });
  const text = `${path}:${range.start.line}:${range.start.column}: ${message}`;
  return fails(diagnostic)
    ? textElement('failure', { type: rule, message: `${severity}: ${message}` }, text)
    : textElement('system-out', {}, `${severity}: ${text}`);
}
