import { mkdir, rm, writeFile } from 'node:fs/promises';
import { categories } from '../rules/index.ts';
import { type PublishedKind, publishedKinds, publishedSchema, schemaId } from '../src/model/json-schema.ts';
import { configJsonSchema } from '../src/policy/config-json-schema.ts';
import { quietSchema } from './quiet-schema.ts';

/** Writes the JSON Schemas that editors and other validators load. */
await rm('schemas', { recursive: true, force: true });
await mkdir('schemas/editor', { recursive: true });
for (const kind of Object.keys(publishedKinds) as PublishedKind[]) {
  const schema = publishedSchema(kind);
  await writeFile(`schemas/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  await writeFile(
    `schemas/editor/${kind}.json`,
    `${JSON.stringify({ ...quietSchema(schema), $id: schemaId(`editor/${kind}`) }, null, 2)}\n`,
  );
}
await writeFile('schemas/config.json', `${JSON.stringify(configJsonSchema(categories), null, 2)}\n`);
