import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import * as assert from 'uvu/assert';
import { json } from '../../src/format/json.ts';
import { suite } from '../suite.ts';
import { hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

const strict = { additionalProperties: false };
const position = Type.Object({ line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) }, strict);
const range = Type.Object({ start: position, end: position }, strict);
const count = Type.Integer({ minimum: 0 });

/** The published shape of version 1. */
const schema = Type.Object(
  {
    version: Type.Literal(1),
    diagnostics: Type.Array(
      Type.Object(
        {
          path: Type.String(),
          rule: Type.String(),
          category: Type.Optional(Type.String()),
          url: Type.Optional(Type.String()),
          severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]),
          message: Type.String(),
          help: Type.Optional(Type.String()),
          predicts: Type.Optional(Type.String()),
          range,
          pointer: Type.String(),
          fingerprint: Type.String(),
          about: Type.Optional(Type.Object({ path: Type.String() }, strict)),
          subject: Type.Optional(
            Type.Object(
              {
                kind: Type.String(),
                name: Type.Optional(Type.String()),
                container: Type.Optional(Type.String()),
              },
              strict,
            ),
          ),
          related: Type.Array(
            Type.Object({ path: Type.Optional(Type.String()), message: Type.String(), range }, strict),
          ),
          fix: Type.Optional(
            Type.Object(
              {
                title: Type.String(),
                safe: Type.Boolean(),
                edits: Type.Array(
                  Type.Object(
                    {
                      range: Type.Optional(range),
                      span: Type.Object({ start: count, end: count }, strict),
                      text: Type.String(),
                    },
                    strict,
                  ),
                ),
              },
              strict,
            ),
          ),
          suppressed: Type.Optional(Type.Object({ by: Type.String(), reason: Type.Optional(Type.String()) }, strict)),
        },
        strict,
      ),
    ),
    summary: Type.Object(
      {
        files: count,
        resources: count,
        errors: count,
        warnings: count,
        infos: count,
        suppressed: count,
        leftOut: count,
        fixable: Type.Object({ safe: count, unsafe: count }, strict),
      },
      strict,
    ),
  },
  strict,
);

function read(text: string): Static<typeof schema> {
  return Value.Parse(schema, JSON.parse(text));
}

suite('json', (test) => {
  test('keeps its published shape', () => {
    for (const some of [report, cleanReport, hostile]) {
      const parsed: unknown = JSON.parse(json(some, options));
      assert.equal([...Value.Errors(schema, parsed)], []);
    }
  });
  test('tells everything, suppressed findings too', () => {
    const { diagnostics, summary } = read(json(report, options));
    assert.is(diagnostics.length, report.diagnostics.length);
    assert.is(diagnostics.filter(({ suppressed }) => suppressed).length, 2);
    assert.equal(summary, {
      files: 4,
      resources: 4,
      errors: 2,
      warnings: 1,
      infos: 1,
      suppressed: 2,
      leftOut: 0,
      fixable: { safe: 1, unsafe: 1 },
    });
  });
  test('gives hostile text as it was, in harmless bytes', () => {
    const output = json(hostile, options);
    safeLines(output);
    assert.equal(
      read(output).diagnostics.map(({ message, path }) => [message, path]),
      hostile.diagnostics.map(({ message, path }) => [message, path]),
    );
  });
});
