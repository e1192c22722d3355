import { readFile } from 'node:fs/promises';
import { lexer, type Token } from 'marked';
import * as assert from 'uvu/assert';
import { suite } from './suite.ts';

const [english, japanese] = await Promise.all(['README.md', 'README.ja.md'].map(partsOf));

/** What has to be the same in a translation: how deep its headings are, and every block of code. */
async function partsOf(file: string): Promise<{ readonly depths: number[]; readonly blocks: string[] }> {
  const tokens: readonly Token[] = lexer(await readFile(file, 'utf8'));
  return {
    depths: tokens.flatMap((token) => (token.type === 'heading' ? [token.depth as number] : [])),
    blocks: tokens.flatMap((token) => (token.type === 'code' ? [token.raw.trim()] : [])),
  };
}

suite('README.ja.md', (test) => {
  test('has the headings of README.md', () => {
    assert.ok(english!.depths.length > 4);
    assert.equal(japanese!.depths, english!.depths);
  });

  test('has the commands, output and configuration of README.md', () => {
    assert.ok(english!.blocks.length > 4);
    assert.equal(japanese!.blocks, english!.blocks);
  });
});
