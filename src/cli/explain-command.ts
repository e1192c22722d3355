import { categories, rules } from '../../rules/index.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { didYouMean } from '../text/suggest.ts';
import { colorings, oneOf, parseOptions } from './args.ts';
import { type Io, UsageError } from './io.ts';
import { withPages } from './pages.ts';
import { listAsText } from './rules-command.ts';
import { toolName, wantsColors } from './terminal.ts';

const options = { format: { type: 'string', short: 'f' }, color: { type: 'string' } } as const;

/**
 * `cloudrun-lint explain ID`: the whole page of a rule, or the rules of a category. A page is set for a terminal where
 * there is one, and is Markdown elsewhere.
 */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, options, 'explain');
  const format = oneOf('--format', values.format ?? (io.isTerminal ? 'terminal' : 'markdown'), [
    'terminal',
    'markdown',
  ]);
  const color = oneOf('--color', values.color ?? 'auto', colorings);
  const [id, more] = positionals;
  if (id === undefined)
    throw new UsageError(`"explain" takes the id of a rule, such as "${toolName(io)} explain yaml-syntax".`);
  if (more !== undefined) throw new UsageError(`"explain" explains one rule at a time: leave out "${more}".`);
  const category = categories.find((candidate) => candidate.id === id);
  const rule =
    rules.find((candidate) => candidate.id === id) ?? rules.find(({ deprecatedIds }) => deprecatedIds?.includes(id));
  if (category) io.out(listAsText([category], toolName(io), io.isTerminal ? io.columns : Number.POSITIVE_INFINITY));
  else if (rule) {
    for (const page of withPages([rule])) {
      const markdown = rulePageMarkdown(page);
      if (format === 'markdown') io.out(markdown);
      else {
        const { renderMarkdown } = await import('../format/terminal-markdown.ts');
        io.out(renderMarkdown(markdown, { colors: wantsColors({ color }, io), width: io.columns }));
      }
    }
  } else {
    const ids = [...rules, ...categories].map((known) => known.id);
    throw new UsageError(`There is no rule or category "${id}".${didYouMean(id, ids)}`);
  }
  return 0;
}
