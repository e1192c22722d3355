import { categories } from '../../../rules/index.ts';
import { isFile, parseConfig } from '../../policy/config.ts';
import type { ConfigProblem } from '../../policy/config-problem.ts';
import { configLayer } from '../../policy/layer.ts';
import { type Layer, makePolicy, type Policy } from '../../policy/policy.ts';
import type { Profile } from '../../policy/profile.ts';
import type { Trouble } from '../host.ts';
import { toRange } from '../places.ts';
import type { ClientFiles } from './client-files.ts';
import { folderOf, inFolder, isIn, pathOf } from './uri.ts';

/** No chain of files that extend each other is longer. */
const maxDepth = 20;

/** What a configuration file and those that it extends decide, or what is wrong with them. */
export async function readPolicy(
  uri: string,
  root: string,
  files: ClientFiles,
): Promise<Policy | { readonly troubles: readonly Trouble[] }> {
  const layers: Layer[] = [];
  const folder = pathOf(folderOf(uri));
  const seen = new Set<string>();
  const troublesOf = (of: string, problems: readonly ConfigProblem[]): Trouble[] =>
    problems.map(({ on: { source, span }, message }) => ({ uri: of, range: toRange(source.range(span)), message }));

  /** From the strongest to the weakest, each once, as the command line reads them. */
  const take = async (at: string, text: string, depth: number): Promise<readonly Trouble[]> => {
    seen.add(at);
    const parsed = parseConfig(pathOf(at), text, categories);
    if ('problems' in parsed) return troublesOf(at, parsed.problems);
    layers.push(configLayer(parsed.config, folder, categories));
    for (const { name, on } of parsed.config.extends.toReversed()) {
      if (!isFile(name)) {
        const from = `${pathOf(at)}:${on.source.position(on.span.start).line}`;
        layers.push({ profile: { value: name as Profile, from } });
        continue;
      }
      const next = inFolder(folderOf(at), name);
      if (seen.has(next)) continue;
      const [found] = isIn(next, root) && depth < maxDepth ? await files.read([next]) : [];
      const message = `The configuration file "${name}" cannot be read.`;
      const troubles = found === undefined ? troublesOf(at, [{ on, message }]) : await take(next, found, depth + 1);
      if (troubles.length > 0) return troubles;
    }
    return [];
  };

  const [text = ''] = await files.read([uri]);
  const troubles = await take(uri, text, 0);
  return troubles.length > 0 ? { troubles } : makePolicy(layers.toReversed(), { levels: new Map() }, categories);
}
