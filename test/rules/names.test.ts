import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import type { Example } from '../../src/examples.ts';
import { lint } from '../../src/lint.ts';
import { annotationOf } from '../../src/model/annotations.ts';
import type { Finding, Rule } from '../../src/rule.ts';
import { manifestWords, spelled, type Text, type Vocabulary } from '../../src/text/say.ts';
import { fieldNames } from '../field-names.ts';
import { nearMissesOf } from '../near-misses.ts';
import { suite } from '../suite.ts';

/** Rules that quote keys as they stand in the file, which no dialect spells otherwise. */
const quotesTheFile: ReadonlySet<string> = new Set([
  'annotation-pair',
  'deprecated-annotation',
  'duplicate-key',
  'export-noise',
  'ineffective-annotation',
  'ineffective-mesh-annotation',
  'invalid-annotation-value',
  'kubernetes-field',
  'misplaced-annotation',
  'unknown-annotation',
  'unknown-argument',
  'unknown-field',
  'v1-annotation-in-v2',
]);

/** Shows where marks are, and leaves no name in quotes behind them. */
const marks: Vocabulary = {
  form: 'yaml',
  isV2: false,
  field: (name) => `<${name}>`,
  annotation: (key) => `<${key}>`,
  value: (text) => `<${text}>`,
  setting: (name, text) => `<${name}: ${text}>`,
  nested: (names) => `<${names.join(': ')}>`,
};

/** Everything that a rule says of an example. */
function saidOf(rule: Rule, { yaml }: Example): readonly Text[] {
  const found: Finding[] = [];
  const watched = {
    ...rule,
    *check(...given: Parameters<Rule['check']>) {
      for (const finding of (rule.check as (...given: unknown[]) => Generator<Finding>)(...given)) {
        found.push(finding);
        yield finding;
      }
    },
  } as Rule;
  lint('service.yaml', yaml, { rules: [watched], explicit: true, target: 'cloud-run' });
  return found.flatMap(({ message, help, related = [], fix }) => [
    message,
    ...(help === undefined ? [] : [help]),
    ...related.map((other) => other.message),
    ...(fix ? [fix.title] : []),
  ]);
}

suite('rules: names', (test) => {
  for (const rule of rules.filter(({ id, category }) => category !== 'itself' && !quotesTheFile.has(id))) {
    test(`${rule.id} marks the names of fields and annotations`, async () => {
      const { examples } = await nearMissesOf(rule);
      for (const example of [...rule.bad, ...examples]) {
        for (const text of saidOf(rule, example)) {
          const left = [...spelled(text, marks).matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
          assert.equal(
            left.filter((name) => fieldNames.has(name) || annotationOf(name)),
            [],
            spelled(text, manifestWords),
          );
        }
      }
    });
  }

  test('rules that quote the file are rules', () => {
    for (const id of quotesTheFile)
      assert.ok(
        rules.some((rule) => rule.id === id),
        id,
      );
  });
});
