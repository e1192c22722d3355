import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { type Size, service } from './generate.ts';
import { median, ms, table } from './statistics.ts';

/** What an author can have more of, with the number that the smallest measured file has. */
const dimensions: readonly (readonly [string, number, (count: number) => string])[] = [
  ['containers', 100, (containers) => service({ containers, env: 2 })],
  ['variables', 1000, (env) => service({ containers: 1, env })],
  ['lines of comment', 100, (comments) => service({ containers: 1, env: 20, comments })],
  ['ignore comments', 500, (ignores) => service({ containers: 1, env: ignores, ignores })],
  ['volumes and mounts', 500, (volumes) => service({ volumes })],
  ['annotations', 1000, (annotations) => service({ annotations })],
  ['arguments', 1000, (args) => service({ args })],
  ['traffic targets', 500, (traffic) => service({ traffic })],
  ['documents', 50, (documents) => Array.from({ length: documents }, (_, i) => service({}, `s-${i}`)).join('---\n')],
  ['length of one value', 10_000, (length) => withValue('x y'.repeat(length / 3))],
  ['depth of nesting', 100, (depth) => withValue('['.repeat(depth) + ']'.repeat(depth))],
];

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

function measure(texts: readonly string[]): readonly number[] {
  const costs: number[][] = texts.map(() => []);
  for (let round = -1; round < 5; round++) {
    for (const [index, text] of texts.entries()) {
      const start = process.cpuUsage();
      lint('a.yaml', text, { rules });
      const { user } = process.cpuUsage(start);
      if (round >= 0) costs[index]!.push(user / 1000);
    }
  }
  return costs.map(median);
}
