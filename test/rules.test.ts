import { globby } from 'globby';
import * as assert from 'uvu/assert';
import { categories, rules } from '../rules/index.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { type Example, type Expectation, fileNameOf, readExpectations } from '../src/examples.ts';
import { lint } from '../src/lint.ts';
import type { Target } from '../src/model/surroundings.ts';
import type { Found } from '../src/needs.ts';
import type { Rule } from '../src/rule.ts';
import { nearMissesFile, nearMissesOf } from './near-misses.ts';
import { suite } from './suite.ts';

for (const category of categories) {
  const nearMisses = await Promise.all(category.rules.map(nearMissesOf));
  suite(`rules/${category.id}`, (test) => {
    for (const [number, rule] of category.rules.entries()) {
      for (const [index, example] of rule.bad.entries()) {
        test(`${rule.id} finds bad example ${index + 1}`, () => findsWhatItMarks(rule, example));
      }
      for (const [index, example] of rule.good.entries()) {
        test(`${rule.id} accepts good example ${index + 1}`, () => {
          assert.equal(runAlone(rule, example, targetFor(rule)).map(show), []);
          assert.equal(run(rules, example).filter(isError).map(show), []);
        });
        if (category.id !== 'itself')
          test(`${rule.id} looks at good example ${index + 1}`, () => looksAt(rule, example));
      }
      for (const [index, example] of nearMisses[number]!.examples.entries()) {
        test(`${rule.id} tells near miss ${index + 1}`, () => saysWhatIsMarked(rule, example));
      }
    }
  });
}

suite('rules/near-misses', (test) => {
  test('are those of rules', async () => {
    const files = await globby('test/near-misses/**/*.ts');
    const ofRules = new Set(rules.map(nearMissesFile));
    assert.equal(
      files.filter((file) => !ofRules.has(file)),
      [],
    );
  });
});

function run(chosen: readonly Rule[], example: Example, target: Target = 'cloud-run'): readonly Diagnostic[] {
  return lint(fileNameOf(example), example.yaml, { rules: chosen, explicit: true, target }).diagnostics;
}

/** As people run it: but what its own signals mark as Knative's would be passed over. */
function targetFor({ id }: Rule): Target {
  return id === 'knative-only' ? 'cloud-run' : 'auto';
}

/** What one rule finds. Those about ignore comments need all other rules to have run. */
function runAlone(rule: Rule, example: Example, target: Target): readonly Diagnostic[] {
  const chosen = rule.category === 'itself' ? rules : [rule];
  return run(chosen, example, target).filter((diagnostic) => diagnostic.rule === rule.id);
}

function findsWhatItMarks(rule: Rule, example: Example): void {
  assert.ok(
    readExpectations(example.yaml).some(({ kind }) => kind === 'finding'),
    'a bad example marks at least one place',
  );
  saysWhatIsMarked(rule, example);
}

/** A good example that `needs` or the kind keeps from the rule would prove nothing of its guards. */
function looksAt(rule: Rule, example: Example): void {
  let looked = false;
  const watched = {
    ...rule,
    *check(resource: never, found: Found) {
      looked = true;
      yield* rule.check(resource, found);
    },
  } as Rule;
  run([watched], example, targetFor(rule));
  assert.ok(looked, 'its kind or what the rule needs keeps the example from "check": it belongs into the near misses');
}

function saysWhatIsMarked(rule: Rule, example: Example): void {
  const found = runAlone(rule, example, targetFor(rule));
  const expected = readExpectations(example.yaml);
  const marked = (wanted: Expectation['kind']): string[] =>
    expected
      .filter(({ kind }) => kind === wanted)
      .map(({ line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${message}`)
      .sort();
  assert.equal(found.map(show).sort(), marked('finding'));
  const related = marked('related');
  if (related.length > 0) assert.equal(found.flatMap(showRelated).sort(), related);
  const help = expected.filter(({ kind }) => kind === 'help').map(({ message }) => message);
  if (help.length > 0) assert.equal(found.flatMap((diagnostic) => diagnostic.help ?? []).sort(), help.sort());
}

function show({ range, message }: { readonly range: Diagnostic['range']; readonly message: string }): string {
  const sameLine = range.start.line === range.end.line;
  return `${range.start.line}:${range.start.column}-${sameLine ? range.end.column : `line ${range.end.line}`} ${message}`;
}

function showRelated(diagnostic: Diagnostic): string[] {
  return diagnostic.related.map(show);
}

function isError({ severity, suppressed }: Diagnostic): boolean {
  return severity === 'error' && !suppressed;
}
