import { categories, rules } from '../../rules/index.ts';
import { formats } from '../../src/format/index.ts';
import { type LintOptions, lint } from '../../src/lint.ts';
import { compare, record } from '../../src/policy/baseline.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { configLayer } from '../../src/policy/layer.ts';
import { makePolicy, policyForFile } from '../../src/policy/policy.ts';
import { type Size, service } from './generate.ts';
import { median, ms, table } from './statistics.ts';

/** Something that costs, ready to be done again and again. */
type Work = () => void;

/** What an author can have more of, with the number that the smallest measured file has. */
const dimensions: readonly (readonly [string, number, (count: number) => Work])[] = [
  ['containers', 100, linting((containers) => service({ containers, env: 2 }))],
  ['variables', 1000, linting((env) => service({ containers: 1, env }))],
  ['lines of comment', 100, linting((comments) => service({ containers: 1, env: 20, comments }))],
  ['ignore comments', 500, linting((ignores) => service({ containers: 1, env: ignores, ignores }))],
  ['volumes and mounts', 500, linting((volumes) => service({ volumes }))],
  ['annotations', 1000, linting((annotations) => service({ annotations }))],
  ['arguments', 1000, linting((args) => service({ args }))],
  ['traffic targets', 500, linting((traffic) => service({ traffic }))],
  ['documents', 50, linting((count) => times(count, (i) => service({}, `s-${i}`)).join('---\n'))],
  ['length of one value', 10_000, linting((length) => withValue('x y'.repeat(length / 3)))],
  ['depth of nesting', 20, linting((depth) => withValue('['.repeat(depth) + ']'.repeat(depth)))],
  [
    'labels',
    1000,
    linting((count) => after('  name: shop', ['  labels:', ...times(count, (i) => `    l${i}: v${i}`)])),
  ],
  [
    'items of a secret volume',
    1000,
    linting((count) => {
      const items = times(count, (i) => `              - { key: "${i + 1}", path: file-${i} }`);
      const volume = ['        - name: s', '          secret:', '            secretName: s', '            items:'];
      return after('      timeoutSeconds: 300', ['      volumes:', ...volume, ...items]);
    }),
  ],
  ['waits of one container', 500, linting((count) => withOrder({ app: times(count, (i) => `c-${i}`) }))],
  [
    'waiting containers',
    500,
    linting((count) => withOrder(Object.fromEntries(times(count, (i) => [`c${i}`, ['app']])))),
  ],
  ['placeholders', 1000, linting((count) => withNotes(count, (i) => `\${VALUE_${i}}`))],
  ['aliases', 1000, linting((count) => withNotes(count, (i) => (i === 0 ? '&note text' : '*note')))],
  ['anchors', 1000, linting((count) => withNotes(count, (i) => `&note${i} text`))],
  ['merges of one mapping', 250, linting((count) => after('kind: Service', ['x: &x { a: b }', ...merges(count)]))],
  [
    'keys written twice',
    1000,
    linting((count) =>
      after(
        '  name: shop',
        times(count, () => '  generateName: x'),
      ),
    ),
  ],
  [
    'unknown fields',
    500,
    linting((count) =>
      after(
        '  name: shop',
        times(count, (i) => `  anotations${i}: x`),
      ),
    ),
  ],
  [
    'syntax errors',
    500,
    linting((count) =>
      after(
        '  name: shop',
        times(count, () => '  a: b: c'),
      ),
    ),
  ],
  ['findings on one line, pretty', 100, formatting('pretty')],
  ['findings on one line, sarif', 100, formatting('sarif')],
  ['findings on one line, markdown', 100, formatting('markdown')],
  ['findings on one line, rdjson', 100, formatting('rdjson')],
  ['findings on one line, github', 100, formatting('github')],
  [
    'entries of a baseline',
    500,
    (count) => {
      const { diagnostics } = lint('a.yaml', onOneLine(count), { rules });
      const entries = record(diagnostics);
      return () => void compare(diagnostics, entries);
    },
  ],
  [
    'overrides',
    100,
    (count) => {
      const options = configured(count);
      const text = onOneLine(100);
      return () => void lint('/r/a.yaml', text, options);
    },
  ],
];

const writers = new Map(
  await Promise.all(Object.entries(formats).map(async ([name, { load }]) => [name, await load()] as const)),
);

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

function linting(make: (count: number) => string): (count: number) => Work {
  return (count) => {
    const text = make(count);
    return () => void lint('a.yaml', text, { rules });
  };
}

/** Many findings on one line, written in a format. */
function formatting(format: string): (count: number) => Work {
  return (count) => {
    const text = onOneLine(count);
    const { diagnostics } = lint('a.yaml', text, { rules });
    const report = { diagnostics, rules, files: [{ path: 'a.yaml', resources: 1, text }] };
    return () => void writers.get(format)!(report, { colors: false, version: '1.0.0', width: 80, root: '' });
  };
}

/** Variables of one container that all have something wrong, on one line. */
function onOneLine(count: number): string {
  const variables = times(count, (i) => `{ name: "=${i}", value: x, valeu: y }`);
  return after('            limits: { cpu: 1000m, memory: 512Mi }', [`          env: [${variables.join(', ')}]`], 0);
}

/** Options with so many overrides, none of which speaks of what is found. */
function configured(count: number): LintOptions {
  const lines = times(count, (i) => `  - { service: "other-${i}", rules: { schema: info } }\n`);
  const parsed = parseConfig('cloudrun-lint.yaml', `overrides:\n${lines.join('')}`, categories);
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message);
  const policy = makePolicy([configLayer(parsed.config, '/r', categories)], { levels: new Map() }, categories);
  return policyForFile(policy, '/r/a.yaml', categories);
}

/** A service with more lines behind one of its own. */
function after(line: string, lines: readonly string[], env = 6): string {
  return service({ env }).replace(`${line}\n`, () => `${[line, ...lines].join('\n')}\n`);
}

function withNotes(count: number, value: (index: number) => string): string {
  return service({ annotations: count }).replace(/"text (\d+)"/g, (_, i) => value(Number(i)));
}

function withOrder(order: Readonly<Record<string, readonly string[]>>): string {
  return service({}).replace(/(container-dependencies: ).*/, (_, key) => `${key}'${JSON.stringify(order)}'`);
}

/** Mappings that each merge the one before. */
function merges(count: number): string[] {
  return times(count, (i) => `x${i}: &x${i} { <<: *x${i === 0 ? '' : i - 1}, k${i}: v }`);
}

function withValue(value: string): string {
  return service({ annotations: 1 } satisfies Size).replace('"text 0"', value);
}

/** How the cost grows where a file has twice as much of something: 2 is linear, 4 is quadratic. */
export function growth(): string {
  const rows = dimensions.map(([name, base, make]) => {
    const sizes = [base, base * 2, base * 4, base * 8];
    const costs = measure(sizes.map(make));
    return [
      name,
      `${base} to ${base * 8}`,
      ...costs.map(ms),
      ...costs.slice(1).map((cost, i) => (cost / costs[i]!).toFixed(1)),
    ];
  });
  const heading = 'Growth: lint with all rules at 1, 2, 4 and 8 times the size, then cost per doubling (2 is linear)';
  return table(heading, rows);
}

function measure(works: readonly Work[]): readonly number[] {
  const costs: number[][] = works.map(() => []);
  for (let round = -1; round < 5; round++) {
    for (const [index, work] of works.entries()) {
      const start = process.cpuUsage();
      work();
      const { user } = process.cpuUsage(start);
      if (round >= 0) costs[index]!.push(user / 1000);
    }
  }
  return costs.map(median);
}
