import * as assert from 'uvu/assert';
import { Needles } from '../../src/text/needles.ts';
import { suite } from '../suite.ts';

const found = (needles: readonly string[], text: string): string =>
  [...new Needles(needles).findIn(text)].map(({ start, end }) => text.slice(start, end)).join('|');

/** Letters and digits that do not repeat soon. */
const random = (length: number): string =>
  Array.from({ length }, (_, i) => ((i * 7919 + (i >> 3) * 31) % 36).toString(36)).join('');

suite('text/needles', (test) => {
  test('finds long texts whole, which are looked for in pieces', () => {
    for (const length of [6, 63, 64, 65, 100, 127, 128, 129, 180, 1000]) {
      for (const needle of [random(length), 'Q7xR2m'.repeat(200).slice(0, length)]) {
        assert.is(found([needle], `is "${needle}", which`), needle, `${length}`);
      }
    }
  });

  test('gives what overlaps as one place, and short texts by themselves alone', () => {
    assert.is(found(['abcdefgh', 'fghijklm'], 'x abcdefghijklm x'), 'abcdefghijklm');
    assert.is(found(['abcdefgh', 'ijklmnop'], 'abcdefgh ijklmnop'), 'abcdefgh|ijklmnop');
    assert.is(found(['word'], 'sword word words'), 'word');
  });
});
