import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../text/suggest.ts';
import { parseOptions } from './args.ts';
import { type Io, UsageError } from './io.ts';

/** The schemas that there are. */
export const schemaNames = ['service', 'job', 'worker-pool', 'instance', 'config'];

/** `cloudrun-lint schema service|job|worker-pool|instance|config`: the JSON Schema of a kind of manifest or of our own file. */
export async function schemaCommand(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', more] = parseOptions(argv, {}, 'schema').positionals;
  if (more !== undefined) throw new UsageError(`"schema" prints one schema at a time: leave out "${more}".`);
  if (!schemaNames.includes(name)) {
    throw new UsageError(`"schema" takes one of ${schemaNames.join(', ')}.${didYouMean(name, schemaNames)}`);
  }
  io.out(readSchema(name));
  return 0;
}

/**
 * A schema as it is published: beside the bundle's folder, or within an executable beside the bundle itself. It is not
 * made here, since the bundle leaves out what only people read.
 */
export function readSchema(name: string): string {
  const folders = ['.', '..', '../..'].map((place) => join(import.meta.dirname, place, 'schemas'));
  return readFileSync(join(folders.find(existsSync) ?? '', `${name}.json`), 'utf8');
}
