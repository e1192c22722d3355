import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { globby } from 'globby';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** What is wrong with the HTML of a folder: errors of the parser, ids given twice, links and anchors that lead nowhere. */
export async function checkPages(folder: string): Promise<readonly string[]> {
  const paths = (await globby('**/*.html', { cwd: folder })).sort();
  const others = await globby(['**/*', '!**/*.html'], { cwd: folder });
  const faults: string[] = [];
  const pages = new Map<string, { readonly ids: ReadonlySet<string>; readonly links: readonly string[] }>();
  for (const path of paths) {
    const text = await readFile(posix.join(folder, path), 'utf8');
    const document = parse(text, {
      onParseError: ({ code, startLine }) => faults.push(`${path}:${startLine}: ${code}`),
    });
    const ids = new Set<string>();
    const links: string[] = [];
    for (const { name, value } of attributesIn(document)) {
      if (name === 'id' && ids.has(value)) faults.push(`${path}: the id "${value}" is given twice`);
      if (name === 'id') ids.add(value);
      if (name === 'href' || name === 'src') links.push(value);
    }
    pages.set(path, { ids, links });
  }
  for (const [path, { links }] of pages) {
    if (path === '404.html') continue;
    for (const link of links) {
      if (/^[a-z]+:/.test(link)) continue;
      const [target = '', anchor] = link.split('#');
      const place = target === '' ? path : posix.join(posix.dirname(path), target);
      const page = pages.get(place);
      if (!page && !others.includes(place)) faults.push(`${path}: ${link} leads nowhere`);
      // What stands behind the # of the playground is no anchor but says what to open.
      if (page && anchor && place !== 'playground.html' && !page.ids.has(decodeURIComponent(anchor)))
        faults.push(`${path}: ${link} has no such anchor`);
    }
  }
  return faults;
}

function* attributesIn(node: Node): Generator<{ readonly name: string; readonly value: string }> {
  if ('attrs' in node) yield* node.attrs;
  if ('childNodes' in node) for (const child of node.childNodes) yield* attributesIn(child);
}
