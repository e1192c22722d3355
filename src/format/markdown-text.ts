import { visible } from '../text/visible.ts';

/**
 * Where GitHub's and GitLab's Markdown would mention a person, refer to an issue, link an address, decode an entity,
 * or open a tag, a link or a code fence. A zero-width space behind the match keeps its parts apart, the text readable.
 */
const active =
  /@(?=\w)|[#!](?=\d)|GH-(?=\d)|&(?=[#\w])|:(?=\/\/)|www(?=\.)|<(?=[a-z/!?])|\](?=[([])|!(?=\[)|`(?=`)|~(?=~)/gi;

/** Text that calls nobody and loads nothing where Markdown is rendered, and looks as before where it is not. */
export function inert(text: string): string {
  return text.replace(active, '$&\u200B');
}

/** Untrusted text as inline Markdown, in a table cell too: it shows as it is and has no effect. */
export function markdownText(text: string): string {
  return inert(visible(text)).replace(/[\\`*_[\]|~$<>&]/g, (character) => entities[character] ?? `\\${character}`);
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Untrusted text as inline code, in a table cell too. */
export function markdownCode(text: string): string {
  return `\`${visible(text).replaceAll('`', '\\x60').replaceAll('|', '\\x7c') || ' '}\``;
}
