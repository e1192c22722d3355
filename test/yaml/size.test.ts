import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { tooLarge } from '../../src/yaml/size.ts';
import { withoutStacks } from '../../src/yaml/without-stacks.ts';
import { suite } from '../suite.ts';

const head = 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\n';
const longest = 4_000_000;

/** What repeats a unit up to the longest text, by what the text begins with. */
function filled(unit: string, start = head): string {
  return start + unit.repeat((longest - start.length) / unit.length);
}

/** CPU seconds that one lint takes. */
function seconds(text: string): number {
  const start = process.cpuUsage();
  lint('service.yaml', text, { rules, explicit: true });
  return process.cpuUsage(start).user / 1e6;
}

suite('yaml/size', (test) => {
  for (const [name, text, reason] of [
    ['brackets that close', filled(']'), /closes more than 1,000 brackets/],
    ['documents', filled('---\n', ''), /holds more than 2,000 documents/],
    ['tags', filled('!a '), /holds more than 250,000 words/],
    ['items', filled('a,', `${head}x: [`), /holds more than 250,000 words/],
    ['one character more', `${filled('#\n')}##`.padEnd(longest + 1), /is larger than 4 million characters/],
  ] as const) {
    test(`refuses a text of the longest size that is nothing but ${name}`, () => {
      const [first, ...others] = lint('service.yaml', text, { rules, explicit: true }).diagnostics;
      assert.is(first?.rule, 'yaml-syntax');
      assert.match(first!.message, reason);
      assert.equal(others, []);
    });
  }

  test('reads what is large and ordinary', () => {
    const variables = Array.from({ length: 10_000 }, (_, i) => `        - { name: V${i}, value: x }\n`).join('');
    for (const text of [
      `${head}x:\n${variables}`,
      filled('# a comment\n'),
      `${head}x: |\n${'  text\n'.repeat(500_000)}`,
    ])
      assert.is(tooLarge(text), undefined);
    assert.is(tooLarge(`${head}a: [${'[], '.repeat(30_000)}]\n`), undefined);
  });

  test('spends no more on what is wrong than on what is right, and leaves stacks to others', () => {
    const { stackTraceLimit } = Error;
    const text = (line: string) => `${head}${line.repeat(30_000)}`;
    seconds(text('"\n'));
    const right = seconds(text('- a\n').replace(head, 'x:\n'));
    const wrong = seconds(text('"\n'));
    assert.ok(wrong < 2 * right + 0.3, `${wrong} s, beside ${right} s`);
    assert.is(Error.stackTraceLimit, stackTraceLimit);
    assert.is(
      withoutStacks(() => Error.stackTraceLimit),
      0,
    );
    assert.throws(() =>
      withoutStacks(() => {
        throw new Error();
      }),
    );
    assert.is(Error.stackTraceLimit, stackTraceLimit);
  });
  test('bears placeholders on one line in linear time', () => {
    const text = (count: number) => `${head}note: ${'{{ .x }},'.repeat(count)}\n`;
    lint('service.yaml', text(1000), { rules, explicit: true });
    const small = seconds(text(4000));
    assert.ok(seconds(text(32_000)) < 30 * small + 0.5);
  });
  test('bears comments in brackets that are not indented in linear time', () => {
    const text = (count: number) => `${head}x: [${'#\n'.repeat(count)}]\n`;
    lint('service.yaml', text(1000), { rules, explicit: true });
    const small = seconds(text(15_000));
    assert.ok(seconds(text(120_000)) < 20 * small + 0.2);
  });
  for (const [what, line] of [
    ['of any names', (i: number) => `    run.googleapis.com/note${i}: "x"\n`],
    ['all called "key"', () => '    key: run.googleapis.com/note\n'],
  ] as const) {
    test(`bears many annotations ${what} in linear time`, () => {
      const text = (count: number) =>
        `${head}  annotations:\n${Array.from({ length: count }, (_, i) => line(i)).join('')}`;
      lint('service.yaml', text(1000), { rules, explicit: true });
      const small = seconds(text(5000));
      assert.ok(seconds(text(40_000)) < 20 * small + 0.2);
    });
  }
});
