import { rules } from '../../rules/index.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { didYouMean } from '../text/suggest.ts';
import { type Io, UsageError } from './io.ts';
import { withPages } from './pages.ts';

/** `cloudrun-lint explain ID`: the whole page of a rule. */
export async function explainCommand(argv: readonly string[], io: Io): Promise<number> {
  const [id, ...rest] = argv;
  if (id === undefined || rest.length > 0)
    throw new UsageError('"explain" takes the id of one rule, such as "cloudrun-lint explain yaml-syntax".');
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UsageError(
      `There is no rule "${id}".${didYouMean(
        id,
        rules.map((known) => known.id),
      )}`,
    );
  for (const page of withPages([rule])) io.out(rulePageMarkdown(page));
  return 0;
}
