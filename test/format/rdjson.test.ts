import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { marked } from 'marked';
import * as assert from 'uvu/assert';
import { rdjson } from '../../src/format/rdjson.ts';
import { unsuppressed } from '../../src/report.ts';
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
  test('suggests safe repairs only, all edits of one as one replacement', () => {
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
