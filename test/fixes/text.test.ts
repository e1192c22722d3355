import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint.ts';
import { fixText } from '../../src/policy/fix.ts';
import { suite } from '../suite.ts';
import { cases } from './cases.ts';

/** What all rules find, with the repairs of one alone. */
function repairsOf(id: string) {
  return (text: string): readonly Diagnostic[] =>
    lint('service.yaml', text, { rules, explicit: true, target: 'cloud-run' }).diagnostics.map((diagnostic) => {
      const { fix: _, ...rest } = diagnostic;
      return diagnostic.rule === id ? diagnostic : rest;
    });
}

suite('fixes/text', (test) => {
  for (const { rule, style, change } of cases) {
    test(`${rule} repairs ${style} style`, () => {
      const run = repairsOf(rule);
      const fixed = fixText(change.before, { unsafe: true, lint: run });
      assert.equal(fixed.refused, []);
      assert.is(fixed.text, change.after);
      assert.is(fixText(fixed.text, { unsafe: true, lint: run }).text, fixed.text);
    });

    test(`${rule} repairs ${style} style in files of Windows`, () => {
      const fixed = fixText(change.before.replaceAll('\n', '\r\n'), { unsafe: true, lint: repairsOf(rule) });
      assert.is(fixed.text, change.after.replaceAll('\n', '\r\n'));
    });
  }

  test('every rule that repairs is tested in block and in flow style', () => {
    const tested = new Set(cases.map(({ rule, style }) => `${rule} in ${style} style`));
    const wanted = rules
      .filter(({ fixable }) => fixable)
      .flatMap(({ id }) => [`${id} in block style`, `${id} in flow style`]);
    assert.equal(
      wanted.filter((one) => !tested.has(one)),
      [],
    );
  });
});
