import { readFile } from 'node:fs/promises';
import { lexer, type Token } from 'marked';
import * as assert from 'uvu/assert';
import { suite } from './suite.ts';

const [english, japanese] = await Promise.all(['README.md', 'README.ja.md'].map(partsOf));

/** What has to be the same in a translation: how deep its headings are, where its links lead, and every block of code. */
async function partsOf(
  file: string,
): Promise<{ readonly depths: number[]; readonly blocks: string[]; readonly links: string[] }> {
  const text = await readFile(file, 'utf8');
  const tokens: readonly Token[] = lexer(text);
  return {
    depths: tokens.flatMap((token) => (token.type === 'heading' ? [token.depth as number] : [])),
    links: [...new Set(Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, address]) => address!))].sort(),
    blocks: tokens.flatMap((token) => (token.type === 'code' ? [token.raw.trim()] : [])),
  };
}

suite('README.ja.md', (test) => {
  test('has the headings of README.md', () => {
    assert.ok(english!.depths.length > 4);
    assert.equal(japanese!.depths, english!.depths);
  });

  test('leads to all pages that README.md leads to', () => {
    assert.ok(english!.links.length > 20);
    const others = ['README.md', 'README.ja.md'];
    const of = (links: readonly string[]) => links.filter((link) => !others.includes(link));
    assert.equal(of(japanese!.links), of(english!.links));
  });

  test('has the commands, output and configuration of README.md', () => {
    assert.ok(english!.blocks.length > 4);
    assert.equal(japanese!.blocks, english!.blocks);
  });
});
