import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { fileNameOf } from '../src/examples.ts';
import { lint } from '../src/lint.ts';
import { fixText } from '../src/policy/fix.ts';
import { suite } from './suite.ts';

suite('fixes', (test) => {
  for (const rule of rules) {
    if (rule.fixable === undefined) continue;
    const chosen = rule.category === 'itself' ? rules : [rule];

    test(`${rule.id} no longer finds what it has fixed`, () => {
      for (const example of rule.bad) {
        const { yaml } = example;
        const run = (text: string) =>
          lint(fileNameOf(example), text, { rules: chosen, explicit: true, target: 'cloud-run' }).diagnostics;
        const before = run(yaml).filter((found) => found.rule === rule.id);
        const { text, refused, diagnostics } = fixText(yaml, { unsafe: true, lint: run });
        assert.equal(refused, []);
        const left = diagnostics.filter((found) => found.rule === rule.id);
        assert.is(left.filter(({ fix }) => fix).length, 0, text);
        assert.is(left.length, before.filter(({ fix }) => !fix).length, text);
      }
    });
  }

  // A fix may bring another mistake to light, but never break the file's form.
  test('leave the form of the file whole', () => {
    const form = rules.filter(({ category }) => category === 'schema');
    const ofForm = (path: string, text: string) =>
      lint(path, text, { rules: form, explicit: true, target: 'cloud-run' }).diagnostics.filter(
        ({ severity }) => severity === 'error',
      );
    for (const rule of rules) {
      for (const example of rule.bad) {
        const { yaml } = example;
        const path = fileNameOf(example);
        const run = (text: string) =>
          lint(path, text, { rules: [rule], explicit: true, target: 'cloud-run' }).diagnostics;
        const { text } = fixText(yaml, { unsafe: true, lint: run });
        if (text !== yaml) assert.ok(ofForm(path, text).length <= ofForm(path, yaml).length, text);
      }
    }
  });

  test('are announced by their rules', () => {
    for (const rule of rules.filter(({ fixable }) => fixable === undefined)) {
      for (const example of rule.bad) {
        const { diagnostics } = lint(fileNameOf(example), example.yaml, {
          rules: [rule],
          explicit: true,
          target: 'cloud-run',
        });
        assert.not(
          diagnostics.some(({ fix }) => fix),
          rule.id,
        );
      }
    }
  });
});
