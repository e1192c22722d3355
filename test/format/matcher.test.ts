import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { began, ended } from '../../src/cli/watch-command.ts';
import { compact } from '../../src/format/compact.ts';
import { pretty } from '../../src/format/pretty.ts';
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/report.ts';
import { unsuppressed } from '../../src/report.ts';
import { visible } from '../../src/text/visible.ts';
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

interface Task {
  readonly isBackground?: boolean;
  readonly problemMatcher: Omit<Matcher, 'pattern'> & {
    readonly pattern: Pattern;
    readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const github: readonly Matcher[] = read('.github/cloudrun-lint-matcher.json').problemMatcher;
const { tasks }: { tasks: readonly Task[] } = read('examples/editor/vscode/tasks.json');
const vscode = tasks.map(({ problemMatcher }) => [{ ...problemMatcher, pattern: [problemMatcher.pattern] }]);

/** The matchers that look at the same output, and their word for advice. */
const sets = [
  { name: 'GitHub', matchers: github, info: 'notice' },
  ...vscode.map((matchers, i) => ({ name: `VS Code, task ${i + 1}`, matchers, info: 'info' })),
];

type MatcherSet = (typeof sets)[number];

/** What a runner or an editor makes of a line: it asks every matcher. */
function match(line: string, { matchers }: MatcherSet) {
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

function matchesItsFindings(checked: Report, set: MatcherSet): void {
  const lines = safeLines(compact(checked, options)).slice(0, -1);
  const findings = unsuppressed(checked);
  assert.is(lines.length, findings.length);
  findings.forEach((finding, i) => {
    const [found, ...more] = match(lines[i]!, set);
    assert.equal(more, [], lines[i]);
    assert.is(found?.line, finding.range.start.line, lines[i]);
    assert.is(found?.column, finding.range.start.column);
    assert.is(found?.severity, finding.severity === 'info' ? set.info : finding.severity);
    assert.is(found?.message, visible(finding.message));
    assert.is(found?.code, finding.rule);
    assert.ok(found?.file?.endsWith(visible(finding.path)), found?.file);
    assert.not.match(lines[i]!, /^\s*::/);
  });
}

/** A report about an example in another language than v1 YAML. */
function reportOn(path: string): Report {
  const { diagnostics } = lint(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), { rules });
  assert.ok(diagnostics.length > 0, path);
  return { ...report, diagnostics };
}

const elsewhere = [
  'examples/datadog-agent/wrong.tf',
  'examples/datadog-agent/wrong.module.tf',
  'examples/opentelemetry-collector/wrong.v2.json',
  'examples/nginx/wrong.connector.yaml',
];

suite('problem matchers', (test) => {
  test('GitHub knows their severities', () => {
    assert.equal(
      github.map(({ owner, severity }) => [owner, severity]),
      [
        ['cloudrun-lint', undefined],
        ['cloudrun-lint-info', 'notice'],
      ],
    );
  });

  for (const set of sets) {
    test(`${set.name}: read every finding of the compact format`, () => matchesItsFindings(report, set));
    for (const path of elsewhere) {
      test(`${set.name}: read every finding of ${path}`, () => matchesItsFindings(reportOn(path), set));
    }
    test(`${set.name}: read hostile findings as what they are`, () => matchesItsFindings(hostile, set));
    test(`${set.name}: leave the path alone where it is harmless`, () => {
      const paths = ['C:/repo/日本 語/service.yaml', 'C:\\deploy\\my service.yaml', 'a [b] (c).yaml', '[x]/y:1.yaml'];
      for (const path of paths) {
        const one = { ...report, diagnostics: [{ ...report.diagnostics[0]!, path }] };
        assert.is(match(compact(one, options).trimEnd(), set)[0]?.file, path);
      }
    });
    test(`${set.name}: find nothing in the pretty format`, () => {
      for (const checked of [report, hostile]) {
        for (const line of pretty(checked, options).split('\n')) assert.equal(match(line, set), [], line);
      }
    });
    test(`${set.name}: give up quickly`, () => {
      for (const line of [':1'.repeat(50_000), `a:1:1: error: ${' ['.repeat(50_000)}`])
        assert.equal(match(line, set), []);
    });
  }

  test('the watch task sees where a report begins and ends, and takes no finding for it', () => {
    const { beginsPattern, endsPattern } = tasks.find(({ isBackground }) => isBackground)!.problemMatcher.background!;
    assert.match(began, new RegExp(beginsPattern));
    assert.match(ended, new RegExp(endsPattern));
    for (const line of compact(hostile, options).split('\n')) {
      assert.not.match(line, new RegExp(`${beginsPattern}|${endsPattern}`));
    }
  });
});
