import { pathToFileURL } from 'node:url';
import { KindGuard, type TSchema } from '@sinclair/typebox';
import type { Plugin } from 'rolldown';
import * as schemas from '../../src/model/schema/index.ts';

const plain = '\0plain-schemas';

/** Words that only people read: the published schemas hold them, a run over a file does not. */
const forPeople = new Set(['description', 'x-source']);

/**
 * Puts the finished schemas in place of the code that makes them, so that a run neither loads the schema library nor
 * calls it.
 */
export const plainSchemas: Plugin = {
  name: 'plain-schemas',
  resolveId: { filter: { id: /^\0plain-schemas$/ }, handler: () => plain },
  load: {
    filter: { id: /^\0plain-schemas$|\/src\/model\/schema\/[a-z-]+\.ts$/ },
    async handler(id) {
      if (id === plain) return writeSchemas();
      const values: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href);
      if (!Object.values(values).every((value) => KindGuard.IsSchema(value))) return null;
      const names = Object.keys(values).filter((name) => name in schemas);
      return `export { ${names.join(', ')} } from '${plain}';`;
    },
  },
};

/** A module with every schema as data. What occurs more than once is written once. */
function writeSchemas(): string {
  const constants = new Map<string, string>();
  const write = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
    const entries = Object.entries(value).filter(([key, part]) => !(forPeople.has(key) && typeof part === 'string'));
    const text = `{ ${entries.map(([key, part]) => `${JSON.stringify(key)}: ${write(part)}`).join(', ')} }`;
    if (!constants.has(text)) constants.set(text, `shape${constants.size}`);
    return constants.get(text)!;
  };
  const exports = Object.entries(schemas as Readonly<Record<string, unknown>>)
    .filter((entry): entry is [string, TSchema] => KindGuard.IsSchema(entry[1]))
    .map(([name, schema]) => `export { ${write(schema)} as ${name} };`);
  return [...[...constants].map(([text, name]) => `const ${name} = ${text};`), ...exports].join('\n');
}
