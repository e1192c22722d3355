import { posix } from 'node:path';
import { yamlLanguage } from '@codemirror/lang-yaml';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { Marked } from 'marked';
import { escapeXml } from '../../src/text/xml.ts';

/** A heading of a page. */
export interface Heading {
  /** Its anchor, as GitHub makes it. */
  readonly id: string;
  /** Its text, as HTML. */
  readonly html: string;
  /** 1 for the title. */
  readonly depth: number;
}

/** Markdown as HTML with its headings. */
export interface Rendered {
  /** The body of the page. */
  readonly html: string;
  /** In order. */
  readonly headings: readonly Heading[];
}

/**
 * A page of the repository as HTML.
 *
 * @param markdown what GitHub shows
 * @param link makes the address of what the page links to
 */
export function render(markdown: string, link: (href: string) => string): Rendered {
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const base = slug(text);
        const count = used.get(base) ?? 0;
        used.set(base, count + 1);
        const id = count === 0 ? base : `${base}-${count}`;
        const html = this.parser.parseInline(tokens);
        headings.push({ id, html, depth });
        return `<h${depth} id="${id}">${html}</h${depth}>\n`;
      },
      code({ text, lang }) {
        return `<pre tabindex="0"><code>${lang === 'yaml' ? colored(text) : escaped(text)}</code></pre>\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escapeXml(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escapeXml(link(href))}" alt="${escapeXml(text)}">`;
      },
      html({ text }) {
        return text.replace(/<!--[\s\S]*?-->/g, '').replace(/ src="([^"]+)"/g, (_, href) => ` src="${link(href)}"`);
      },
    },
  });
  return { html: marked.parse(markdown, { async: false }), headings };
}

/** The anchor that GitHub gives a heading. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** YAML with a class at each kind of word. */
export function colored(text: string): string {
  const parts: string[] = [];
  highlightCode(
    text,
    yamlLanguage.parser.parse(text),
    classHighlighter,
    (part, classes) => parts.push(classes ? `<span class="${classes}">${escaped(part)}</span>` : escaped(part)),
    () => parts.push('\n'),
  );
  return parts.join('');
}

/** Lines of text with markup escaped. */
export function escaped(text: string): string {
  return text.split('\n').map(escapeXml).join('\n');
}

/** The way from one page of the site to another. */
export function relative(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  const way = posix.relative(posix.dirname(from), path) || posix.basename(path);
  return anchor === undefined ? way : `${way}#${anchor}`;
}
