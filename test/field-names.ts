import { type PublishedKind, publishedKinds, publishedSchema } from '../src/model/json-schema.ts';

const names = new Set<string>();
for (const kind of Object.keys(publishedKinds) as PublishedKind[]) collect(publishedSchema(kind));

function collect(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value)) if (/[A-Z]/.test(name)) names.add(name);
    collect(value);
  }
}

/** Every field of a manifest whose name can be nothing else: it is of two words. */
export const fieldNames: ReadonlySet<string> = names;
