import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n';

/** Nine anchors, each of which repeats the one before nine times: 9^9 nodes if anyone followed them all. */
const bomb = Array.from({ length: 9 }, (_, i) => {
  const repeated = Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join(', ');
  return `  k${i}: &a${i} [${repeated}]\n`;
}).join('');

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a NUL': `${head}  labels: { a: "\0", b: \0 }\n`,
  'control characters': `${head}  labels: { a: \x01\x02, "\x1f": \x7f }\n`,
  'lone surrogates': `${head}  labels: { a: \ud800, b: "\udc00", "\ud83d": x }\n`,
  'an alias without anchor': `${head}spec: *none\n`,
  'an alias inside its own anchor': `${head}spec: &a { template: *a }\n`,
  'a mapping that merges itself': `${head}spec: &a\n  <<: *a\n  template: {}\n`,
  'mappings that merge each other': `${head}x: &x { <<: *y }\ny: &y { <<: *x }\n`,
  'an alias bomb': `${head}spec:\n${bomb}`,
  'an alias bomb by merge keys': `${head}x0: &x0 { a: 1 }\n${Array.from(
    { length: 40 },
    (_, i) => `x${i + 1}: &x${i + 1} { <<: [*x${i}, *x${i}], b${i}: *x${i} }\n`,
  ).join('')}`,
  'flow nested 10,000 deep': `${head}spec: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  'flow mappings nested 10,000 deep': `${head}spec: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`,
  'flow opened 10,000 times': `${head}spec: ${'{'.repeat(10_000)}\n`,
  'blocks nested 2,000 deep': `${head}${Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`,
  'lists nested 10,000 deep': `${head}spec:\n ${'- '.repeat(10_000)}x\n`,
  'an annotation nested 10,000 deep': `${head}spec:\n  template:\n    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: '${'['.repeat(10_000)}'\n`,
  'an annotation with aliases': `${head}spec:\n  template:\n    metadata:\n      annotations:\n        run.googleapis.com/container-dependencies: '{"a": &a [*a], "b": *b, <<: *a}'\n`,
  'containers that are no list of mappings': `${head}spec:\n  template:\n    spec:\n      containers: [1, [2], null, "x", { name: [a], image: { b: c }, env: 3, ports: [[1]] }]\n`,
  'keys that are no scalars': `${head}spec:\n  ? [a, b]\n  : { ? { c: d } : e }\n`,
  tags: `${head}spec: !!binary aGk=\nx: !mine { a: !!int "3" }\ny: !!set { a, b }\n`,
  'a file of one character': '{',
  'prototype names': `${head}spec:\n  __proto__: { a: 1 }\n  constructor: x\n  template: { spec: { containers: [{ name: toString, env: [{ name: __proto__, value: x }] }] } }\n`,
};

suite('hostile texts', (test) => {
  for (const [name, text] of Object.entries(texts)) {
    test(`lints ${name} without harm`, () => {
      const { diagnostics } = lint('service.yaml', text, { rules, explicit: true });
      for (const { span, message, rule, pointer } of diagnostics) {
        assert.is.not(rule, 'internal-error', message);
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${rule} ${pointer}`);
      }
    });
  }

  test('refuses a file beyond all measure without parsing it', () => {
    const [document] = new YamlSource('big.yaml', `a: ${'x'.repeat(4_000_001)}`).documents;
    assert.match(document?.problem?.message ?? '', 'larger than 4 million characters');
    assert.is(document?.root, null);
  });

  test('calls a document broken if its aliases cannot be followed to an end', () => {
    const message = (text: string) => new YamlSource('a.yaml', text).documents[0]?.problem?.message;
    assert.is(message('a: *b'), 'The alias "*b" has no anchor before it.');
    assert.is(message('a: *b\nb: &b 1'), 'The alias "*b" has no anchor before it.');
    assert.is(message('a: &a { b: *a }'), 'The alias "*a" stands inside the value that it repeats.');
    assert.is(message(`a:\n${bomb}`), 'Aliases repeat so much here that the document is not read.');
  });

  test('says that nesting is too deep instead of failing', () => {
    const [document] = new YamlSource('deep.yaml', '['.repeat(100_000)).documents;
    assert.ok(document?.problem);
  });
});
