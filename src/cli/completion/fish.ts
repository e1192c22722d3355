import { type Completable, quoted } from './completable.ts';

/** The script for fish 3 or newer. Files are completed by fish itself. */
export function fish({ commands, words, options, graphFormats }: Completable): string {
  const complete = (rest: string): string => `complete -c cloudrun-lint ${rest}`;
  const drawn = "'__fish_seen_subcommand_from graph'";
  return `# fish completion of cloudrun-lint: cloudrun-lint completion fish | source
${[
  ...commands.map(({ name, means }) => complete(`-n __fish_use_subcommand -a ${name} -d ${quoted(means)}`)),
  ...Object.entries(words).map(([command, list]) =>
    complete(`-n '__fish_seen_subcommand_from ${command}' -f -a ${quoted(list.join(' '))}`),
  ),
  complete(`-n ${drawn} -s f -l format -x -a ${quoted(graphFormats.join(' '))}`),
  ...options.map(({ name, short, means, takesValue, values }) => {
    const names = `${short === undefined ? '' : `-s ${short} `}-l ${name} -d ${quoted(means)}`;
    // The formats of a graph are others.
    const where = name === 'format' ? `-n 'not __fish_seen_subcommand_from graph' ` : '';
    if (!takesValue) return complete(where + names);
    if (values === 'file') return complete(`${where}${names} -r`);
    return complete(`${where}${names} -x${values === undefined ? '' : ` -a ${quoted(values.join(' '))}`}`);
  }),
].join('\n')}
`;
}
