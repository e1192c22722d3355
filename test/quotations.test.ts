import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder, readManifests } from '../scripts/manifests.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

/** What a quotation says of one file: names in quotes, values that were found. True and False are Python's. */
function saidOfTheFile(refusal: string): readonly RegExp[] {
  const names = [...refusal.matchAll(/'([\w./-]{2,})'/g)].map(([, name]) => name!);
  const values = [...refusal.matchAll(/found (\S+) \(type/g)].map(([, value]) => value!);
  const words: Readonly<Record<string, RegExp>> = { True: /\b(?:true|yes|on|y)\b/i, False: /\b(?:false|no|off|n)\b/i };
  return [...names.filter((name) => !['str', 'int', 'bool'].includes(name)), ...values].map(
    (word) => words[word] ?? new RegExp(word.replace(/[.\\/]/g, '\\$&')),
  );
}

/** What is wrong with the quotations of a text's findings. */
function faults(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ rule, predicts = '' }) => [
    ...(/\bNAME\b|<\w>/.test(predicts) ? [`${rule}: "${predicts}" holds a blank`] : []),
    ...saidOfTheFile(predicts)
      .filter((word) => !word.test(text))
      .map((word) => `${rule}: "${predicts}" names ${word}, which the file does not hold`),
  ]);
}

const lintAll = (path: string, text: string, chosen = rules) =>
  lint(path, text, { rules: chosen, explicit: true, target: 'cloud-run' }).diagnostics;

suite('quotations', (test) => {
  test('of gcloud in examples name what stands in the file', () => {
    let quoted = 0;
    for (const rule of rules) {
      for (const { yaml } of rule.bad) {
        const diagnostics = lintAll('service.yaml', yaml);
        quoted += diagnostics.filter(({ predicts }) => predicts !== undefined).length;
        assert.equal(faults(yaml, diagnostics), [], rule.id);
      }
    }
    assert.ok(quoted > 100, `${quoted} quotations`);
  });

  test('of gcloud in real manifests do as well', async () => {
    if (!existsSync(corpusFolder)) return console.log(`(no corpus at ${corpusFolder}: left out)`);
    for (const folder of ['cloudrun', 'history']) {
      for (const { path, text } of await readManifests(join(corpusFolder, folder))) {
        assert.equal(faults(text, lintAll(path, text)), [], path);
      }
    }
  });
});
