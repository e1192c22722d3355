import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint.ts';
import { fixText } from '../../src/policy/fix.ts';
import { suite } from '../suite.ts';

/** What all rules find, with the fixes of one alone. */
function fixesOf(id: string, path: string) {
  return (text: string): readonly Diagnostic[] =>
    lint(path, text, { rules, explicit: true, target: 'cloud-run' }).diagnostics.map((diagnostic) => {
      const { fix: _, ...rest } = diagnostic;
      return diagnostic.rule === id ? diagnostic : rest;
    });
}

suite('fixes/text', (test) => {
  for (const { id, fixable, fixes } of rules) {
    if (fixable) {
      test(`${id} says what its fix changes in block and in flow style, or in Terraform`, () => {
        assert.ok(fixes?.hcl || (fixes?.block && fixes.flow));
        assert.is(fixes?.block === undefined, fixes?.flow === undefined);
      });
    }
    for (const [style, change] of Object.entries(fixes ?? {})) {
      const path = style === 'hcl' ? 'main.tf' : 'service.yaml';
      test(`${id} fixes ${style} style`, () => {
        const run = fixesOf(id, path);
        assert.is.not(change.before, change.after, 'at least one line begins with < or >');
        const fixed = fixText(change.before, { unsafe: true, lint: run });
        assert.equal(fixed.refused, []);
        assert.is(fixed.text, change.after);
        assert.is(fixText(fixed.text, { unsafe: true, lint: run }).text, fixed.text);
      });

      test(`${id} fixes ${style} style in files of Windows`, () => {
        const fixed = fixText(change.before.replaceAll('\n', '\r\n'), { unsafe: true, lint: fixesOf(id, path) });
        assert.is(fixed.text, change.after.replaceAll('\n', '\r\n'));
      });
    }
  }
});
