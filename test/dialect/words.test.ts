import { existsSync, readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { corpusFolder } from '../../scripts/manifests.ts';
import { apiObjectsOf, translationsOf } from '../../scripts/to-terraform/examples.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { namePairs, spelledWay } from '../../src/dialect/names.ts';
import type { ObjectKind } from '../../src/dialect/table.ts';
import { apiKinds, connectorKinds } from '../../src/dialect/v2/kinds.ts';
import { fileNameOf } from '../../src/examples.ts';
import { lint } from '../../src/lint.ts';
import { annotations } from '../../src/model/annotations.ts';
import { fieldNames } from '../field-names.ts';
import { nearMissesOf } from '../near-misses.ts';
import { suite } from '../suite.ts';

const apiWords = wordsOf(Object.values(apiKinds));
const connectorWords = wordsOf([...connectorKinds.values()]);

function wordsOf(kinds: readonly ObjectKind[]): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => namePairs(kind).flatMap(({ own }) => spelledWay(kind, own))));
}

/** What only v1 manifests say, or only YAML, with the reason. */
function strangers({ form, pointer }: Diagnostic, text: string, file: string): readonly string[] {
  // What stands in the file, it may say.
  const has = (word: string): boolean => file.includes(word);
  const isV2 = form === 'v2' || pointer.startsWith('/resource/google_cloud_run_v2_') || pointer.startsWith('/module/');
  const own = form === 'hcl' ? new Set<string>() : file.includes('run.cnrm.cloud') ? connectorWords : apiWords;
  const found = [...text.matchAll(/[A-Za-z]\w*/g)].map(([word]) => word);
  const named = found.filter((word) => fieldNames.has(word) && !own.has(word));
  const keys = isV2 ? annotations.map(({ key }) => key).filter((key) => text.includes(key)) : [];
  const forms: RegExp[] = [/\bYAML\b/, /\bgcloud takes\b/];
  if (isV2 && !has('annotations')) forms.push(/\bannotations?\b/);
  if (isV2) forms.push(/\bspec\b/, /\bmetadata\b/);
  if (form === 'hcl') {
    // A field with a colon, a map in one line, a text without quotes.
    forms.push(
      /"[\w.]+: [^"]*"/,
      /\{ *\w+: /,
      /before the colon/,
      /\bdash\b/,
      /\b\w+ = (?!true\b|false\b|-?\d|["[{])\S+/,
    );
  }
  return [...named, ...keys, ...forms.flatMap((form) => form.exec(text)?.[0] ?? [])].filter((word) => !has(word));
}

function strange(found: readonly Diagnostic[], file: string): readonly string[] {
  return found.flatMap((diagnostic) => {
    const { message, help = '', fix, related, rule } = diagnostic;
    const texts = [message, help, fix?.title ?? '', ...related.map((other) => other.message)];
    return texts.flatMap((text) => strangers(diagnostic, text, file).map((word) => `${rule}: "${word}" in: ${text}`));
  });
}

suite('dialect: words', (test) => {
  test('of findings in Terraform are those of Terraform', async () => {
    const said = await Promise.all(
      rules.map(async (rule) => {
        const { examples } = await nearMissesOf(rule);
        const all = [...rule.bad, ...examples];
        const own = all
          .filter(({ language }) => language === 'hcl')
          .flatMap((example) =>
            strange(lint(fileNameOf(example), example.yaml, { rules: [rule] }).diagnostics, example.yaml),
          );
        return [...own, ...translationsOf(rule, all).flatMap(({ hcl, found }) => strange(found, hcl))];
      }),
    );
    assert.equal([...new Set(said.flat())], []);
  });

  test('of findings in objects of the v2 API are those of that API', async () => {
    let count = 0;
    const said = await Promise.all(
      rules.map(async (rule) => {
        const { examples } = await nearMissesOf(rule);
        return apiObjectsOf(rule, [...rule.bad, ...examples]).flatMap(({ json, found }) => {
          count += found.length;
          return strange(found, json);
        });
      }),
    );
    assert.equal([...new Set(said.flat())], []);
    assert.ok(count > 200, `${count} findings`);
  });

  test('of findings in real files are those of Terraform', () => {
    const folder = `${corpusFolder}/terraform-run`;
    if (!existsSync(folder)) return;
    const said = globbySync('**/*.tf', { cwd: folder, absolute: true }).flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return strange(lint(path, text, { rules }).diagnostics, text);
    });
    assert.equal([...new Set(said)], []);
  });

  test('strangers are noticed', () => {
    const said = (message: string, form: 'hcl' | 'v2', pointer = '/resource/google_cloud_run_v2_job/a') =>
      strange([{ ...({} as Diagnostic), message, form, pointer, rule: 'a', related: [] }], '').map(
        (text) => /"([^"]*)"/.exec(text)![1],
      );
    assert.equal(said('Write "containerPort".', 'hcl'), ['containerPort']);
    assert.equal(said('Write "containerPort".', 'v2'), []);
    assert.equal(said('Write "containerConcurrency".', 'v2'), ['containerConcurrency']);
    assert.equal(said('Set "run.googleapis.com/ingress".', 'hcl'), ['run.googleapis.com/ingress']);
    assert.equal(said('Set "run.googleapis.com/ingress".', 'hcl', '/resource/google_cloud_run_service/a'), []);
    assert.equal(said('Write it into the annotation under spec.', 'hcl'), ['annotation', 'spec']);
    assert.equal(said('Write medium = MEMORY or path = "a" or port = 1.', 'hcl'), ['medium = MEMORY']);
  });
});
