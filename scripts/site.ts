import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { globby } from 'globby';
import { rolldown } from 'rolldown';
import { categories, rules } from '../rules/index.ts';
import { homepage, site } from '../src/links.ts';
import type { SearchEntry } from '../src/web/search.ts';
import { layout, redirect, type SitePage } from './site/layout.ts';
import { relative, render } from './site/markdown.ts';
import { playground, playgroundExamples } from './site/playground.ts';
import { productPages } from './site/products.ts';
import { refusalsOf } from './site/refusals.ts';
import { rulePageHtml } from './site/rule-page.ts';
import { sinceIn } from './site/since.ts';
import { terraformOf } from './site/terraform.ts';

/**
 * `npm run site`: makes the documentation site and the playground in `build/site/`, from the Markdown of the repository,
 * the rules and the catalogue.
 */
const out = 'build/site';

/** What `src/web/rule-filter.ts` reads. */
const ruleFilter = `<form id="rule-filter" hidden><label>Severity <select name="severity"><option value="">any</option><option>error</option><option>warning</option><option>info</option></select></label> <label>Fix <select name="fix"><option value="">any</option><option>safe</option><option>unsafe</option></select></label> <output role="status"></output></form>`;

const began = performance.now();
await rm(out, { recursive: true, force: true });

const terraform = await terraformOf(rules.map(({ id }) => id));
const since = sinceIn(await readFile('CHANGELOG.md', 'utf8'));
const docs = ['README.md', ...inOrder(await globby('docs/*.md'), await readFile('README.md', 'utf8'))];
const pictures = await globby(['docs/*.svg', 'editors/*/images/*.png']);
const pages: SitePage[] = [
  ...(await Promise.all(docs.map(docPage))),
  rulesPage(),
  ...categories.flatMap((category) => category.rules.map((rule) => rulePage(rule, category.title))),
  ...(await products()),
];
const known = new Set([...pages.map(({ path }) => path), 'playground.html', ...pictures.map((path) => path)]);

for (const page of pages)
  await write(
    page.path,
    layout(
      page,
      pages.filter(({ group }) => group === page.group),
    ),
  );
for (const { category, id, deprecatedIds = [] } of rules) {
  const to = `rules/${category}/${id}.html`;
  for (const old of deprecatedIds.filter((name) => rules.every((rule) => rule.id !== name))) {
    const from = `rules/${category}/${old}.html`;
    await write(from, redirect(from, to));
  }
}
await write('404.html', notFound());
await write('sitemap.xml', sitemap());
await write('site.css', await readFile('scripts/site/site.css', 'utf8'));
const made = Math.round(performance.now() - began);
await write('search.js', await searchScript());
await write('search.json', JSON.stringify(pages.map(entry)));
const examples = await playgroundExamples((await globby('examples/*/*', { ignore: ['examples/editor'] })).sort());
const { html, notices } = await playground(examples, terraform);
await write('playground.html', html);
await write('THIRD-PARTY-NOTICES.txt', notices);
for (const picture of pictures) await write(picture, await readFile(picture));
console.log(`${known.size} pages in ${out}, without the scripts in ${made} ms`);

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), text);
}

/** As a reader meets them who begins with the README and goes on in it. */
function inOrder(files: readonly string[], readme: string): readonly string[] {
  const begin = [
    'installation',
    'getting-started',
    'what-it-reads',
    'configuration',
    'ignores-and-baseline',
    'fixes',
    'placeholders',
  ].map((name) => `docs/${name}.md`);
  const place = (file: string): number => {
    const first = begin.indexOf(file);
    const mentioned = readme.indexOf(file);
    if (first >= 0) return first;
    return begin.length + (mentioned >= 0 ? mentioned : readme.length);
  };
  return [...files].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Where a file of the repository stands on the site; undefined where it does not. */
function placeOf(file: string): string | undefined {
  if (file === 'README.md') return 'index.html';
  if (file === 'docs/rules/README.md') return 'rules/index.html';
  const rule = /^docs\/rules\/(.+)\.md$/.exec(file)?.[1];
  if (rule) return `rules/${rule}.html`;
  if (docs.includes(file)) return file.replace(/\.md$/, '.html');
  return pictures.includes(file) ? file : undefined;
}

/** Links of a file of the repository, as they go on the site; what is not on it is shown by GitHub. */
function linksOf(file: string, path: string): (href: string) => string {
  return (href) => {
    if (/^(?:[a-z]+:|#)/.test(href)) return href;
    const [target = '', anchor] = href.split('#');
    const whole = posix.normalize(posix.join(posix.dirname(file), target));
    const place = placeOf(whole);
    const tail = anchor === undefined ? '' : `#${anchor}`;
    return place ? relative(path, place) + tail : `${homepage}/blob/main/${whole}${tail}`;
  };
}

async function docPage(file: string): Promise<SitePage> {
  const path = placeOf(file)!;
  const { html, headings } = render(await readFile(file, 'utf8'), linksOf(file, path));
  const title = headings[0]!.html.replace(/<[^>]*>/g, '');
  const summary = /<p>([^<]{20,300})/.exec(html)?.[1]?.replaceAll('\n', ' ') ?? title;
  return { path, title, summary, body: html, source: file, group: 'Documentation' };
}

function rulesPage(): SitePage {
  const path = 'rules/index.html';
  const sections = categories.map(
    ({ id, title, summary, rules }) =>
      `<h2 id="${id}">${title}</h2>\n\n${summary}\n\n| rule | severity | fix | finds |\n| --- | --- | --- | --- |\n${rules
        .map(
          (rule) =>
            `| [${rule.id}](${id}/${rule.id}.md) | ${rule.severity} | ${rule.fixable ?? ''} | ${rule.summary.replaceAll('|', '\\|')} |`,
        )
        .join('\n')}`,
  );
  const { html } = render(
    `# Rules\n\n${rules.length} rules.\n\n${sections.join('\n\n')}`,
    linksOf('docs/rules/README.md', path),
  );
  const body = html.replace(/<h2/, `${ruleFilter}<h2`);
  return {
    path,
    title: 'Rules',
    summary: `All ${rules.length} rules, by category.`,
    body,
    sections: categories,
    group: 'Rules',
  };
}

function rulePage(rule: (typeof rules)[number], title: string): SitePage {
  const file = `docs/rules/${rule.category}/${rule.id}.md`;
  const path = placeOf(file)!;
  const body = rulePageHtml(rule, {
    to: (other) => relative(path, other),
    link: linksOf(file, path),
    category: title,
    since: since(rule.id),
    terraform: terraform.get(rule.id),
  });
  return {
    path,
    title: rule.id,
    summary: rule.summary,
    body,
    predicts: refusalsOf(rule),
    names: rule.deprecatedIds ?? [],
    source: `rules/${rule.category}/${rule.id}.ts`,
    group: `Rules: ${title}`,
  };
}

async function products(): Promise<SitePage[]> {
  const all = await productPages();
  const link = (file: string, path: string) => (href: string) =>
    href.startsWith('../playground.html') ? href : linksOf(file, path)(href);
  const made = all.map(({ name, names, title, summary, markdown }): SitePage => {
    const path = `products/${name}.html`;
    const body = render(markdown, link('docs/products/x.md', path)).html;
    return { path, title, short: names[0]!, summary, names, body, group: 'Products' };
  });
  const list = made.map(
    ({ path, title }) => `<li><a href="${relative('products/index.html', path)}">${title}</a></li>`,
  );
  const index: SitePage = {
    path: 'products/index.html',
    title: 'Sidecars on Cloud Run',
    summary: 'What to watch with each of the products that run beside an application on Cloud Run.',
    body: `<h1 id="products">Sidecars on Cloud Run</h1><p>What cloudrun-lint checks, with a right service for each.</p><ul>${list.join('')}<li><a href="../docs/from-gke.html">From GKE to Cloud Run</a></li></ul>`,
    group: 'Products',
  };
  return [index, ...made];
}

function notFound(): string {
  const page: SitePage = {
    path: '404.html',
    title: 'There is no such page',
    summary: 'There is no such page.',
    body: '<h1>There is no such page</h1><p>Try the search, or <a href="index.html">begin at the beginning</a>.</p>',
    group: 'Other',
  };
  // It is shown at any depth, so that its addresses have to be whole ones.
  return layout(page, []).replaceAll(/(href|src|data-root)="(?![a-z]+:|#)/g, `$1="${new URL(`${site}/`).pathname}`);
}

function sitemap(): string {
  const urls = [...pages.map(({ path }) => path), 'playground.html'].map(
    (path) => `  <url><loc>${site}/${path.replace(/(^|\/)index\.html$/, '$1')}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

function entry({ title, path, summary, predicts = [], names = [] }: SitePage): SearchEntry {
  return { title, url: path, summary, ...(names.length > 0 && { names }), predicts };
}

async function searchScript(): Promise<string> {
  const made = await rolldown({ input: 'src/web/search-box.ts', platform: 'browser' });
  const { output } = await made.generate({ format: 'esm', minify: true });
  return output[0].code;
}
