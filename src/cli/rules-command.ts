import { categories } from '../../rules/index.ts';
import { rulePageUrl } from '../links.ts';
import { oneOf } from './args.ts';
import type { Io } from './io.ts';
import { UsageError } from './io.ts';
import { withPages } from './pages.ts';

/** `cloudrun-lint rules [--format json]`: every rule with its severity and what it finds. */
export async function rulesCommand(argv: readonly string[], io: Io): Promise<number> {
  io.out(readFormat(argv) === 'json' ? await listAsJson() : listAsText());
  return 0;
}

function readFormat(argv: readonly string[]): 'pretty' | 'json' {
  if (argv.length === 0) return 'pretty';
  const [option = '', value = ''] = argv.flatMap((word) => word.split('='));
  if (option !== '--format' && option !== '-f')
    throw new UsageError(`"rules" takes --format json and nothing else, not "${argv[0]}".`);
  return oneOf('--format', value, ['pretty', 'json']);
}

function listAsText(): string {
  const width = Math.max(...categories.flatMap(({ rules }) => rules.map(({ id }) => id.length)));
  const blocks = categories.map(({ title, rules }) => {
    const lines = rules.map(({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`);
    return [title, ...lines, ''].join('\n');
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
      predicts,
      refused,
      fixable,
      references,
      url: rulePageUrl({ category, id }),
    };
  });
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}
