import * as assert from 'uvu/assert';
import { categories, rules } from '../rules/index.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { type Example, readExpectations } from '../src/examples.ts';
import { lint } from '../src/lint.ts';
import type { Target } from '../src/model/surroundings.ts';
import type { Rule } from '../src/rule.ts';
import { suite } from './suite.ts';

for (const category of categories) {
  suite(`rules/${category.id}`, (test) => {
    for (const rule of category.rules) {
      for (const [index, example] of rule.bad.entries()) {
        test(`${rule.id} finds bad example ${index + 1}`, () => findsWhatItMarks(rule, example));
      }
      for (const [index, example] of rule.good.entries()) {
        test(`${rule.id} accepts good example ${index + 1}`, () => {
          assert.equal(runAlone(rule, example, targetFor(rule)).map(show), []);
          assert.equal(run(rules, example).filter(isError).map(show), []);
        });
      }
    }
  });
}

function run(chosen: readonly Rule[], example: Example, target: Target = 'cloud-run'): readonly Diagnostic[] {
  return lint('service.yaml', example.yaml, { rules: chosen, explicit: true, target }).diagnostics;
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
  const found = runAlone(rule, example, targetFor(rule));
  const expected = readExpectations(example.yaml);
  const primary = expected
    .filter(({ related }) => !related)
    .map(({ line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${message}`);
  assert.ok(primary.length > 0, 'a bad example marks at least one place');
  assert.equal(found.map(show).sort(), primary.sort());
  const related = expected
    .filter(({ related }) => related)
    .map(({ line, column, endColumn, message }) => `${line}:${column}-${endColumn} ${message}`);
  if (related.length > 0) assert.equal(found.flatMap(showRelated).sort(), related.sort());
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
