import { homepage, site } from '../../src/links.ts';
import { version } from '../../src/version.ts';
import { escapeHtml } from './html.ts';
import { relative } from './markdown.ts';

/** A page of the site. */
export interface SitePage {
  /** Where it lies below the root, with forward slashes: `rules/proxy/bypassed-proxy.html`. */
  readonly path: string;
  /** Its title, as text. */
  readonly title: string;
  /** One sentence about it, for search engines and for the search. */
  readonly summary: string;
  /** What stands between the navigation and the footer, as HTML. */
  readonly body: string;
  /** What lists beside it call it, where its title is too long for them. */
  readonly short?: string;
  /** Other places of the page that are listed at its side, by their anchors. */
  readonly sections?: readonly { readonly id: string; readonly title: string }[];
  /** What else people look for when they want it. */
  readonly names?: readonly string[];
  /** The refusals that it explains. */
  readonly predicts?: readonly string[];
  /** The file in the repository that it is made of. */
  readonly source?: string;
  /** The group of pages that it is one of: they are listed at its side, and lead from one to the next. */
  readonly group: string;
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The whole page, beside the others of its group. Nothing on it needs a script but the search. */
export function layout(page: SitePage, group: readonly SitePage[]): string {
  const at = (path: string): string => relative(page.path, path);
  const index = group.indexOf(page);
  const [before, after] = [group[index - 1], group[index + 1]];
  const root = '../'.repeat(page.path.split('/').length - 1);
  const link = (other: SitePage, words: string): string =>
    `<a href="${at(other.path)}"><span>${words}</span> ${escapeHtml(nameOf(other))}</a>`;
  const side = group.map(
    (other) =>
      `<li><a href="${at(other.path)}"${other === page ? ' aria-current="page"' : ''}>${escapeHtml(nameOf(other))}</a></li>`,
  );
  for (const { id, title } of page.sections ?? []) side.push(`<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(page.summary)}">
<link rel="canonical" href="${site}/${page.path.replace(/(^|\/)index\.html$/, '$1')}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}site.css">
<title>${escapeHtml(page.title)}${page.path === 'index.html' ? '' : ' · cloudrun-lint'}</title>
<script type="module" src="${root}search.js"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
  <a class="brand" href="${at('index.html')}">cloudrun-lint</a>
  <nav aria-label="Site">
    <a href="${at('docs/getting-started.html')}">Docs</a>
    <a href="${at('rules/index.html')}">Rules</a>
    <a href="${at('products/index.html')}">Products</a>
    <a href="${at('playground.html')}">Playground</a>
    <a href="${homepage}">GitHub</a>
  </nav>
  <label class="search">Search <input id="search" type="search" autocomplete="off" placeholder="A rule, or the text of a refusal"></label>
  <div id="search-results" role="status" hidden></div>
</header>
<div class="columns">
<nav class="side" aria-label="${escapeHtml(page.group)}"><ul>${side.join('')}</ul></nav>
<main id="content">
${page.body}
<nav class="turn" aria-label="Other pages">${before ? link(before, 'Before:') : ''}${after ? link(after, 'Next:') : ''}</nav>
</main>
</div>
<footer>cloudrun-lint ${version}${page.source ? ` · <a href="${homepage}/edit/main/${page.source}">Edit this page</a>` : ''}</footer>
</body>
</html>
`;
}

function nameOf({ short, title }: SitePage): string {
  return short ?? title;
}

/** A page that sends its readers on: the old address of what has another name now. */
export function redirect(from: string, to: string): string {
  const target = relative(from, to);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${target}"><link rel="canonical" href="${site}/${to}"><title>Moved</title></head>
<body><p>This page is now <a href="${target}">here</a>.</p></body></html>
`;
}
