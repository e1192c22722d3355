import { categories } from '../../rules/index.ts';
import { type PublishedKind, publishedKinds, publishedSchema } from '../model/json-schema.ts';
import { configJsonSchema } from '../policy/config-json-schema.ts';
import { didYouMean } from '../text/suggest.ts';
import { parseOptions } from './args.ts';
import { type Io, UsageError } from './io.ts';

const kinds = [...(Object.keys(publishedKinds) as PublishedKind[]), 'config'] as const;

/** `cloudrun-lint schema service|job|worker-pool|config`: the JSON Schema of a kind of manifest or of our own file. */
export async function schemaCommand(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', more] = parseOptions(argv, {}, 'schema').positionals;
  if (more !== undefined) throw new UsageError(`"schema" prints one schema at a time: leave out "${more}".`);
  const kind = kinds.find((known) => known === name);
  if (kind === undefined) {
    throw new UsageError(`"schema" takes one of ${kinds.join(', ')}.${didYouMean(name, kinds)}`);
  }
  const schema = kind === 'config' ? configJsonSchema(categories) : publishedSchema(kind);
  io.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
