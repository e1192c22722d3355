import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { fix, lint, rules } from '../src/library/index.ts';
import type { SearchEntry } from '../src/web/search.ts';
import { installDebian } from './editors/install.ts';
import { checkPages } from './site/check-pages.ts';

/**
 * `npm run try-site`: checks the site that `npm run site` has made: its HTML, every link and anchor, and in Chromium
 * the playground and the search. Exit code 1, with a line for each fault. `CHROMIUM` names the browser; without it
 * that of Debian's package `chromium` is installed and taken.
 */
const folder = 'build/site';
/** What the first findings of the playground wait for, compressed as GitHub Pages does it, in bytes. */
const mostBeforeProse = 390_000;
const faults: string[] = [...(await checkPages(folder))];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const server = createServer(async (request, response) => {
  const path = join(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
  if (!existsSync(path)) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': types[extname(path)] }).end(await readFile(path));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
if (!process.env.CHROMIUM) await installDebian('chromium');
const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const example = 'opentelemetry-collector/wrong.yaml';
const tree = Object.fromEntries(
  await Promise.all(
    ['wrong.yaml', 'config.yaml', 'secrets.sh'].map(
      async (name) => [name, await readFile(`examples/opentelemetry-collector/${name}`, 'utf8')] as const,
    ),
  ),
);
const text = tree['wrong.yaml']!;
const options = { path: 'wrong.yaml', files: tree };

const beforeProse = (await readFile(join(folder, 'playground.html'), 'utf8')).split(
  '<script type="application/json" id="prose-data">',
)[0]!;
const compressed = gzipSync(beforeProse).length;
console.log(`${Math.round(compressed / 1000)} kB compressed come before the prose of the playground`);
expect('that is not too much', compressed <= mostBeforeProse, true);

await on('what the playground finds', {}, async (page) => {
  await open(page, `playground.html#example:${example}`);
  const expected = lint(text, options).diagnostics.map(({ message }) => message);
  const shown = await page.locator('.findings li > p:first-child').allTextContents();
  expect(
    'the findings are those of the library',
    shown.map((line) => line.replace(/^\w+ \S+ line \d+ /, '')),
    expected,
  );
  await page.click('#tab-sarif');
  const log = JSON.parse((await page.textContent('#panel-sarif pre')) ?? '');
  expect('SARIF has as many', log.runs[0].results.length, expected.length);
  expect('SARIF has the pages', /^# /.test(log.runs[0].tool.driver.rules[0].help.markdown), true);
  await page.click('#fix-unsafe');
  await page.waitForFunction((count) => document.querySelectorAll('.findings li').length < count, expected.length);
  expect('"Fix all" makes what the library makes', await typed(page), fix(text, { ...options, unsafe: true }).text);
});

await on('several files', {}, async (page) => {
  const rule = rules.find(({ id }) => id === 'misplaced-config')!;
  await open(page, `playground.html#${rule.id}`);
  const names = () => page.locator('#files [role=tab]').allTextContents();
  const own = ['service.yaml', 'edge/Dockerfile', 'edge/nginx.conf'];
  expect('the example comes with its files', await names(), [...own, 'cloudrun-lint.yaml']);
  const place = page.locator('.findings li', { hasText: rule.id }).locator('.place').first();
  expect('a finding names its file', /^edge\/nginx\.conf line \d+$/.test((await place.textContent()) ?? ''), true);
  await place.click();
  expect('it leads there', await page.locator('#files [aria-selected=true]').textContent(), own[2]);
  expect('its text is shown', (await typed(page)).includes('worker_processes'), true);
  await page.fill('#file-name', 'edge/other.conf');
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => !document.querySelector('.findings')?.textContent?.includes(id), rule.id);
  await page.fill('#file-name', 'edge/nginx.conf');
  await page.keyboard.press('Enter');
  await page.waitForFunction((id) => document.querySelector('.findings')?.textContent?.includes(id), rule.id);
  await page.fill('#file-name', 'service.yaml');
  await page.keyboard.press('Enter');
  expect('no two files have one name', await page.textContent('#status'), 'There is a file "service.yaml" already.');
  await page.click('#file-remove');
  await page.click('#file-add');
  await page.keyboard.type('extra.sh');
  await page.keyboard.press('Enter');
  expect('files come and go', await names(), [own[0], own[1], 'extra.sh', 'cloudrun-lint.yaml']);
  await page.click('#share');
  await page.waitForFunction(() => location.hash.startsWith('#v2:'));
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForSelector('.findings li');
  expect('a link carries them', await names(), [own[0], own[1], 'extra.sh', 'cloudrun-lint.yaml']);
});

await on('the examples of a rule', {}, async (page) => {
  const rule = rules.find(({ id }) => id === 'upstream-mismatch')!;
  await page.goto(`${root}rules/${rule.category}/${rule.id}.html`);
  const addresses = await page
    .locator('main a[href*="playground.html#"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const seen = new Set<string>();
  for (const address of addresses) {
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(
      () =>
        document.querySelector('#files')?.children.length &&
        document.querySelector('#status')?.textContent !== 'Loading',
    );
    seen.add(await typed(page));
  }
  expect('each opens another', [addresses.length > 5, seen.size], [true, addresses.length]);
});

await on('Terraform', {}, async (page) => {
  await open(page, 'playground.html');
  await page.selectOption('#examples', 'nginx/wrong.tf');
  await page.waitForFunction(() => document.querySelector('#files')?.textContent?.startsWith('wrong.tf'));
  const files = { 'wrong.tf': await readFile('examples/nginx/wrong.tf', 'utf8') };
  const expected = lint(files['wrong.tf'], { path: 'wrong.tf' }).diagnostics.length;
  await page.waitForFunction((count) => document.querySelectorAll('.findings li').length === count, expected);
  const colors = await page.evaluate(() => {
    const spans = document.querySelector('#editor')?.shadowRoot?.querySelectorAll('.cm-line span') ?? [];
    return new Set([...spans].map((span) => getComputedStyle(span).color)).size;
  });
  expect('it has colours', colors > 1, true);
});

await on('a link of the time when there was one file', {}, async (page) => {
  const packed = new Blob([JSON.stringify(['old.yaml', text, 'rules: {}', 'deploy'])]).stream();
  const bytes = await new Response(packed.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
  await open(page, `playground.html#v1:${Buffer.from(bytes).toString('base64url')}`);
  expect('it opens the same text', await typed(page), text);
  expect('and the profile', await page.inputValue('#profile'), 'deploy');
});

await on('the keyboard alone', {}, async (page) => {
  await open(page, `playground.html#example:${example}`);
  const seen = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''));
  }
  const controls = ['examples', 'profile', 'fix-unsafe', 'share', 'issue'];
  const wanted = [...controls, 'wrong.yaml', 'file-name', 'file-add', 'file-remove', 'editor', 'tab-findings'];
  expect(
    'Tab reaches everything',
    wanted.filter((id) => !seen.has(id)),
    [],
  );
  await page.locator('#files [aria-selected=true]').focus();
  await page.keyboard.press('ArrowRight');
  expect('an arrow goes to the next file', await typed(page), tree['config.yaml']);
  await page.focus('#tab-findings');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#picture');
  expect('an arrow goes to the next tab', await page.locator('#picture').isVisible(), true);
  await page.keyboard.press('F8');
  expect('F8 goes to a finding', await page.evaluate(() => document.activeElement?.id), 'editor');
  expect('in its file', await typed(page), text);
});

await on('a phone', { viewport: { width: 390, height: 844 } }, async (page) => {
  for (const address of [
    `playground.html#example:${example}`,
    'index.html',
    'playground.html#misplaced-config',
    'rules/index.html',
    'rules/proxy/upstream-mismatch.html',
    'docs/from-gke.html',
    'products/datadog-agent.html',
  ]) {
    await page.goto(root + address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(`${address} is no wider than the screen`, width <= 390, true);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  await on(`accessibility, ${colorScheme}`, { colorScheme, bypassCSP: true }, async (page) => {
    const rule = rules.find(({ id }) => id === 'unreachable-probe')!;
    const addresses = [
      'playground.html',
      'playground.html#misplaced-config',
      'index.html',
      'docs/from-gke.html',
      'rules/index.html',
      `rules/${rule.category}/${rule.id}.html`,
      'rules/proxy/upstream-mismatch.html',
      'products/nginx.html',
    ];
    for (const address of addresses) {
      await page.goto('about:blank');
      await page.goto(root + address);
      if (address.startsWith('playground.html')) {
        await page.waitForSelector('.findings li');
      } else {
        await page.fill('#search', 'probe');
        await page.waitForSelector('#search-results a');
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true;
        });
      }
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        (
          globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run(),
      );
      const said = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
      expect(`${address} has no violation of axe`, said, []);
    }
  });
}

await on('the search', {}, async (page) => {
  await page.goto(`${root}rules/index.html`);
  await page.fill('#search', "Dependent container 'redis' must have startup probe specified");
  const first = page.locator('#search-results a strong').first();
  expect('a refusal finds its rule', await first.textContent(), 'dependency-without-startup-probe');
  const entries: readonly SearchEntry[] = JSON.parse(await readFile(join(folder, 'search.json'), 'utf8'));
  const byQuery = new Map<string, Set<string>>();
  for (const { title, url, names = [], predicts } of entries)
    for (const query of [title, ...names, ...predicts]) byQuery.set(query, (byQuery.get(query) ?? new Set()).add(url));
  for (const { id } of rules) expect(`"${id}" is a title`, byQuery.has(id), true);
  const found = await page.evaluate(
    async (queries) => {
      const box = document.querySelector<HTMLInputElement>('#search')!;
      const firsts: string[] = [];
      for (const query of queries) {
        box.value = query;
        box.dispatchEvent(new Event('input'));
        await new Promise((done) => setTimeout(done));
        firsts.push(document.querySelector<HTMLAnchorElement>('#search-results a')?.href ?? '');
      }
      return firsts;
    },
    [...byQuery.keys()],
  );
  for (const [i, [query, urls]] of [...byQuery].entries())
    expect(`"${query}" finds its page first`, urls.has(found[i]!.replace(root, '')) || found[i], true);
  console.log(`${byQuery.size} titles, names and refusals are looked for`);
});

await on('the filter of rules', {}, async (page) => {
  await page.goto(`${root}rules/index.html`);
  await page.selectOption('#rule-filter [name=severity]', 'error');
  await page.selectOption('#rule-filter [name=fix]', 'safe');
  const expected = rules.filter(({ severity, fixable }) => severity === 'error' && fixable === 'safe');
  expect('as many are shown as there are', await page.locator('#content tbody tr:visible').count(), expected.length);
});

await browser.close();
server.close();
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'The site is as it has to be.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Runs steps in a page of its own; what it prints to the console is a fault, and so is a request of the playground's. */
async function on(what: string, options: BrowserContextOptions, steps: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => faults.push(`${what}: the console says ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${what}: ${error.message}`));
  try {
    await steps(page);
    console.log(what);
  } catch (error) {
    faults.push(`${what}: ${(error as Error).message}`);
  }
  await page.close();
}

/** Opens the playground and waits for the first findings, with one request only. */
async function open(page: Page, address: string): Promise<void> {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request.url());
  });
  const before = Date.now();
  await page.goto(root + address);
  await page.waitForSelector('.findings li');
  console.log(`first findings after ${Date.now() - before} ms`);
  expect('one request is made', requests.length, 1);
}

/** What stands in the editor. */
function typed(page: Page): Promise<string> {
  return page.evaluate(() => {
    const content = document.querySelector('#editor')?.shadowRoot?.querySelector('.cm-content');
    const view =
      (content as unknown as {
        cmTile?: { view: { state: { doc: unknown } } };
        cmView?: { view: { state: { doc: unknown } } };
      }) ?? {};
    return String((view.cmTile ?? view.cmView)?.view.state.doc);
  });
}

function expect(what: string, actual: unknown, expected: unknown): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) faults.push(`${what}: ${is?.slice(0, 600)} instead of ${wanted?.slice(0, 600)}`);
}
