import * as assert from 'uvu/assert';
import { type FrameLine, frame, type Mark } from '../../src/format/frame.ts';
import { cells, textWidth, wrap } from '../../src/text/cells.ts';
import { visible } from '../../src/text/visible.ts';
import { Lines } from '../../src/tree/lines.ts';
import { suite } from '../suite.ts';
import { attacks } from './hostile.ts';
import { find } from './report.ts';

function mark(text: string, needle: string, sign: Mark['sign'] = '^'): Mark {
  return { range: find(text, needle).range, sign, label: '' };
}

function show(lines: readonly FrameLine[]): string[] {
  return lines.map((line) => {
    if (line.kind === 'gap') return '...';
    return line.kind === 'code' ? `${line.number}|${line.text}` : ` |${line.indent}${line.underline}`;
  });
}

suite('code frame', (test) => {
  test('shows marked lines in order, the line between near ones, and gaps', () => {
    const text = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n';
    const marks = [mark(text, 'f'), mark(text, 'a', '-'), mark(text, '3', '-')];
    assert.equal(show(frame(new Lines(text), marks, 80)), [
      '1|a: 1',
      ' |-',
      '2|b: 2',
      '3|c: 3',
      ' |   -',
      '...',
      '6|f: 6',
      ' |^',
    ]);
  });
  test('puts the marks of one line below each other', () => {
    const text = 'ports: [80, 443]';
    assert.equal(show(frame(new Lines(text), [mark(text, '443'), mark(text, '80', '-')], 80)), [
      '1|ports: [80, 443]',
      ' |        --',
      ' |            ^^^',
    ]);
  });
  test('aligns below tabs, wide and combining characters and what is written out', () => {
    const text = '\t夜e\u0301📦\u202e: "x"\r\n';
    assert.equal(show(frame(new Lines(text), [mark(text, '"x"')], 80)), [
      '1|    夜e\u0301📦\\u{202e}: "x"',
      ` |${' '.repeat(4 + 2 + 1 + 2 + 8 + 2)}^^^`,
    ]);
  });
  test('underlines to the end of the line what has several, and something where there is nothing', () => {
    const text = 'key: |\n  a\n  b\n\n';
    assert.equal(show(frame(new Lines(text), [mark(text, '|\n  a')], 80)), ['1|key: |', ' |     ^']);
    const end = { line: 5, column: 1 };
    assert.equal(show(frame(new Lines(text), [{ range: { start: end, end }, sign: '^', label: '' }], 80)), [
      '5|',
      ' |^',
    ]);
  });
  test('cuts long lines around the mark', () => {
    const text = `args: [${'a, '.repeat(50)}THE ONE, ${'b, '.repeat(50)}]`;
    const [code, below] = show(frame(new Lines(text), [mark(text, 'THE ONE')], 40));
    assert.is(textWidth(code!.slice(2)), 40);
    assert.match(code!, /^1\|….*THE ONE.*…$/);
    assert.is(code!.indexOf('THE ONE'), below!.indexOf('^^^^^^^'));
    const [first] = show(frame(new Lines(text), [mark(text, 'args')], 40));
    assert.match(first!, /^1\|args.*[^…]…$/);
    const [last] = show(frame(new Lines(text), [mark(text, ']')], 40));
    assert.match(last!, /^1\|….*\]$/);
    assert.is(textWidth(last!.slice(2)), 39);
  });
  test('shows a long line again for a mark that is out of sight', () => {
    const text = `${'a'.repeat(100)}NEAR${'b'.repeat(100)}FAR`;
    const shown = show(frame(new Lines(text), [mark(text, 'NEAR'), mark(text, 'FAR', '-')], 40));
    assert.is(shown.length, 4);
    assert.is(shown[2]!.indexOf('FAR'), shown[3]!.indexOf('---'));
  });
  test('is quick on a file that is one line', () => {
    const text = `${'x'.repeat(2_000_000)}Y${'\u0301'.repeat(2_000_000)}`;
    const shown = show(frame(new Lines(text), [mark(text, 'Y')], 80));
    assert.ok(shown.every((line) => line.length < 5_000));
  });
  test('holds for hostile lines, every mark below what it marks', () => {
    const text = attacks.join('\n');
    const lines = new Lines(text);
    for (let line = 1; line <= lines.count; line++) {
      const { start, end } = lines.span(line);
      for (let at = start; at < end; at++) {
        const range = lines.range({ start: at, end: at + 1 });
        const [code, below] = show(frame(lines, [{ range, sign: '^', label: '' }], 1_000));
        assert.is(
          code,
          `${line}|${cells(lines.line(line))
            .map((cell) => cell.text)
            .join('')}`,
        );
        assert.ok(textWidth(below!) <= textWidth(code!) + 1, `${line}:${at}`);
      }
    }
  });
});

suite('terminal columns', (test) => {
  test('of a text are what terminals use', () => {
    const widths = { abc: 3, é: 1, 'e\u0301': 1, 夜間: 4, データ: 6, 한국: 4, Ｆｕｌｌ: 8, '📦': 2, ﾊﾝ: 2 };
    for (const [text, width] of Object.entries(widths)) assert.is(textWidth(text), width, text);
  });
  test('of cells and of the visible text agree', () => {
    for (const attack of attacks.map((one) => one.replaceAll('\t', ''))) {
      assert.is(
        cells(attack).reduce((sum, cell) => sum + cell.width, 0),
        textWidth(visible(attack)),
      );
    }
  });
  test('limit wrapped lines, but for words that are longer', () => {
    assert.equal(wrap('one two three 夜間バッチ four', 9), ['one two', 'three', '夜間バッチ', 'four']);
    assert.equal(wrap('', 9), ['']);
  });
});
