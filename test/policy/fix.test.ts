import * as assert from 'uvu/assert';
import type { Diagnostic, TextEdit } from '../../src/diagnostic.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import { fixText } from '../../src/policy/fix.ts';
import { unifiedDiff } from '../../src/policy/unified-diff.ts';
import { suite } from '../suite.ts';

/** A linter for words: each rule finds a word and replaces it. */
function words(rules: Readonly<Record<string, { by?: string; safe?: boolean; severity?: Diagnostic['severity'] }>>) {
  return (text: string): readonly Diagnostic[] => {
    const body = text.replace(/^\ufeff/, '');
    return Object.entries(rules).flatMap(([word, { by, safe = true, severity = 'warning' }]) =>
      [...body.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) =>
        found(word, severity, index, by === undefined ? undefined : { safe, by }),
      ),
    );
  };
}

function found(
  word: string,
  severity: Diagnostic['severity'],
  start: number,
  fix: { safe: boolean; by: string } | undefined,
): Diagnostic {
  const span = { start, end: start + word.length };
  const position = { line: 1, column: start + 1 };
  const edits: TextEdit[] = [{ ...span, text: fix?.by ?? '' }];
  return {
    path: 'a.yaml',
    rule: word,
    severity,
    message: `"${word}" at ${start}.`,
    range: { start: position, end: position },
    span,
    pointer: '',
    fingerprint: word,
    related: [],
    ...(fix && { fix: { title: `Write "${fix.by}"`, safe: fix.safe, edits } }),
  };
}

suite('policy/fix', (test) => {
  test('fixes all that does not meet, and the rest in later passes', () => {
    const lint = words({ a: { by: 'b' }, b: { by: 'c' } });
    const fixed = fixText('a x a b', { unsafe: false, lint });
    assert.is(fixed.text, 'c x c c');
    assert.is(fixed.applied.length, 5);
    assert.equal(fixed.diagnostics, []);
    assert.is(fixText(fixed.text, { unsafe: false, lint }).text, fixed.text);
  });

  test('leaves unsafe fixes and suppressed findings unless asked', () => {
    const lint = words({ a: { by: 'b', safe: false } });
    assert.is(fixText('a', { unsafe: false, lint }).text, 'a');
    assert.is(fixText('a', { unsafe: true, lint }).text, 'b');
    const silenced = (text: string) => lint(text).map((one) => ({ ...one, suppressed: { by: 'comment' as const } }));
    assert.is(fixText('a', { unsafe: true, lint: silenced }).text, 'a');
  });

  test('keeps no fix that brings an error, and keeps the others', () => {
    const lint = words({ a: { by: 'bad' }, x: { by: 'y' }, z: { by: 'w' }, bad: { severity: 'error' } });
    const fixed = fixText('x a z a', { unsafe: false, lint });
    assert.is(fixed.text, 'y a w a');
    assert.equal(
      fixed.refused.map(({ message }) => message),
      ['"a" at 2.', '"a" at 6.'],
    );
    const alone = fixText('a', { unsafe: false, lint });
    assert.is(alone.text, 'a');
    assert.is(alone.applied.length, 0);
  });

  test('accepts a fix where there are as many errors as before', () => {
    const lint = words({ a: { by: 'b' }, bad: { severity: 'error' } });
    assert.is(fixText('bad a', { unsafe: false, lint }).text, 'bad b');
  });

  test('ends where fixes go round in a circle or never end', () => {
    const circle = words({ a: { by: 'b' }, b: { by: 'a' } });
    assert.is(fixText('a', { unsafe: false, lint: circle }).text, 'b');
    assert.is(fixText('a', { unsafe: false, lint: circle }).isComplete, true);
    const growing = words({ a: { by: 'x a' } });
    assert.ok(fixText('a', { unsafe: false, lint: growing }).text.length < 100);
    assert.is(fixText('a', { unsafe: false, lint: growing }).isComplete, false);
  });

  test('tries so much as may be linted in all, and says that there is more', () => {
    const circles = words({ a: { by: 'a b' }, e: { by: 'bad' }, bad: { severity: 'error' } });
    for (const [length, most] of [
      [100_000, 20],
      [1_000_000, 2],
      [3_900_000, 2],
    ] as const) {
      for (const unit of ['a x ', 'e x ']) {
        let count = 0;
        const lint = (text: string): readonly Diagnostic[] => {
          count++;
          return circles(text);
        };
        const fixed = fixText(unit.repeat(200).padEnd(length, 'x'), { unsafe: false, lint });
        assert.ok(count > 1 && count <= most, `${count} times for ${length} characters of ${unit}`);
        assert.is(fixed.isComplete, false);
        assert.is(fixed.refused.length, 0);
      }
    }
  });

  test('keeps a byte order mark', () => {
    assert.is(fixText('\ufeffa', { unsafe: false, lint: words({ a: { by: 'b' } }) }).text, '\ufeffb');
  });

  test('takes edits that do not meet, in any order', () => {
    const edits = new EditSet();
    assert.ok(edits.add([{ start: 4, end: 5, text: 'E' }]));
    assert.ok(
      edits.add([
        { start: 0, end: 1, text: 'A' },
        { start: 2, end: 2, text: '-' },
        { start: 2, end: 3, text: '' },
      ]),
    );
    assert.not(edits.add([{ start: 5, end: 5, text: '!' }]));
    assert.not(
      edits.add([
        { start: 6, end: 7, text: '!' },
        { start: 1, end: 5, text: '' },
      ]),
    );
    assert.not(
      edits.add([
        { start: 6, end: 8, text: '' },
        { start: 7, end: 8, text: '!' },
      ]),
    );
    assert.is(edits.applyTo('abcdefgh'), 'Ab-dEfgh');
  });

  test('shows the change as a unified diff', () => {
    assert.is(
      unifiedDiff('deploy/a.yaml', 'a: 1\nb: 2\n', 'a: 1\nb: 3\n').patch,
      '--- a/deploy/a.yaml\n+++ b/deploy/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n',
    );
    assert.match(unifiedDiff('a', 'x', 'y').patch, /No newline at end of file/);
    assert.is(unifiedDiff('a', 'x', 'x').patch, '');
  });
});
