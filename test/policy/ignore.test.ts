import * as assert from 'uvu/assert';
import itself from '../../rules/itself/index.ts';
import { type LintOptions, lint } from '../../src/lint.ts';
import { fixText } from '../../src/policy/fix.ts';
import { defineCategory, defineRule } from '../../src/rule-kit.ts';
import { suite } from '../suite.ts';

/** Finds every word that begins with the rule's name in capitals. */
function wordRule(id: string) {
  return defineRule({
    id,
    severity: 'warning',
    appliesTo: 'file',
    summary: '',
    why: '',
    remedy: '',
    help: false,
    references: [],
    bad: [],
    good: [],
    *check({ source }) {
      for (const { 0: word, index } of source.text.matchAll(new RegExp(`${id.toUpperCase()}\\w*`, 'g'))) {
        const span = { start: index, end: index + word.length };
        yield { on: { source, span, path: [], stablePath: [word] }, message: `${word}.` };
      }
    },
  });
}

const words = defineCategory({ id: 'words', title: '', summary: '', rules: [wordRule('bad'), wordRule('ugly')] });
const rules = [...words.rules, ...itself.rules];
const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\n';

/** What is seen and what is silenced, in short: `BAD1`, `-BAD2 (why)`, `unused-ignore: …`. */
function outcome(body: string, options: Partial<LintOptions> = {}): string[] {
  return lint('a.yaml', head + body, { rules, ...options }).diagnostics.map(({ rule, message, suppressed }) => {
    const text = rule === 'bad' || rule === 'ugly' ? message.slice(0, -1) : `${rule}: ${message}`;
    return suppressed ? `-${text} (${suppressed.reason ?? ''})` : text;
  });
}

suite('policy/ignore', (test) => {
  test('holds for a rule by an id that it had before, or of which it was a part', () => {
    const parts = [
      { ...wordRule('bad'), deprecatedIds: ['old'] },
      { ...wordRule('ugly'), deprecatedIds: ['old', 'bad'] },
    ];
    const split = { rules: [...parts, ...itself.rules] };
    assert.equal(outcome('a: BAD1 UGLY1 # cloudrun-lint-ignore old: x\n', split), ['-BAD1 (x)', '-UGLY1 (x)']);
    assert.equal(outcome('a: UGLY1 # cloudrun-lint-ignore bad: x\n', split), ['-UGLY1 (x)']);
    assert.equal(outcome('a: BAD1 # cloudrun-lint-ignore ugly: x\n', split), [
      'BAD1',
      'unused-ignore: "ugly" finds nothing here, so the comment is not needed.',
    ]);
    // Named by both, it is silenced by its own.
    assert.equal(outcome('a: UGLY1 # cloudrun-lint-ignore ugly, bad: x\n', split), [
      '-UGLY1 (x)',
      'unused-ignore: "bad" finds nothing here, so the comment is not needed.',
    ]);
    const locked = { ...split, locked: new Set(['ugly']) };
    assert.equal(outcome('a: BAD1 UGLY1 # cloudrun-lint-ignore old: x\n', locked), ['-BAD1 (x)', 'UGLY1']);
  });

  test('holds for what begins on the line', () => {
    assert.equal(outcome('a: BAD1 # cloudrun-lint-ignore bad: why not\nb: BAD2\n'), ['-BAD1 (why not)', 'BAD2']);
    assert.equal(outcome('c:\n  - name: BAD1 # cloudrun-lint-ignore bad: x\n    d: BAD2\n  - name: BAD3\n'), [
      '-BAD1 (x)',
      '-BAD2 (x)',
      'BAD3',
    ]);
    assert.equal(outcome('c: # cloudrun-lint-ignore bad: x\n  d:\n  - BAD1\ne: BAD2\n'), ['-BAD1 (x)', 'BAD2']);
    assert.equal(outcome('c:\n- a: {\n    d: BAD1, # cloudrun-lint-ignore bad: x\n    e: BAD2 }\n'), [
      '-BAD1 (x)',
      'BAD2',
    ]);
    assert.equal(outcome('c:\n- # cloudrun-lint-ignore bad: x\n  a: BAD1\n- BAD2\n'), ['-BAD1 (x)', 'BAD2']);
    assert.equal(outcome('BAD1: # cloudrun-lint-ignore bad: x\nb: BAD2\n'), ['-BAD1 (x)', 'BAD2']);
    assert.equal(outcome('c: {d: BAD1, e: BAD2} # cloudrun-lint-ignore bad: x\nb: BAD3'), [
      '-BAD1 (x)',
      '-BAD2 (x)',
      'BAD3',
    ]);
  });

  test('holds from a line above, other comments in between', () => {
    const body = (between: string) => `a:\n  # cloudrun-lint-ignore bad: x\n${between}  b: BAD1\n  c: BAD2\n`;
    for (const between of ['', '  # [START b]\n', '\n', '  # more\n\n  #\n']) {
      assert.equal(outcome(body(between)), ['-BAD1 (x)', 'BAD2']);
    }
    assert.equal(outcome(body('').replaceAll('\n', '\r\n')), ['-BAD1 (x)', 'BAD2']);
    assert.equal(outcome('# cloudrun-lint-ignore bad: x\n# cloudrun-lint-ignore ugly: y\na: BAD1 UGLY1\nb: BAD2\n'), [
      '-BAD1 (x)',
      '-UGLY1 (y)',
      'BAD2',
    ]);
  });

  test('holds for a whole item from a line above it, whatever stands before', () => {
    const other = 'c:\n  - name: BAD1\n  # another remark\n\n';
    assert.equal(outcome(`${other}  # cloudrun-lint-ignore bad: x\n  - name: e\n    d: BAD2\n  - BAD3\n`), [
      'BAD1',
      '-BAD2 (x)',
      'BAD3',
    ]);
  });

  test('names several rules', () => {
    assert.equal(outcome('a: BAD1 UGLY1 # cloudrun-lint-ignore bad , ugly: x: y\n'), ['-BAD1 (x: y)', '-UGLY1 (x: y)']);
    assert.equal(outcome('a: BAD1 # cloudrun-lint-ignore bad -- habit from elsewhere\n'), [
      '-BAD1 (habit from elsewhere)',
    ]);
  });

  test('holds for the file from its top', () => {
    const file = '# cloudrun-lint-ignore-file bad: all of it\n';
    const all = lint('a.yaml', `# Copyright\n\n${file}---\n${head}a: BAD1\n---\nb: BAD2\n`, { rules }).diagnostics;
    assert.equal(
      all.map(({ suppressed }) => suppressed?.reason),
      ['all of it', 'all of it'],
    );
    assert.equal(outcome(`${file}a: BAD1\n`).length, 2);
    assert.match(outcome(`${file}a: BAD1\n`)[0]!, /unused-ignore: .*above its first line/);
  });

  test('reports what is not needed, the innermost comment being the one that works', () => {
    assert.equal(outcome('c: # cloudrun-lint-ignore bad: x\n  d: BAD1 # cloudrun-lint-ignore bad: y\n'), [
      'unused-ignore: "bad" finds nothing here, so the comment is not needed.',
      '-BAD1 (y)',
    ]);
    assert.equal(outcome('c: d\n# cloudrun-lint-ignore bad: x\n').length, 1);
    assert.equal(outcome('c: "# cloudrun-lint-ignore bad: x"\nd: |\n  # cloudrun-lint-ignore bad: x\n'), []);
  });

  test('keeps quiet about rules that did not run, and about files that could not be read', () => {
    const knownRules = new Map(['bad', 'ugly'].map((id) => [id, [id]]));
    const body = 'a: b # cloudrun-lint-ignore ugly: x\n';
    assert.equal(outcome(body, { rules: rules.filter(({ id }) => id !== 'ugly'), knownRules }), []);
    assert.equal(outcome(`${body}c: "\n`), []);
    assert.equal(outcome(body, { rules: words.rules }), []);
  });

  test('silences no rule that is locked', () => {
    assert.equal(outcome('a: BAD1 # cloudrun-lint-ignore bad: x\n', { locked: new Set(['bad']) }), [
      'BAD1',
      'unused-ignore: "bad" is locked by the configuration, so that no comment can silence it.',
    ]);
  });

  test('silences nothing on request', () => {
    const body = 'a: BAD1 # cloudrun-lint-ignore bad\nb: c # cloudrun-lint-ignore nonsense: x\n';
    assert.equal(outcome(body, { ignoreComments: false }), ['BAD1']);
  });

  test('lets a comment silence what is said of comments', () => {
    assert.equal(outcome('# cloudrun-lint-ignore ignore-without-reason: x\na: BAD1 # cloudrun-lint-ignore bad\n'), [
      '-BAD1 ()',
      '-ignore-without-reason: This comment does not say why "bad" is ignored here. (x)',
    ]);
  });

  test('takes out what is not needed, and only that', () => {
    const fixed = (body: string) => {
      const lintBody = (text: string) => lint('a.yaml', text, { rules }).diagnostics;
      return fixText(head + body, { unsafe: false, lint: lintBody }).text.slice(head.length);
    };
    assert.is(fixed('a: b # cloudrun-lint-ignore bad: x\nc: d\n'), 'a: b\nc: d\n');
    assert.is(fixed('  # cloudrun-lint-ignore bad: x\nc: d\n'), 'c: d\n');
    assert.is(fixed('c: d\r\n# cloudrun-lint-ignore bad: x\r\n'), 'c: d\r\n');
    assert.is(fixed('a: b # cloudrun-lint-ignore bad, ugly: x\nc: d\n'), 'a: b\nc: d\n');
    assert.is(fixed('a: BAD1 # cloudrun-lint-ignore bad, ugly: x'), 'a: BAD1 # cloudrun-lint-ignore bad: x');
    assert.is(fixed('a: UGLY1 # cloudrun-lint-ignore bad, ugly: x'), 'a: UGLY1 # cloudrun-lint-ignore ugly: x');
    assert.is(fixed('a: b # from-param: x # cloudrun-lint-ignore bad: x'), 'a: b # from-param: x');
  });

  test('reads any number of comments', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `k${i}: BAD # cloudrun-lint-ignore bad: x`);
    const stack = Array.from({ length: 20_000 }, () => '# cloudrun-lint-ignore ugly: x');
    const found = outcome([...lines, ...stack, 'last: UGLY'].join('\n'));
    assert.is(found.filter((line) => line.startsWith('-')).length, 20_001);
  });
});
