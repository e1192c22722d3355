import { posix } from 'node:path';
import { yamlLanguage } from '@codemirror/lang-yaml';
import type { Language } from '@codemirror/language';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { Marked } from 'marked';
import { hclLanguage } from '../../src/web/hcl-language.ts';
import { escapeHtml } from './html.ts';

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
        return `${blockOf(lang ?? '', text)}\n`;
      },
      link({ href, tokens }) {
        return `<a href="${escapeHtml(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text }) {
        return `<img src="${escapeHtml(link(href))}" alt="${escapeHtml(text)}">`;
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

/** A text in a block that the keyboard can scroll, coloured where its language is known. */
export function blockOf(language: string, text: string): string {
  const shown = text.trimEnd();
  const parser = parsers[language];
  const html = parser ? colored(shown, parser) : language === 'diff' ? changes(shown) : escapeHtml(shown);
  return `<pre tabindex="0"><code>${saidApart(shown, html)}</code></pre>`;
}

/** Lines that say what is found above them may be longer than the block: they are wrapped. */
function saidApart(text: string, html: string): string {
  const lines = text.split('\n');
  return html
    .split('\n')
    .map((line, i) =>
      /^\s*#\s*(?:\^+|~+|=)(?:\s|$)/.test(lines[i] ?? '') ? `<span class="said">${line}</span>` : line,
    )
    .join('\n');
}

type Parser = Language['parser'];

const parsers: Readonly<Record<string, Parser>> = { yaml: yamlLanguage.parser, hcl: hclLanguage.parser };

/** A text with a class at each kind of word. */
function colored(text: string, parser: Parser): string {
  const parts: string[] = [];
  highlightCode(
    text,
    parser.parse(text),
    classHighlighter,
    (part, classes) => parts.push(classes ? `<span class="${classes}">${escapeHtml(part)}</span>` : escapeHtml(part)),
    () => parts.push('\n'),
  );
  return parts.join('');
}

/** A diff with its lines marked. */
function changes(text: string): string {
  const line = (one: string): string => {
    const name = one.startsWith('-') ? 'del' : one.startsWith('+') ? 'ins' : undefined;
    return name ? `<${name}>${escapeHtml(one)}</${name}>` : escapeHtml(one);
  };
  return text.split('\n').map(line).join('\n');
}

/** The way from one page of the site to another. */
export function relative(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  const way = posix.relative(posix.dirname(from), path) || posix.basename(path);
  return anchor === undefined ? way : `${way}#${anchor}`;
}
