import * as assert from 'uvu/assert';
import { markdownText } from '../../src/format/markdown-text.ts';
import { harmless, visible, visibleJson, visibleParts } from '../../src/text/visible.ts';
import { attacks, safeLines } from '../format/hostile.ts';
import { suite } from '../suite.ts';

suite('visible', (test) => {
  test('writes control characters out', () => {
    assert.is(visible('a\u001b[1m\n\t\u202e\u2028\u{e0041}'), 'a\\x1b[1m\\n\\t\\u{202e}\\u{2028}\\u{e0041}');
  });
  test('leaves ordinary text alone', () => {
    const text = '夜間 é e\u0301 📦 ❤\uFE0F #1 ## [x] a:1:2 "::"';
    assert.is(visible(text), text);
  });
  test('breaks logging commands and lines like findings', () => {
    assert.is(visible('##[group] ##vso[x] ###[y]'), '\\x23#[group] \\x23#vso[x] #\\x23#[y]');
    assert.is(visible('a.yaml:1:2: error: x'), 'a.yaml\\x3a1:2: error: x');
  });
  test('knows where its parts come from', () => {
    for (const attack of attacks) {
      const parts = [...visibleParts(attack)];
      assert.is(parts.map((part) => part.text).join(''), visible(attack));
      for (const part of parts) {
        if (!part.escaped) assert.is(attack.slice(part.start, part.start + part.text.length), part.text);
      }
    }
  });
  test('what leaves the process keeps what makes Markdown harmless, and nothing else that cannot be seen', () => {
    const table = markdownText('<b @octocat');
    assert.match(table, '\u200b');
    assert.is(harmless(table), table);
    assert.is(harmless('\u200c\u202e\ufeff'), '\\u{200c}\\u{202e}\\u{feff}');
  });
  test('costs linear time', () => {
    for (const unit of ['#', ':1', ':1:1: ', '##a', '\u001b', '1']) assert.ok(visible(unit.repeat(200_000)).length > 0);
  });
});

suite('visibleJson', (test) => {
  test('parses back to the same value and prints nothing unsafe', () => {
    const value = { attacks, nested: [{ '\u001b': '\u2028' }] };
    const text = visibleJson(value);
    assert.equal(JSON.parse(text), value);
    safeLines(text);
  });
});
