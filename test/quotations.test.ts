import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { rules } from '../rules/index.ts';
import { corpusFolder, readManifests, readTerraform } from '../scripts/manifests.ts';
import type { Diagnostic } from '../src/diagnostic.ts';
import { lint } from '../src/lint.ts';
import { suite } from './suite.ts';

/** What a quotation says of one file: names in quotes, values that were found. True and False are Python's. */
function saidOfTheFile(refusal: string): readonly RegExp[] {
  const names = [...refusal.matchAll(/'([\w./-]{2,})'/g)].map(([, name]) => name!);
  const values = [...refusal.matchAll(/(?:found (\S+) \(type|but obtained (\S+))/g)].map(([, a, b]) => (a ?? b)!);
  // Of `Service.spec.containers[0].{a,b}` the steps are names of fields.
  const path = /in protobuf \[(\w+)\]: \1\.(\S+)/.exec(refusal)?.[2] ?? '';
  names.push(...path.split(/[.{},]|\[\d+\]/).filter((step) => step !== ''));
  const words: Readonly<Record<string, RegExp>> = { True: /\b(?:true|yes|on|y)\b/i, False: /\b(?:false|no|off|n)\b/i };
  return [...names.filter((name) => !['str', 'int', 'bool'].includes(name)), ...values].map(
    (word) => words[word] ?? new RegExp(word.replace(/[.\\/]/g, '\\$&')),
  );
}

/** A part of a sentence: it begins within one, ends before its end, or leaves something out. */
const isPart =
  /^(?:must|may|should|can|cannot|does|do|is|are|has|have|which|that|unable|limit on)\b|(?:[:,([]|\bobtained|\bfound)$|…|\.\./;

/** A name or value of the file that ends before its end; `${…}` stands for an expression. */
const cutName = /"[^"]*(?<!\{)…[^"]*(?:"|$)/;

/** What is wrong with the quotations of a text's findings. */
function faults(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ rule, predicts = '', message, help = '', related, fix, form }) => [
    ...(/\bNAME\b|<\w>/.test(predicts) ? [`${rule}: "${predicts}" holds a blank`] : []),
    ...(isPart.test(predicts) ? [`${rule}: "${predicts}" is cut`] : []),
    ...(form !== undefined && predicts !== '' ? [`${rule}: "${predicts}" is not said of ${form}`] : []),
    ...[message, help, fix?.title ?? '', ...related.map((place) => place.message)]
      .filter((said) => cutName.test(said))
      .map((said) => `${rule}: ${said} quotes a part`),
    ...saidOfTheFile(predicts)
      .filter((word) => !word.test(text))
      .map((word) => `${rule}: "${predicts}" names ${word}, which the file does not hold`),
  ]);
}

const lintAll = (path: string, text: string, chosen = rules) =>
  lint(path, text, { rules: chosen, explicit: true, target: 'cloud-run' }).diagnostics;

suite('quotations', (test) => {
  test('that are wrong are seen', () => {
    const text = 'apiVersion: serving.knative.dev/v1\nkind: Service\nspec: { replicas: 2, template: {} }\n';
    const [finding] = lintAll('service.yaml', text).filter(({ rule }) => rule === 'kubernetes-field');
    const said = 'Failed to parse value(s) in protobuf [Service]: Service.spec.';
    assert.is(finding!.predicts, `${said}replicas`);
    const seen = (change: Partial<Diagnostic>) => faults(text, [{ ...finding!, ...change }]).length;
    for (const predicts of [
      `${said}selector`,
      'should be 100',
      'Failed to parse value(s):',
      "'NAME' is not supported.",
    ])
      assert.ok(seen({ predicts }) > 0, predicts);
    assert.is(seen({ message: 'The image "docker.io/acme/sh…" is old.' }), 1);
    assert.is(seen({ help: 'Write a value for "${…}".' }), 0);
    assert.is(seen({ form: 'hcl' }), 1);
  });

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
    for (const folder of ['cloudrun', 'history', 'knative', 'markdown']) {
      for (const { path, text } of await readManifests(join(corpusFolder, folder))) {
        assert.equal(faults(text, lintAll(path, text)), [], path);
      }
    }
    for (const folder of ['terraform', 'terraform-run']) {
      for (const text of await readTerraform(join(corpusFolder, folder))) {
        assert.equal(faults(text, lintAll('main.tf', text)), []);
      }
    }
  });
});
