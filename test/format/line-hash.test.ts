import * as assert from 'uvu/assert';
import { lineHashes } from '../../src/format/line-hash.ts';
import { suite } from '../suite.ts';

/** The definition, word for word and slowly. */
function slowHashes(text: string): string[] {
  const units = [...text.matchAll(/\r(?:\n|)|[^ \t]/gs)].map(([match]) =>
    match[0] === '\r' ? 10 : match.charCodeAt(0),
  );
  const all = [...units, 0xffff];
  const starts = all.map((_, i) => i).filter((i) => i === 0 || all[i - 1] === 10);
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let i = 0; i < 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(all[start + i] ?? 0));
    const count = (seen.get(hash.toString(16)) ?? 0) + 1;
    seen.set(hash.toString(16), count);
    return `${hash.toString(16)}:${count}`;
  });
}

suite('line hashes', (test) => {
  test('are those that the upload action computes', () => {
    assert.equal(lineHashes(''), ['c129715d7a2bc9a3:1']);
    assert.equal(lineHashes(' a\nb\n  \t\tc\n d'), [
      '271789c17abda88f:1',
      '54703d4cd895b18:1',
      '180aee12dab6264:1',
      'a23a3dc5e078b07b:1',
    ]);
    const repeated = lineHashes('Lorem ipsum dolor sit amet.\n'.repeat(10));
    assert.equal(repeated.slice(4, 8), [
      'a7f2ff13bc495cf2:5',
      'a7f2ff13bc495cf2:6',
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
    ]);
  });
  test('take every line ending for the same', () => {
    const lines = ['kind: Service', '', '  名: "x"', '', ''];
    const expected = lineHashes(lines.join('\n'));
    assert.is(expected.length, lines.length);
    assert.equal(lineHashes(lines.join('\r\n')), expected);
    assert.equal(lineHashes(lines.join('\r')), expected);
  });
  test('follow the definition', () => {
    const pieces = ['a', '\uffff', '名', '📦', ' ', '\t', '\n', '\r', '\r\n', '\ufeff', 'containers:', 'x'.repeat(60)];
    let seed = 7;
    for (let round = 0; round < 200; round++) {
      let text = '';
      for (let i = 0; i < round; i++) {
        seed = (seed * 48271) % 2147483647;
        text += pieces[seed % pieces.length];
      }
      assert.equal(lineHashes(text), slowHashes(text), JSON.stringify(text));
    }
  });
});
