import { categories } from '../../rules/index.ts';
import { rulePageUrl } from '../links.ts';
import type { Category } from '../rule.ts';
import { wrap } from '../text/cells.ts';
import { didYouMean } from '../text/suggest.ts';
import { oneOf, parseOptions } from './args.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import { withPages } from './pages.ts';
import { toolName } from './terminal.ts';

const options = { format: { type: 'string', short: 'f' } } as const;

/** `cloudrun-lint rules [CATEGORY]... [--format json]`: rules with their severity and what they find; all by default. */
export async function rulesCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, options, 'rules');
  const format = oneOf('--format', values.format ?? 'pretty', ['pretty', 'json']);
  const listed = positionals.length === 0 ? categories : positionals.map((id) => categoryNamed(id, io));
  const width = io.isTerminal ? io.columns : Number.POSITIVE_INFINITY;
  io.out(format === 'json' ? listAsJson(listed) : listAsText(listed, toolName(io), width));
  return 0;
}

function categoryNamed(id: string, io: Io): Category {
  const found = categories.find((category) => category.id === id);
  if (found) return found;
  const hint = categories.some(({ rules }) => rules.some((rule) => rule.id === id))
    ? ` It is a rule: "${toolName(io)} explain ${id}" prints its page.`
    : didYouMean(
        id,
        categories.map((category) => category.id),
      );
  throw new UsageError(`There is no category "${id}".${hint}`);
}

/**
 * The rules of categories, each category under the name that the configuration has for it.
 *
 * @param tool what to type for the tool
 * @param columns lines are no longer, where that leaves room to say something
 */
export function listAsText(listed: readonly Category[], tool: string, columns = Number.POSITIVE_INFINITY): string {
  const width = listed.flatMap(({ rules }) => rules).reduce((most, { id }) => Math.max(most, id.length), 0);
  const blocks = listed.map(({ id: category, title, rules }) => {
    const lines = rules.flatMap(({ id, severity, summary }) => {
      const lead = `  ${id.padEnd(width)}  ${severity.padEnd(7)}  `;
      const [first = '', ...more] = wrap(summary, Math.max(20, columns - lead.length));
      return [lead + first, ...more.map((row) => ' '.repeat(lead.length) + row)];
    });
    return [`${category}: ${title}`, ...lines, ''].join('\n');
  });
  return `${blocks.join('\n')}\n\`${tool} explain ID\` prints the page of one.\n`;
}

function listAsJson(listed: readonly Category[]): string {
  const pages = withPages(listed.flatMap((category) => category.rules));
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
