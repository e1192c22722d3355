import { categories } from '../../rules/index.ts';
import { graphFormats } from '../graph/formats.ts';
import { didYouMean } from '../text/suggest.ts';
import { options, parseOptions } from './args.ts';
import { bash } from './completion/bash.ts';
import type { Completable } from './completion/completable.ts';
import { fish } from './completion/fish.ts';
import { zsh } from './completion/zsh.ts';
import { type Io, UsageError } from './io.ts';
import { commandHelp, optionHelp } from './option-help.ts';
import { schemaNames } from './schema-command.ts';

const shells: Readonly<Record<string, (what: Completable) => string>> = { bash, zsh, fish };

/** `cloudrun-lint completion bash|zsh|fish`: a script that a shell reads to complete commands, options, rules and files. */
export async function completionCommand(argv: readonly string[], io: Io): Promise<number> {
  const [shell = '', more] = parseOptions(argv, {}, 'completion').positionals;
  if (more !== undefined) throw new UsageError(`"completion" is for one shell at a time: leave out "${more}".`);
  const names = Object.keys(shells);
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!script) throw new UsageError(`"completion" takes one of ${names.join(', ')}.${didYouMean(shell, names)}`);
  io.out(script(everything()));
  return 0;
}

function everything(): Completable {
  const categoryIds = categories.map(({ id }) => id);
  const ruleIds = [...categoryIds, ...categories.flatMap(({ rules }) => rules.map(({ id }) => id))];
  return {
    commands: Object.entries(commandHelp).map(([name, { means }]) => ({ name, means })),
    words: {
      rules: categoryIds,
      explain: ruleIds,
      schema: schemaNames,
      completion: Object.keys(shells),
    },
    options: Object.entries(optionHelp).map(([name, { means, value, choices }]) => {
      const { short } = options[name as keyof typeof options] as { readonly short?: string };
      const words =
        choices === 'rule' ? ruleIds : choices === 'rule=severity' ? ruleIds.map((id) => `${id}=`) : choices;
      // An option whose value may be left out takes none behind a blank.
      const takesValue = value !== undefined && !value.startsWith('[');
      return { name, short, means, takesValue, values: takesValue ? words : undefined };
    }),
    graphFormats: Object.keys(graphFormats),
  };
}
