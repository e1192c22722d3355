import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { compact } from '../../src/format/compact.ts';
import { pretty } from '../../src/format/pretty.ts';
import { visible } from '../../src/format/visible.ts';
import type { Report } from '../../src/report.ts';
import { unsuppressed } from '../../src/report.ts';
import { suite } from '../suite.ts';
import { hostile, safeLines } from './hostile.ts';
import { options, report } from './report.ts';

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity?: number;
  readonly message: number;
  readonly code: number;
}

interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly Pattern[];
}

const { problemMatcher: matchers }: { problemMatcher: readonly Matcher[] } = JSON.parse(
  readFileSync(new URL('../../.github/cloudrun-lint-matcher.json', import.meta.url), 'utf8'),
);

/** What GitHub's runner makes of a line: it asks every matcher. */
function match(line: string) {
  return matchers.flatMap(({ severity, pattern: [pattern] }) => {
    const found = new RegExp(pattern!.regexp).exec(line);
    if (!found) return [];
    const { file, line: row, column, message, code } = pattern!;
    return [
      {
        file: found[file],
        line: Number(found[row]),
        column: Number(found[column]),
        severity: pattern!.severity === undefined ? severity : found[pattern!.severity],
        message: found[message],
        code: found[code],
      },
    ];
  });
}

function matchesItsFindings(checked: Report): void {
  const lines = safeLines(compact(checked, options)).slice(0, -1);
  const findings = unsuppressed(checked);
  assert.is(lines.length, findings.length);
  findings.forEach((finding, i) => {
    const [found, ...more] = match(lines[i]!);
    assert.equal(more, [], lines[i]);
    assert.is(found?.line, finding.range.start.line, lines[i]);
    assert.is(found?.column, finding.range.start.column);
    assert.is(found?.severity, finding.severity === 'info' ? 'notice' : finding.severity);
    assert.is(found?.message, visible(finding.message));
    assert.is(found?.code, finding.rule);
    assert.ok(found?.file?.endsWith(visible(finding.path)), found?.file);
    assert.not.match(lines[i]!, /^\s*::/);
  });
}

suite('problem matchers', (test) => {
  test('GitHub knows their severities', () => {
    assert.equal(
      matchers.map(({ owner, severity }) => [owner, severity]),
      [
        ['cloudrun-lint', undefined],
        ['cloudrun-lint-info', 'notice'],
      ],
    );
  });
  test('read every finding of the compact format', () => matchesItsFindings(report));
  test('read hostile findings as what they are', () => matchesItsFindings(hostile));
  test('leave the path alone where it is harmless', () => {
    const paths = ['C:/repo/日本 語/service.yaml', 'a [b] (c).yaml', '[x]/y:1.yaml'];
    for (const path of paths) {
      const one = { ...report, diagnostics: [{ ...report.diagnostics[0]!, path }] };
      assert.is(match(compact(one, options).trimEnd())[0]?.file, path);
    }
  });
  test('find nothing in the pretty format', () => {
    for (const checked of [report, hostile]) {
      for (const line of pretty(checked, options).split('\n')) assert.equal(match(line), [], line);
    }
  });
  test('give up quickly', () => {
    for (const line of [':1'.repeat(50_000), `a:1:1: error: ${' ['.repeat(50_000)}`]) assert.equal(match(line), []);
  });
});
