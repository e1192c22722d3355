import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { blankLines, changedSpan } from '../../src/editor/changed.ts';
import { OpenFile, type Snapshot } from '../../src/editor/open-file.ts';
import { suite } from '../suite.ts';
import { analyseHere, shop } from './manifest.ts';

const fingerprints = ({ diagnostics }: Pick<Snapshot, 'diagnostics'>): readonly string[] =>
  diagnostics.map(({ fingerprint }) => fingerprint);

suite('an open file', (test) => {
  test('is analysed once a version', () => {
    let times = 0;
    const file = new OpenFile((text) => {
      times++;
      return analyseHere(text);
    });
    assert.is(file.take(shop), file.take(shop));
    assert.is(times, 1);
  });

  test('keeps what is found elsewhere while a line is half typed', () => {
    const before = analyseHere(shop).diagnostics.length;
    const file = new OpenFile(analyseHere);
    file.take(shop);
    const half = shop.replace('  name: shop\n', '  name: shop\n  labels: {a\n');
    const found = file.take(half);
    assert.ok(found.blanked);
    assert.is(found.diagnostics.filter(({ rule }) => rule === 'yaml-syntax').length, 1);
    assert.is(found.diagnostics.length, before + 1);
    assert.is(new OpenFile(analyseHere).take(half).diagnostics.length, 1, 'as strict as the command line at first');
  });

  test('reads the whole text as soon as that can be read', () => {
    const file = new OpenFile(analyseHere);
    file.take(shop);
    file.take(shop.replace('acme/web', '{acme'));
    const last = file.take(shop.replace('acme/web', 'acme/web:1'));
    assert.is(last.blanked, undefined);
    assert.equal(last.diagnostics, analyseHere(last.text).diagnostics);
  });

  test('finds nothing new in a line that is half typed, such as that it is missing', () => {
    const file = new OpenFile(analyseHere);
    const known = new Set(fingerprints(file.take(shop)));
    const found = file.take(shop.replace('image: acme/web', 'image: {'));
    assert.equal(
      found.diagnostics.filter(({ rule, fingerprint }) => rule !== 'yaml-syntax' && !known.has(fingerprint)),
      [],
    );
  });

  test('loses no finding at an unreadable prefix of a line that both texts around it have', () => {
    // The longest examples, of limits, have a thousand lines, or a thousand words in one.
    const texts = rules.flatMap(({ bad }) => bad.slice(0, 1).map(({ yaml }) => yaml));
    const short = texts.filter((text) => text.length < 3000);
    let steps = 0;
    for (const text of short.filter((_, i) => i % 12 === 0)) {
      const lines = text.split('\n');
      const whole = new Set(fingerprints(analyseHere(text)));
      for (const index of lines.keys()) {
        if (index % 4 !== 0 || lines[index]!.trim() === '') continue;
        const [head, tail] = [lines.slice(0, index), lines.slice(index + 1)];
        const without = [...head, '', ...tail].join('\n');
        const both = analyseHere(without).diagnostics.filter(({ fingerprint }) => whole.has(fingerprint));
        const file = new OpenFile(analyseHere);
        file.take(without);
        const first = /^\s*/.exec(lines[index]!)![0].length;
        for (let length = first + 1; length <= lines[index]!.length; length += 3) {
          const found = file.take([...head, lines[index]!.slice(0, length), ...tail].join('\n'));
          if (!found.blanked) continue;
          steps++;
          const seen = fingerprints(found);
          for (const { fingerprint } of both) assert.ok(seen.includes(fingerprint), `${fingerprint}\n${found.text}`);
        }
      }
    }
    assert.ok(steps > 100, `${steps}`);
  });

  test('counts offsets behind a byte order mark', () => {
    const [plain, marked] = [shop, `\ufeff${shop}`].map((text) => new OpenFile(analyseHere).take(text));
    assert.equal(marked!.diagnostics, plain!.diagnostics);
    assert.is(marked!.text, plain!.text);
  });
});

suite('a change', (test) => {
  test('is what differs in the new text', () => {
    assert.equal(changedSpan('abc', 'abXc'), { start: 2, end: 3 });
    assert.equal(changedSpan('aaa', 'aa'), { start: 2, end: 2 });
    assert.equal(changedSpan('', 'a'), { start: 0, end: 1 });
  });

  test('is blanked by whole lines, so that every place stays', () => {
    assert.equal(blankLines('a\nbc\r\nd', { start: 2, end: 3 }), { text: 'a\n  \r\nd', span: { start: 2, end: 5 } });
    assert.equal(blankLines('a\nb\nc', { start: 0, end: 2 }), { text: ' \nb\nc', span: { start: 0, end: 1 } });
  });
});
