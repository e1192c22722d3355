import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { categories } from '../../rules/index.ts';
import { initialConfig } from '../../src/cli/init-command.ts';
import { type Config, parseConfig } from '../../src/policy/config.ts';
import { configJsonSchema } from '../../src/policy/config-json-schema.ts';
import { suite } from '../suite.ts';

/** What is wrong with a configuration, as `line:column message`. */
function problems(text: string): string[] {
  const parsed = parseConfig('c.yaml', text, categories);
  if ('config' in parsed) return [];
  return parsed.problems.map(({ on, message }) => {
    const { line, column } = on.source.position(on.span.start);
    return `${line}:${column} ${message}`;
  });
}

function config(text: string): Config {
  const parsed = parseConfig('c.yaml', text, categories);
  if ('problems' in parsed) throw new Error(parsed.problems[0]?.message);
  return parsed.config;
}

const everything = `extends: [strict, ./base.yaml]
rules:
  default-limits: off
  resources: "error"
exclude: third_party/
overrides:
  - files: [a/**, b]
    service: shop-*
    container: [proxy, agent]
    rules: { default-limits: info, probes: off }
    reason: they have none
catalogue:
  - { image: acme/**, product: envoy, ports: [8080] }
locked: [invalid-cpu, schema]
target: cloud-run
failOn: error
maxWarnings: 10
`;

suite('policy/config', (test) => {
  test('reads every setting, with its line', () => {
    const read = config(everything);
    assert.equal(
      read.extends.map(({ name }) => name),
      ['strict', './base.yaml'],
    );
    assert.equal(
      [...read.levels],
      [
        ['default-limits', { value: 'off', from: 'c.yaml:3' }],
        ['resources', { value: 'error', from: 'c.yaml:4' }],
      ],
    );
    assert.equal(read.exclude, ['third_party/']);
    const [override] = read.overrides;
    assert.equal(override?.files, ['a/**', 'b']);
    assert.equal(override?.services, ['shop-*']);
    assert.equal(override?.containers, ['proxy', 'agent']);
    assert.equal(
      [...(override?.levels ?? [])],
      [
        ['default-limits', 'info'],
        ['probes', 'off'],
      ],
    );
    assert.equal(read.catalogue, [{ image: 'acme/**', product: 'envoy', ports: [8080] }]);
    assert.equal([...read.locked.keys()], ['invalid-cpu', 'schema']);
    assert.equal(read.target, { value: 'cloud-run', from: 'c.yaml:15' });
    assert.equal(read.failOn, { value: 'error', from: 'c.yaml:16' });
    assert.equal(read.maxWarnings, { value: 10, from: 'c.yaml:17' });
  });

  test('reads nothing, comments and JSON', () => {
    for (const text of ['', '# nothing\n', '---\n', '{}', 'rules:\n', '\ufeff# x\n']) assert.equal(problems(text), []);
    assert.equal(config('{\n\t"rules": {\n\t\t"invalid-cpu": "off"\n\t}\n}\n').levels.get('invalid-cpu')?.value, 'off');
  });

  test('names what is unknown and what was meant', () => {
    assert.equal(problems('rule:\n  a: off\n'), ['1:1 There is no setting "rule" here. Did you mean "rules"?']);
    assert.equal(problems('rules:\n  defualt-limits: off\n'), [
      '2:3 There is no rule or category "defualt-limits". Did you mean "default-limits"?',
    ]);
    assert.equal(problems('rules: { invalid-cpu: warn }\n'), [
      '1:23 This cannot be "warn": it is one of off, info, warning, error. Did you mean "warning"?',
    ]);
    assert.equal(problems('extends: recomended\n'), [
      '1:10 There is no profile "recomended". Did you mean "recommended"?',
    ]);
    assert.match(problems('extends: toString\n')[0]!, /There is no profile "toString"\./);
    assert.match(problems('extends: base\n')[0]!, /A file is named with its folder: "\.\/base"\./);
    assert.equal(problems('locked: [invalid-cpus]\n'), [
      '1:10 There is no rule or category "invalid-cpus". Did you mean "invalid-cpu"?',
    ]);
    assert.match(
      problems('catalogue: [{ image: a, product: envoi }]\n')[0]!,
      /no product "envoi"\. Did you mean "envoy"/,
    );
    assert.match(problems('overrides:\n- rules: { nonsense: info }\n')[0]!, /^2:12 There is no rule or category/);
  });

  test('names what has the wrong type, is missing or out of range', () => {
    assert.equal(problems('- a\n'), ['1:3 This has to be a mapping.']);
    assert.equal(problems('rules: [a]\n'), ['1:1 This has to be a mapping.']);
    assert.equal(problems('overrides: x\n'), ['1:12 This has to be a list.']);
    assert.equal(problems('exclude: { a: b }\n'), ['1:1 This has to be a text.']);
    assert.equal(problems('maxWarnings: many\n'), ['1:14 This has to be a whole number.']);
    assert.equal(problems('maxWarnings: -1\n'), ['1:14 This number is at least 0.']);
    assert.equal(problems('catalogue:\n- image: a\n  ports: [0]\n'), ['3:11 This number is from 1 to 65535.']);
    assert.equal(problems('catalogue:\n- product: envoy\n'), ['2:3 "image" is missing here.']);
    assert.equal(problems('catalogue:\n- image: a\n'), [
      '2:10 This entry says nothing of the image: add "product", "role" or "ports".',
    ]);
    assert.equal(problems('exclude: [a, ]\nlocked:\n-\n').length, 1);
    assert.match(problems('overrides:\n- files: a\n')[0]!, /"rules" is missing/);
    assert.equal(problems('overrides:\n- rules: { invalid-cpu: off }\n'), [
      '2:25 An override that switches a rule off says why: add "reason".',
    ]);
  });

  test('takes no key twice, no second document and no broken YAML', () => {
    assert.equal(problems('rules:\n  invalid-cpu: off\nrules: {}\n'), ['3:1 "rules" is written twice.']);
    assert.match(problems('failOn: error\n---\nfailOn: info\n')[0]!, /^3:1 .*one document/);
    assert.match(problems('rules: "\n')[0]!, /^2:1 A character is missing/);
    assert.match(problems('a: *b\n')[0]!, /anchor/);
  });

  test('finds every mistake at once', () => {
    assert.is(problems('failOn: always\nmaxWarnings: x\ntarget: gke\n').length, 3);
  });

  test('what init writes is valid, with all of its suggestions too', () => {
    assert.equal(problems(initialConfig), []);
    const taken = initialConfig.replace(/^#(?=\S| {2,})/gm, '');
    assert.equal(problems(taken), []);
    assert.ok(config(taken).catalogue.length > 0);
  });

  test('the committed schema is current (npm run generate)', async () => {
    const schema = `${JSON.stringify(configJsonSchema(categories), null, 2)}\n`;
    assert.is(await readFile('schemas/config.json', 'utf8'), schema);
  });

  test('the published schema takes what we take', () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(
      configJsonSchema(categories),
    );
    for (const text of [everything, initialConfig.replace(/^#(?=\S| {2,})/gm, '')]) {
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
    }
    for (const text of [
      'rules: { nonsense: off }',
      'locked: nonsense',
      'failOn: x',
      'catalogue: [{ product: envoy }]',
    ]) {
      assert.not(validate(parse(text)), text);
    }
  });
});
