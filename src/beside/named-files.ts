import type { CommandLine } from '../model/command-line.ts';
import type { Placed } from '../tree/place.ts';

/** A file that a command line names. */
export interface NamedFile {
  /** As written, without `file:` before it. */
  readonly path: string;
  /** The path. */
  readonly on: Placed;
}

/** The arguments that name a configuration, by the id of the product. */
const flags: readonly (readonly [pattern: RegExp, flags: readonly string[]])[] = [
  [/^nginx/, ['-c']],
  [/^envoy$/, ['-c', '--config-path']],
  [/otel|collector/, ['--config']],
];

/** The configurations that a product is given by its command line, in order. */
export function namedFiles(id: string, { words }: Pick<CommandLine, 'words'>): readonly NamedFile[] {
  const names = flags.find(([pattern]) => pattern.test(id))?.[1] ?? [];
  const found: NamedFile[] = [];
  for (const [index, word] of words.entries()) {
    const name = names.find((flag) => word.text === flag || word.text.startsWith(`${flag}=`));
    if (name === undefined) continue;
    const holder = word.text === name ? words[index + 1] : word;
    if (!holder) continue;
    const start = holder === word ? name.length + 1 : 0;
    const from = holder.text.startsWith('file:', start) ? start + 5 : start;
    found.push({ path: holder.text.slice(from), on: holder.part(from) });
  }
  return found;
}
