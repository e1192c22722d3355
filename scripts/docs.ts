import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { globby } from 'globby';
import { renderDocs, replaceTable, ruleTable } from './render-docs.ts';
import { replayTranscripts } from './transcripts.ts';

/** Writes the rule pages and the table in the README from the rules, and replays the console transcripts of all other pages. */
await rm('docs/rules', { recursive: true, force: true });
for (const [path, text] of renderDocs()) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
await writeFile('README.md', replaceTable(await readFile('README.md', 'utf8'), ruleTable()));

for (const page of await globby(['*.md', 'docs/*.md', 'examples/*.md'])) {
  const text = await readFile(page, 'utf8');
  const replayed = await replayTranscripts(text);
  if (replayed !== text) await writeFile(page, replayed);
}
