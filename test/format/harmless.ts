import type { Token } from 'marked';

/** What GitHub and GitLab turn into notifications and references, in text that is no code. */
const reference = /@\w|[#!]\d|\bGH-\d/;

/** Throws if rendered Markdown would hold markup, links, images or references other than the allowed texts. */
export function harmless(tokens: readonly Token[], allowed: readonly (string | RegExp)[]): void {
  for (const token of tokens) {
    const value = token.type === 'link' ? token.href : token.raw;
    const expected = allowed.some((one) => (typeof one === 'string' ? one === value.trim() : one.test(value)));
    if (['html', 'link', 'image', 'def', 'code'].includes(token.type) && !expected) {
      throw new Error(`Unexpected ${token.type}: ${JSON.stringify(token.raw)}`);
    }
    const children = childrenOf(token);
    if (token.type === 'text' && children.length === 0 && reference.test(decode(token.raw))) {
      throw new Error(`A reference: ${JSON.stringify(token.raw)}`);
    }
    harmless(children, allowed);
  }
}

function childrenOf(token: Token): readonly Token[] {
  if (token.type === 'table') {
    return [...token.header, ...token.rows.flat()].flatMap((cell: { tokens: Token[] }) => cell.tokens);
  }
  if (token.type === 'list') return token.items;
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

function decode(text: string): string {
  return text
    .replace(/&#(\d+);?/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&commat;', '@')
    .replaceAll('&num;', '#');
}
