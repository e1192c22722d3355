import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import * as assert from 'uvu/assert';
import { gitlab } from '../../src/format/gitlab.ts';
import { unsuppressed } from '../../src/report.ts';
import { suite } from '../suite.ts';
import { control, hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

/** What GitLab's documentation of code quality reports asks of a tool. */
const schema = Type.Array(
  Type.Object({
    description: Type.String({ minLength: 1 }),
    check_name: Type.String({ minLength: 1 }),
    fingerprint: Type.String({ minLength: 1 }),
    severity: Type.Union(['info', 'minor', 'major', 'critical', 'blocker'].map((word) => Type.Literal(word))),
    location: Type.Object({
      path: Type.RegExp(/^(?!\.\/)/),
      lines: Type.Object({ begin: Type.Integer({ minimum: 1 }), end: Type.Optional(Type.Integer({ minimum: 1 })) }),
    }),
  }),
);

function read(text: string) {
  return Value.Parse(schema, JSON.parse(text));
}

suite('gitlab', (test) => {
  test('is a code quality report', () => {
    assert.is(read(gitlab(report, options)).length, unsuppressed(report).length);
    assert.equal(read(gitlab(cleanReport, options)), []);
  });
  test('names files from the root of the repository', () => {
    assert.is(read(gitlab(report, options)).at(-1)?.location.path, 'deploy/service.yaml');
  });
  test('gives each finding a fingerprint of its own', () => {
    const [one] = report.diagnostics;
    const findings = read(gitlab({ ...report, diagnostics: [one!, one!, { ...one!, path: 'other.yaml' }] }, options));
    assert.is(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 3);
  });
  test('makes hostile text visible', () => {
    const output = gitlab(hostile, options);
    safeLines(output);
    for (const { description } of read(output)) assert.not.match(description, control);
  });
});
