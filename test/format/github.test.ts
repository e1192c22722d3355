import * as assert from 'uvu/assert';
import { github } from '../../src/format/github.ts';
import { unsuppressed } from '../../src/report.ts';
import { visible } from '../../src/text/visible.ts';
import { suite } from '../suite.ts';
import { hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as GitHub's runner does; undefined where it sees no workflow command. */
function readCommand(line: string): Command | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return undefined;
  const [name = '', ...rest] = trimmed.slice(2, end).split(' ');
  const pairs = rest
    .join(' ')
    .trim()
    .split(',')
    .filter((pair) => pair !== '');
  const properties = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), { ':': '%3A', ',': '%2C' })];
  });
  return { name, properties: Object.fromEntries(properties), data: unescaped(trimmed.slice(end + 2), {}) };
}

function unescaped(text: string, more: Readonly<Record<string, string>>): string {
  const escapes = { '\r': '%0D', '\n': '%0A', ...more, '%': '%25' };
  return Object.entries(escapes).reduce((result, [token, escaped]) => result.replaceAll(escaped, token), text);
}

const names = { error: 'error', warning: 'warning', info: 'notice' };

suite('github', (test) => {
  test('gives one command a finding, the gravest first', () => {
    const commands = github(report, options).trimEnd().split('\n').map(readCommand);
    assert.equal(
      commands.map((command) => command?.name),
      ['error', 'error', 'warning', 'notice'],
    );
    assert.equal(commands[1], {
      name: 'error',
      properties: {
        file: 'deploy/service.yaml',
        line: '15',
        endLine: '15',
        col: '17',
        endColumn: '22',
        title: 'cloudrun-lint: dependency-without-startup-probe',
      },
      data: '"proxy" is waited for by "app" but has no startup probe. Cloud Run refuses such a revision.\nLine 9: "app" waits for "proxy" here.\nWrite "startupProbe: { tcpSocket: { port: 5432 } }" in "proxy".\nAdd a startup probe on the health port, and ask for the health check (--fix-unsafe).',
    });
  });
  test('gives nothing on a clean run', () => assert.is(github(cleanReport, options), ''));
  test('leaves the columns out where a range has several lines', () => {
    const one = report.diagnostics[0]!;
    const range = { start: one.range.start, end: { line: one.range.start.line + 1, column: 2 } };
    const command = readCommand(github({ ...report, diagnostics: [{ ...one, range }] }, options));
    assert.equal(Object.keys(command!.properties), ['file', 'line', 'endLine', 'title']);
  });
  test('lets nothing of a manifest out of its place', () => {
    const commands = safeLines(github(hostile, { ...options, root: '' }))
      .slice(0, -1)
      .map(readCommand);
    const findings = unsuppressed(hostile);
    assert.is(commands.length, findings.length);
    for (const finding of findings) {
      const found = commands.some(
        (command) =>
          command?.name === names[finding.severity] &&
          command.properties.title === `cloudrun-lint: ${finding.rule}` &&
          command.properties.file === visible(finding.path) &&
          command.data.startsWith(visible(finding.message)),
      );
      assert.ok(found, finding.message);
    }
    for (const command of commands) {
      assert.equal(Object.keys(command!.properties), ['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
    }
  });
  test('cuts a message where the runner would', () => {
    const one = { ...report.diagnostics[0]!, message: '%'.repeat(10_000) };
    const command = readCommand(github({ ...report, diagnostics: [one] }, options).trimEnd());
    assert.is(command?.data.length, 4096);
    assert.match(command!.data, /^%*$/);
  });
});
