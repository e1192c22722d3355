import { type PublishedKind, publishedKinds, publishedSchema } from '../model/json-schema.ts';
import { didYouMean } from '../suggest.ts';
import { type Io, UsageError } from './io.ts';

const kinds = Object.keys(publishedKinds) as PublishedKind[];

/** `cloudrun-lint schema service|job|worker-pool`: the JSON Schema of one kind of manifest. */
export async function schemaCommand(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', ...rest] = argv;
  const kind = kinds.find((known) => known === name);
  if (kind === undefined || rest.length > 0) {
    throw new UsageError(`"schema" takes one of ${kinds.join(', ')}.${didYouMean(name, kinds)}`);
  }
  io.out(`${JSON.stringify(publishedSchema(kind), null, 2)}\n`);
  return 0;
}
