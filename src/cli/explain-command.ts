import { categories, rules } from '../../rules/index.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { didYouMean } from '../text/suggest.ts';
import { parseOptions } from './args.ts';
import { type Io, UsageError } from './io.ts';
import { withPages } from './pages.ts';
import { listAsText } from './rules-command.ts';

/** `cloudrun-lint explain ID`: the whole page of a rule, or the rules of a category. */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const [id, more] = parseOptions(argv, {}, 'explain').positionals;
  if (id === undefined)
    throw new UsageError('"explain" takes the id of a rule, such as "cloudrun-lint explain yaml-syntax".');
  if (more !== undefined) throw new UsageError(`"explain" tells of one rule at a time: leave out "${more}".`);
  const category = categories.find((candidate) => candidate.id === id);
  const rule =
    rules.find((candidate) => candidate.id === id) ?? rules.find(({ deprecatedIds }) => deprecatedIds?.includes(id));
  if (category) io.out(listAsText([category]));
  else if (rule) for (const page of withPages([rule])) io.out(rulePageMarkdown(page));
  else {
    const ids = [...rules, ...categories].map((known) => known.id);
    throw new UsageError(`There is no rule or category "${id}".${didYouMean(id, ids)}`);
  }
  return 0;
}
