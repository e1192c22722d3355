import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Location, Log, Result, Run } from 'sarif';
import * as assert from 'uvu/assert';
import { rules as everyRule } from '../../rules/index.ts';
import { lineHashes } from '../../src/format/line-hash.ts';
import { sarif } from '../../src/format/sarif.ts';
import { reportingDescriptor } from '../../src/format/sarif-rules.ts';
import type { FormatOptions, Report } from '../../src/report.ts';
import { unsuppressed } from '../../src/report.ts';
import { Lines } from '../../src/tree/lines.ts';
import { suite } from '../suite.ts';
import { hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

function run(some: Report, how: FormatOptions = options): Run {
  return (JSON.parse(sarif(some, how)) as Log).runs[0]!;
}

function results(some: Report, how?: FormatOptions): Result[] {
  return run(some, how).results!;
}

/** Everything of a log, with its key. */
function* walk(value: unknown, key = ''): Iterable<[string, unknown]> {
  yield [key, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) yield* walk(child, name);
}

function locations(result: Result): Location[] {
  return [...result.locations!, ...(result.relatedLocations ?? [])];
}

suite('sarif', (test) => {
  test('tells of each rule all that code scanning shows', () => {
    const rules = run(report).tool.driver.rules!;
    const found = new Set(unsuppressed(report).map(({ rule }) => rule));
    assert.equal(
      rules.map(({ id }) => id),
      report.rules.map(({ id }) => id).filter((id) => found.has(id)),
    );
    const [probe, secret, image] = ['dependency-without-startup-probe', 'plaintext-secret', 'floating-image-tag'].map(
      (id) => rules.find((rule) => rule.id === id),
    );
    assert.is(probe!.name, 'DependencyWithoutStartupProbe');
    assert.equal(probe!.properties, {
      tags: ['startup', 'use-case/sidecars', 'refused-at-deploy'],
      precision: 'very-high',
      'problem.severity': 'error',
    });
    assert.equal(secret!.properties, {
      tags: ['security'],
      precision: 'high',
      'problem.severity': 'warning',
      'security-severity': '6.5',
    });
    assert.is(image!.properties!['security-severity'], undefined);
    assert.not(image!.properties!.tags!.includes('security'));
    for (const { help, helpUri, defaultConfiguration, shortDescription, fullDescription } of rules) {
      assert.match(help!.markdown!, /## How to fix.*## Bad example.*## Good example/s);
      assert.match(helpUri!, /^https:.*\/rules\/[a-z-]+\/[a-z0-9-]+\.html$/);
      assert.ok(defaultConfiguration!.level && help!.text);
      assert.ok(shortDescription!.text.length <= 1024 && fullDescription!.text.length <= 1024);
    }
  });
  test('has for every rule a name that people can say and that differs from its id, as the validator demands', () => {
    const names = new Set<string>();
    for (const { id, name = '' } of everyRule.map(reportingDescriptor)) {
      assert.match(name, /^(?:[A-Z][a-z0-9]*)+$/);
      assert.is.not(name.toLowerCase(), id.toLowerCase());
      names.add(name);
    }
    assert.is(names.size, everyRule.length);
    assert.ok(names.has('DatabasePortMismatch') && names.has('SecurityBreakglass'));
  });
  test('has for every rule a title that is one plain sentence', () => {
    for (const { id, shortDescription } of everyRule.map(reportingDescriptor)) {
      assert.match(shortDescription!.text, /^[A-Z"][^`\n]*\.$/, id);
    }
  });
  test('counts what lies open as security', () => {
    const open = everyRule.map(reportingDescriptor).filter(({ properties }) => properties!['security-severity']);
    for (const { properties } of open) {
      assert.ok(properties!.tags!.includes('security'));
      assert.match(properties!['security-severity'], /^[1-9]\.\d$/);
    }
    const ids = open.map(({ id }) => id);
    for (const { id } of everyRule)
      if (/expos|public|unauthenticated|credential|bypass|plaintext/.test(id)) assert.ok(ids.includes(id), id);
  });
  test('lists only the rules that its results refer to', () => {
    assert.equal(run(cleanReport).tool.driver.rules, []);
    const [first] = report.diagnostics;
    const one = run({ ...report, rules: everyRule, diagnostics: [{ ...first!, rule: 'port-collision' }] });
    assert.equal(
      one.tool.driver.rules!.map(({ id }) => id),
      ['port-collision'],
    );
    assert.is(one.results![0]!.ruleIndex, 0);
  });

  test('gives each finding its whole place, relative to the root of the repository', () => {
    for (const result of results(report)) {
      for (const { physicalLocation } of locations(result)) {
        const { artifactLocation, region, contextRegion } = physicalLocation!;
        assert.match(artifactLocation!.uri!, /^deploy\/[\w%./]+\.yaml$/);
        assert.equal(Object.keys(region!), ['startLine', 'startColumn', 'endLine', 'endColumn', 'snippet']);
        assert.ok(contextRegion!.snippet!.text!.includes(region!.snippet!.text!));
      }
    }
    assert.is(
      results(report)[0]!.locations![0]!.physicalLocation!.artifactLocation!.uri,
      'deploy/jobs/%E3%82%B8%E3%83%A7%E3%83%96%201.yaml',
    );
    assert.is(results(report)[0]!.locations![0]!.physicalLocation!.region!.snippet!.text, '3');
  });
  test('resolves paths whatever the working directory', () => {
    const uri = (path: string, root: string, rootFolder?: string) => {
      const one = { ...report, diagnostics: [{ ...report.diagnostics[0]!, path }] };
      const { artifactLocation } = results(one, { ...options, root, ...(rootFolder && { rootFolder }) })[0]!
        .locations![0]!.physicalLocation!;
      return [artifactLocation!.uri, artifactLocation!.uriBaseId];
    };
    assert.equal(uri('../web/./a.yaml', 'deploy/eu/'), ['deploy/web/a.yaml', 'SRCROOT']);
    assert.equal(uri('http://x/a#b?c.yaml', ''), ['http%3A/x/a%23b%3Fc.yaml', 'SRCROOT']);
    assert.equal(uri('../../a.yaml', 'deploy/'), ['../a.yaml', undefined]);
    assert.equal(uri('/srv/a b.yaml', 'deploy/'), ['file:///srv/a%20b.yaml', undefined]);
    assert.equal(uri('/srv/web/a.yaml', 'deploy/', '/srv'), ['web/a.yaml', 'SRCROOT']);
    assert.equal(uri('C:/srv/a.yaml', 'deploy/'), ['file:///C:/srv/a.yaml', undefined]);
  });
  test('orders by severity and leaves out what is suppressed', () => {
    assert.equal(
      results(report).map(({ level }) => level),
      ['error', 'error', 'warning', 'note'],
    );
    assert.equal(results(cleanReport), []);
  });
  test('links the places that take part from the message', () => {
    const [, probe] = results(report);
    assert.is(
      probe!.message.text,
      '"proxy" is waited for by "app" but has no startup probe. Cloud Run refuses such a revision. ["app" waits for "proxy" here](1).',
    );
    assert.equal(
      probe!.relatedLocations!.map(({ id }) => id),
      [1],
    );
  });
  test('links nothing else', () => {
    for (const { message, relatedLocations = [] } of results(hostile)) {
      assert.equal(
        message.text!.match(/\]\([^)]*\)/g),
        relatedLocations.map(({ id }) => `](${id})`),
      );
    }
  });
  test('carries the hash of the line and the identity of the finding', () => {
    for (const result of results(report)) {
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      const path = decodeURIComponent(artifactLocation!.uri!).replace('deploy/', '');
      const text = report.files.find((file) => file.path === path)!.text!;
      assert.equal(result.partialFingerprints, {
        primaryLocationLineHash: lineHashes(text)[region!.startLine! - 1],
        'cloudRunPath/v1': `${result.ruleId}:${result.locations![0]!.logicalLocations![0]!.fullyQualifiedName}`,
      });
    }
  });
  test('hashes a byte order mark, which GitHub does too, and counts no column for it', () => {
    const files = report.files.map((file) => (file.text ? { ...file, text: `\uFEFF${file.text}` } : file));
    const [plain] = results(report);
    const [marked] = results({ ...report, files });
    assert.equal(marked!.locations, plain!.locations);
    const start = { line: 1, column: 1 };
    const top = { ...report.diagnostics[0]!, range: { start, end: { line: 1, column: 2 } } };
    const hash = (some: Report) => results(some)[0]!.partialFingerprints!.primaryLocationLineHash;
    assert.is.not(hash({ ...report, files, diagnostics: [top] }), hash({ ...report, diagnostics: [top] }));
  });
  test('describes fixes that give the fixed text', () => {
    const wanted = unsuppressed(report).filter(({ fix }) => fix);
    const fixed = results(report).filter(({ fixes }) => fixes);
    assert.is(fixed.length, wanted.length);
    for (const { ruleId, fixes } of fixed) {
      const { path, fix } = wanted.find(({ rule }) => rule === ruleId)!;
      const text = report.files.find((file) => file.path === path)!.text!;
      const expected = fix!.edits.toReversed().reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
      const { replacements } = fixes![0]!.artifactChanges[0]!;
      const lines = new Lines(text);
      const offset = (line?: number, column?: number) => lines.span(line!).start + column! - 1;
      const edited = replacements.toReversed().reduce((t, { deletedRegion: d, insertedContent }) => {
        const end = t.slice(offset(d.endLine, d.endColumn));
        return t.slice(0, offset(d.startLine, d.startColumn)) + (insertedContent?.text ?? '') + end;
      }, text);
      assert.is(edited, expected);
    }
  });
  test('says that it lists no more than code scanning shows', () => {
    const many = Array.from({ length: 5_001 }, (_, i) => report.diagnostics[i === 5_000 ? 3 : 0]!);
    const large = run({ ...report, diagnostics: many });
    assert.is(large.results!.length, 5_000);
    assert.is(large.results![0]!.ruleId, 'dependency-without-startup-probe');
    const [notice] = large.invocations![0]!.toolExecutionNotifications!;
    assert.match(notice!.message.text!, /^Of 5001 findings the 5000 gravest are listed/);
  });
  test('tells what could not be read', () => {
    const problems = ['secret.yaml: permission denied', ...Array(500).fill('more')];
    const [invocation] = run({ ...report, problems }).invocations!;
    assert.is(invocation!.executionSuccessful, false);
    const notices = invocation!.toolExecutionNotifications!;
    assert.equal(notices[0], { level: 'error', message: { text: 'secret.yaml: permission denied' } });
    assert.is(notices.length, 100);
  });
  test('tells a crashed rule', () => {
    const crash = { ...report.diagnostics[0]!, rule: 'internal-error' };
    assert.is(run({ ...report, diagnostics: [crash] }).invocations![0]!.executionSuccessful, false);
    assert.is(run(report).invocations![0]!.executionSuccessful, true);
  });
  test('holds no empty text and no unsafe one', () => {
    for (const some of [report, cleanReport, hostile]) {
      for (const [key, value] of walk(run(some))) assert.is.not(value, '', key);
      safeLines(sarif(some, options));
    }
  });
  test('does not repeat a file that is one line', () => {
    const text = `a: ${'x'.repeat(200_000)}`;
    const range = { start: { line: 1, column: 4 }, end: { line: 1, column: 200_004 } };
    const one = { ...report.diagnostics[0]!, path: 'a.yaml', range, related: [] };
    const files = [{ path: 'a.yaml', resources: 1, text }];
    const output = sarif({ ...report, files, diagnostics: Array(50).fill(one) }, options);
    assert.ok(output.length < 200_000, String(output.length));
  });
});

/** Codes that stand for decisions of ours: no network, ids that are words, messages that are sentences. */
const accepted = ['SARIF2006', 'SARIF2009', 'SARIF2002'];

/** What Microsoft's validator reports beyond the accepted notes, of several logs at once since it starts slowly. */
function validate(logs: Readonly<Record<string, string>>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudrun-lint-'));
  try {
    const inputs = Object.entries(logs).map(([name, text]) => {
      writeFileSync(join(folder, `${name}.sarif`), text);
      return join(folder, `${name}.sarif`);
    });
    const output = join(folder, 'validator.out');
    const kinds = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', '--log', 'ForceOverwrite'];
    // Where it finds an error it ends with one; its log tells all.
    spawnSync(createRequire(import.meta.url)('@microsoft/sarif-multitool'), [
      'validate',
      ...inputs,
      ...kinds,
      '-o',
      output,
    ]);
    return findingsOf(JSON.parse(readFileSync(output, 'utf8')), Object.keys(logs));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function findingsOf(log: Log, names: readonly string[]): Record<string, string[]> {
  const [{ results = [], invocations = [] }] = log.runs as [Run];
  assert.ok(invocations[0]!.executionSuccessful);
  const counted = results.filter(({ ruleId }) => !accepted.includes(ruleId!.split('/')[0]!));
  const ofFile = (name: string) =>
    counted
      .filter(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri!.endsWith(`/${name}.sarif`))
      .map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(' ')}`);
  return Object.fromEntries(names.map((name) => [name, ofFile(name)]));
}

suite('sarif, by the SARIF Multitool', (test) => {
  test('is right, with findings and without', () => {
    const repository = { uri: 'https://github.com/shop/web', revision: '1234567', branch: 'main' };
    const all = { ...options, repository };
    const line = report.diagnostics[3]!.range.start;
    const empty = { ...report.diagnostics[3]!, range: { start: line, end: line } };
    const wrong = sarif(report, all).replaceAll('"name": "cloudrun-lint"', '"name": ""');
    const found = validate({
      full: sarif(report, all),
      clean: sarif(cleanReport, all),
      hostile: sarif({ ...hostile, diagnostics: hostile.diagnostics.slice(0, 19) }, all),
      empty: sarif({ ...report, diagnostics: [empty] }, all),
      originless: sarif(report, options),
      wrong,
    });
    assert.equal(
      // It would have rules in every log, GitHub only those that results refer to.
      { ...found, clean: found.clean!.filter((text) => !text.startsWith('SARIF2012 ')), originless: [], wrong: [] },
      { full: [], clean: [], hostile: [], empty: [], originless: [], wrong: [] },
    );
    assert.equal(
      found.originless!.map((text) => text.split(' ')[0]),
      ['SARIF2003'],
    );
    assert.ok(found.wrong!.length > 0, 'the validator finds faults');
  });
});
