import * as assert from 'uvu/assert';
import { type LintOptions, lint } from '../../src/lint.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { configLayer } from '../../src/policy/layer.ts';
import { lintOptionsOf } from '../../src/policy/lint-options.ts';
import { makePolicy, policyForFile } from '../../src/policy/policy.ts';
import { defineCategory, defineRule } from '../../src/rule-kit.ts';
import { SourceText } from '../../src/tree/source-text.ts';
import { suite } from '../suite.ts';

/** Finds every BAD in a file beside the manifest, about the manifest's only container. */
function rulesFor(beside: SourceText) {
  const rule = defineRule({
    id: 'bad-word',
    severity: 'warning',
    appliesTo: 'workload',
    summary: '',
    why: '',
    remedy: '',
    help: '',
    references: [],
    bad: [],
    good: [],
    *check({ containers }) {
      const [container] = containers;
      for (const { 0: word, index } of beside.text.matchAll(/BAD\d/g)) {
        const on = { source: beside, span: { start: index, end: index + word.length }, path: [], stablePath: [word] };
        yield { on, message: `${word}.`, about: container!.field };
      }
    },
  });
  return [defineCategory({ id: 'words', title: '', summary: '', rules: [{ ...rule, deprecatedIds: ['old-word'] }] })];
}

const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - image: docker.io/acme/shop:1.4.2
`;

/** What becomes of each finding in a text beside the manifest: `BAD1 warning`, `-BAD2 comment (why)`. */
function outcome(
  text: string,
  { config = '', by = manifest, ...more }: Partial<LintOptions> & { config?: string; by?: string } = {},
) {
  const categories = rulesFor(new SourceText('edge/default.conf', text));
  const parsed = parseConfig('/repo/cloudrun-lint.yaml', config, categories);
  if ('problems' in parsed) throw new Error(parsed.problems[0]?.message);
  const policy = makePolicy([configLayer(parsed.config, '/repo', categories)], { levels: new Map() }, categories);
  const filePolicy = policyForFile(policy, '/repo/deploy/service.yaml', categories);
  const options = lintOptionsOf(policy, filePolicy, categories, {}, (path) => `/repo/${path}`);
  return lint('deploy/service.yaml', by, { ...options, ...more }).diagnostics.map(
    ({ path, message, severity, suppressed }) => {
      assert.is(path, 'edge/default.conf');
      const word = message.slice(0, -1);
      return suppressed ? `-${word} ${suppressed.by} (${suppressed.reason ?? ''})` : `${word} ${severity}`;
    },
  );
}

suite('policy: findings in files beside the manifest', (test) => {
  test('a comment there holds for its line, or alone for the next', () => {
    const text =
      'BAD1; # cloudrun-lint-ignore bad-word: known\nBAD2;\n  # cloudrun-lint-ignore bad-word: the next\n\n  # and why\n  BAD3; BAD4;\nBAD5;\n';
    assert.equal(outcome(text), [
      '-BAD1 comment (known)',
      'BAD2 warning',
      '-BAD3 comment (the next)',
      '-BAD4 comment (the next)',
      'BAD5 warning',
    ]);
    assert.equal(outcome(text.replaceAll('\n', '\r\n')), outcome(text));
    assert.equal(
      outcome(text, { ignoreComments: false }).filter((line) => line.startsWith('-')),
      [],
    );
  });

  test('one above its first line holds for the whole file, one below for nothing', () => {
    const whole = '# cloudrun-lint-ignore-file bad-word: generated\n';
    assert.equal(outcome(`# a proxy\n${whole}BAD1\n\nBAD2\n`), [
      '-BAD1 comment (generated)',
      '-BAD2 comment (generated)',
    ]);
    assert.equal(outcome(`BAD1\n${whole}BAD2\n`), ['BAD1 warning', 'BAD2 warning']);
  });

  test('what is no such comment silences nothing', () => {
    assert.equal(outcome('BAD1 "a#cloudrun-lint-ignore bad-word: x"\n'), ['BAD1 warning']);
    assert.equal(outcome('BAD1 # cloudrun-lint-ignore another-word: x\n'), ['BAD1 warning']);
    assert.equal(outcome('BAD1 # cloudrun-lint-disable bad-word: x\n'), ['BAD1 warning']);
    assert.equal(outcome('BAD1 # cloudrun-lint-ignore old-word: x\n'), ['-BAD1 comment (x)']);
  });

  test('a comment in the manifest holds for what is about its place, and a lock for both', () => {
    const by = manifest.replace('        - image', '        # cloudrun-lint-ignore bad-word: known\n        - image');
    assert.equal(outcome('BAD1\n', { by }), ['-BAD1 comment (known)']);
    const locked = 'locked: bad-word\n';
    assert.equal(outcome('BAD1\n', { by, config: locked }), ['BAD1 warning']);
    assert.equal(outcome('BAD1 # cloudrun-lint-ignore bad-word: x\n', { config: locked }), ['BAD1 warning']);
  });

  test('an override may name either file, and the last that matches counts', () => {
    const override = (files: string, level: string) =>
      `  - { files: ${files}, rules: { bad-word: '${level}' }, reason: r }\n`;
    const config = (...overrides: string[]) => `overrides:\n${overrides.join('')}`;
    assert.equal(outcome('BAD1\n', { config: config(override('edge/*.conf', 'off')) }), ['-BAD1 config (r)']);
    assert.equal(outcome('BAD1\n', { config: config(override('deploy/**', 'error')) }), ['BAD1 error']);
    assert.equal(outcome('BAD1\n', { config: config(override('edge/other.conf', 'off')) }), ['BAD1 warning']);
    const both = [override('edge/**', 'info'), override('deploy/**', 'error')];
    assert.equal(outcome('BAD1\n', { config: config(...both) }), ['BAD1 error']);
    assert.equal(outcome('BAD1\n', { config: config(...both.toReversed()) }), ['BAD1 info']);
  });
});
