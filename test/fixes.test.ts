import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { lint } from '../src/lint.ts';
import { fixText } from '../src/policy/fix.ts';
import { suite } from './suite.ts';

suite('fixes', (test) => {
  for (const rule of rules) {
    if (rule.fixable === undefined) continue;
    const chosen = rule.category === 'itself' ? rules : [rule];
    const run = (text: string) =>
      lint('service.yaml', text, { rules: chosen, explicit: true, target: 'cloud-run' }).diagnostics;

    test(`${rule.id} no longer finds what it has repaired`, () => {
      for (const { yaml } of rule.bad) {
        const before = run(yaml).filter((found) => found.rule === rule.id);
        const { text, refused, diagnostics } = fixText(yaml, { unsafe: true, lint: run });
        assert.equal(refused, []);
        const left = diagnostics.filter((found) => found.rule === rule.id);
        assert.is(left.filter(({ fix }) => fix).length, 0, text);
        assert.is(left.length, before.filter(({ fix }) => !fix).length, text);
      }
    });
  }
});
