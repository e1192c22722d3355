import { categories } from '../../rules/index.ts';
import { rulePageUrl } from '../links.ts';
import type { Category } from '../rule.ts';
import { oneOf, parseOptions } from './args.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import { withPages } from './pages.ts';

const options = { format: { type: 'string', short: 'f' } } as const;

/** `cloudrun-lint rules [--format json]`: every rule with its severity and what it finds. */
export async function rulesCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, options, 'rules');
  if (positionals.length > 0) {
    throw new UsageError(`"rules" lists every rule and takes no "${positionals[0]}": "explain" tells of one.`);
  }
  const format = oneOf('--format', values.format ?? 'pretty', ['pretty', 'json']);
  io.out(format === 'json' ? await listAsJson() : listAsText(categories));
  return 0;
}

/** The rules of categories, each category under the name that the configuration has for it. */
export function listAsText(listed: readonly Category[]): string {
  const width = Math.max(...listed.flatMap(({ rules }) => rules.map(({ id }) => id.length)));
  const blocks = listed.map(({ id: category, title, rules }) => {
    const lines = rules.map(({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`);
    return [`${category}: ${title}`, ...lines, ''].join('\n');
  });
  return `${blocks.join('\n')}\n\`cloudrun-lint explain ID\` tells the whole of one.\n`;
}

async function listAsJson(): Promise<string> {
  const pages = withPages(categories.flatMap((category) => category.rules));
  const rules = pages.map(({ id, category, severity, summary, predicts, refused, fixable, references }) => {
    return {
      id,
      category,
      severity,
      summary,
      predicts: predicts === undefined ? undefined : [predicts].flat(),
      refused,
      fixable,
      references,
      url: rulePageUrl({ category, id }),
    };
  });
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}
