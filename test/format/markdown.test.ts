import { marked, type Tokens } from 'marked';
import * as assert from 'uvu/assert';
import { markdown } from '../../src/format/markdown.ts';
import { markdownCode, markdownText } from '../../src/format/markdown-text.ts';
import { site } from '../../src/links.ts';
import { unsuppressed } from '../../src/report.ts';
import { suite } from '../suite.ts';
import { harmless } from './harmless.ts';
import { attacks, hostile, safeLines } from './hostile.ts';
import { cleanReport, options, report } from './report.ts';

function tables(text: string): Tokens.Table[] {
  return marked.lexer(text).filter((token): token is Tokens.Table => token.type === 'table');
}

const ours = [new RegExp(`^${site}/rules/`), '<br>', /^<\/?details>/];

suite('markdown', (test) => {
  test('has a table for each file and a row for each finding', () => {
    const found = tables(markdown(report, options));
    assert.equal(
      found.map((table) => table.rows.length),
      [2, 2],
    );
    assert.ok(found.every((table) => table.header.length === 4));
    harmless(marked.lexer(markdown(report, options)), ours);
  });
  test('says so when there is nothing', () => {
    assert.match(markdown(cleanReport, options), /^### cloudrun-lint: no problems\n/);
  });
  test('links each line to the commit, where the build server names it', () => {
    const repository = { uri: 'https://github.com/shop/web', revision: '1234567', blobs: 'blob' } as const;
    const text = markdown(report, { ...options, repository });
    assert.match(text, '| [15](https://github.com/shop/web/blob/1234567/deploy/service.yaml#L15) |');
    harmless(marked.lexer(text), [...ours, /^https:\/\/github\.com\/shop\/web\/blob\/1234567\/[\w%./]+#L\d+$/]);
    assert.not.match(markdown(report, { ...options, repository: { ...repository, revision: '' } }), '/blob/1234567/');
    assert.not.match(
      markdown(
        { ...report, files: [], diagnostics: report.diagnostics.map((one) => ({ ...one, path: '/srv/a' })) },
        { ...options, repository },
      ),
      '/srv/a#L',
    );
  });
  test('shows hostile text as text', () => {
    for (const path of hostile.files.map((file) => file.path)) {
      const ofFile = { ...hostile, diagnostics: hostile.diagnostics.filter((diagnostic) => diagnostic.path === path) };
      const output = markdown(ofFile, options);
      safeLines(output, '\u200b');
      harmless(marked.lexer(output), ours);
      const [table, ...more] = tables(output);
      assert.equal(more, []);
      assert.is(table?.rows.length, unsuppressed(ofFile).length);
      assert.ok(table?.rows.every((row) => row.length === 4));
    }
  });
  test('shows any text whole, as text and as code', () => {
    for (const attack of attacks) {
      harmless(marked.lexer(markdownText(attack)), []);
      const [paragraph] = marked.lexer(markdownCode(attack));
      assert.is(paragraph?.type, 'paragraph');
      assert.equal(
        (paragraph as Tokens.Paragraph).tokens.map(({ type }) => type),
        ['codespan'],
      );
    }
    const html = marked.parseInline(markdownText('a|b `c` <d> *e* _f_ & \\ [g](h)')) as string;
    assert.is(html.replaceAll('\u200b', ''), 'a|b `c` &lt;d&gt; *e* _f_ &amp; \\ [g](h)');
  });
  test('fits into a comment, the gravest first', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      ...report.diagnostics[i % 2]!,
      message: `Finding ${i} ${'x'.repeat(i === 1 ? 100_000 : 50)}.`,
    }));
    const output = markdown({ ...report, diagnostics: many }, options);
    assert.ok(output.length < 65_536, String(output.length));
    assert.match(output, /[\d]+ more findings did not fit here\./);
    assert.not.match(output, /🔵/);
  });
});
