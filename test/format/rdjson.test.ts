import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { marked } from 'marked';
import * as assert from 'uvu/assert';
import { ByteColumns } from '../../src/format/byte-columns.ts';
import { rdjson } from '../../src/format/rdjson.ts';
import { unsuppressed } from '../../src/report.ts';
import { Lines } from '../../src/tree/lines.ts';
import { suite } from '../suite.ts';
import { harmless } from './harmless.ts';
import { control, hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

// Reviewdog refuses fields that it does not know.
const strict = { additionalProperties: false };
const position = Type.Object({ line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) }, strict);
const range = Type.Object({ start: position, end: position }, strict);
const link = Type.RegExp(/^https:\/\//);

/** `DiagnosticResult` of reviewdog's protocol, as far as we use it. */
const schema = Type.Object(
  {
    source: Type.Object({ name: Type.String(), url: link }, strict),
    diagnostics: Type.Array(
      Type.Object(
        {
          message: Type.String({ minLength: 1 }),
          location: Type.Object({ path: Type.String({ minLength: 1 }), range }, strict),
          severity: Type.Union(['ERROR', 'WARNING', 'INFO'].map((word) => Type.Literal(word))),
          code: Type.Object({ value: Type.String(), url: Type.Optional(link) }, strict),
          suggestions: Type.Optional(Type.Array(Type.Object({ range, text: Type.String() }, strict))),
        },
        strict,
      ),
    ),
  },
  strict,
);

function read(text: string) {
  return Value.Parse(schema, JSON.parse(text));
}

suite('rdjson', (test) => {
  test('is what reviewdog reads', () => {
    for (const some of [report, cleanReport, hostile]) {
      const parsed: unknown = JSON.parse(rdjson(some, options));
      assert.equal([...Value.Errors(schema, parsed)], []);
      assert.is(read(rdjson(some, options)).diagnostics.length, unsuppressed(some).length);
    }
  });
  test('counts columns in bytes', () => {
    const [one] = report.diagnostics;
    const place = one!.related[0]!;
    const { diagnostics } = read(rdjson({ ...report, diagnostics: [{ ...one!, ...place }] }, options));
    assert.equal(diagnostics[0]?.location.range, { start: { line: 10, column: 52 }, end: { line: 10, column: 56 } });
  });
  test('counts any column of any line as an encoder does, and long lines once', () => {
    const text = `${'é📦a'.repeat(1_500)}\n\r\n名: "x"`;
    const lines = new Lines(text);
    const columns = new ByteColumns(lines);
    const line = lines.line(1);
    const whole = (column: number) => !/[\uDC00-\uDFFF]/.test(line.charAt(column - 1));
    for (let column = 1; column <= line.length + 1; column += column % 1024 < 1000 ? 97 : 1) {
      if (!whole(column)) continue;
      const expected = new TextEncoder().encode(line.slice(0, column - 1)).length + 1;
      assert.is(columns.position({ line: 1, column }).column, expected, String(column));
    }
    assert.equal(columns.position({ line: 3, column: 4 }), { line: 3, column: 6 });
    const long = new ByteColumns(new Lines('é'.repeat(2_000_000)));
    for (let i = 0; i < 20_000; i++) assert.is(long.position({ line: 1, column: 1_999_001 }).column, 3_998_001);
  });
  test('suggests safe fixes only, all edits of one as one replacement', () => {
    const service = report.diagnostics[3]!;
    const [unsafe] = read(rdjson({ ...report, diagnostics: [service] }, options)).diagnostics;
    assert.is(unsafe?.suggestions, undefined);
    const safe = { ...service, fix: { ...service.fix!, safe: true } };
    const [found] = read(rdjson({ ...report, diagnostics: [safe] }, options)).diagnostics;
    assert.equal(found?.suggestions, [
      {
        range: { start: { line: 17, column: 50 }, end: { line: 18, column: 1 } },
        text: '--health-check, --http-port=9090, --http-address=0.0.0.0, "shop:europe-west1:orders"]\n          startupProbe: { tcpSocket: { port: 9090 } }\n',
      },
    ]);
  });
  test('says nothing that Markdown would obey', () => {
    const output = rdjson(hostile, options);
    safeLines(output, '\u200b');
    for (const { message } of read(output).diagnostics) {
      assert.not.match(message.replaceAll('\u200b', ''), control);
      harmless(marked.lexer(message), []);
    }
  });
});
