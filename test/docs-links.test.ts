import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { globby } from 'globby';
import { lexer, type Token, walkTokens } from 'marked';
import * as assert from 'uvu/assert';
import { replayTranscripts } from '../scripts/transcripts.ts';
import { suite } from './suite.ts';

const pages = await globby(['*.md', 'docs/**/*.md', 'examples/**/*.md', '.github/**/*.md']);

function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}

/** The anchors that GitHub gives a page: of its headings, and those written as HTML. */
function anchorsOf(markdown: string): Set<string> {
  const headings = tokensOf(markdown).flatMap((token) => (token.type === 'heading' ? [token.text as string] : []));
  const written = [...markdown.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id!);
  return new Set([...headings.map(slug), ...written]);
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

async function brokenLinks(page: string): Promise<string[]> {
  const markdown = await readFile(page, 'utf8');
  const links = tokensOf(markdown).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? [token.href as string] : [],
  );
  const broken: string[] = [];
  for (const link of links.filter((href) => !/^[a-z]+:/.test(href))) {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
    const text = target.endsWith('.md') && existsSync(target) ? await readFile(target, 'utf8') : undefined;
    if (!existsSync(target) || (anchor && text !== undefined && !anchorsOf(text).has(anchor))) broken.push(link);
  }
  return broken;
}

suite('documentation', (test) => {
  test('every link within the repository leads somewhere', async () => {
    assert.ok(pages.includes('README.md'));
    for (const page of pages) assert.equal(await brokenLinks(page), [], page);
  });

  test('a link that leads nowhere is noticed', async () => {
    assert.ok(anchorsOf('# One `two`: three!\n').has('one-two-three'));
    assert.not.ok(anchorsOf('# One\n').has('two'));
  });

  test('every page can be reached from the README', async () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const token of tokensOf(await readFile(page, 'utf8'))) {
        if (token.type !== 'link' || /^[a-z]+:/.test(token.href)) continue;
        const target = normalize(join(dirname(page), token.href.split('#')[0]));
        if (target.endsWith('.md') && existsSync(target)) reached.add(target);
      }
    }
    assert.equal(
      pages.filter((page) => !reached.has(page)),
      [],
    );
  });

  for (const page of pages.filter((name) => !name.startsWith('docs/rules/'))) {
    test(`the console transcripts in ${page} go as shown (npm run generate)`, async () => {
      const text = await readFile(page, 'utf8');
      assert.is(await replayTranscripts(text), text);
    });
  }
});
