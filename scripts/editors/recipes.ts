import { readFile } from 'node:fs/promises';

/**
 * The lines that docs/editors.md gives for an editor, so that what people copy is what is tried.
 *
 * @param heading the heading that they stand under, without its signs
 */
export async function recipe(heading: string): Promise<string> {
  const text = await readFile('docs/editors.md', 'utf8');
  const from = text.indexOf(`\n### ${heading}\n`);
  const block = /^```\w+\n([\s\S]*?)^```$/m.exec(text.slice(from))?.[1];
  if (from === -1 || block === undefined) throw new Error(`docs/editors.md has no lines under "${heading}"`);
  return block;
}
