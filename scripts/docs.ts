import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renderDocs, replaceTable, ruleTable } from './render-docs.ts';

/** Writes the rule pages and the table in the README from the rules. */
await rm('docs/rules', { recursive: true, force: true });
for (const [path, text] of renderDocs()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
await writeFile('README.md', replaceTable(await readFile('README.md', 'utf8'), ruleTable()));
