import type { Example } from '../../src/examples.ts';
import { homepage } from '../../src/links.ts';
import type { Rule } from '../../src/rule.ts';
import { escapeXml } from '../../src/text/xml.ts';
import { colored, escaped, render } from './markdown.ts';

/** What a rule's page on the site needs to know of the other pages. */
export interface RuleLinks {
  /** From this page to another of the site. */
  readonly to: (path: string) => string;
  /** From this page to what Markdown links to. */
  readonly link: (href: string) => string;
}

/**
 * The page of a rule: what is wrong and what is right at the top, then why and how, and what else is wrong or nearly so
 * folded away.
 */
export function rulePageHtml(rule: Rule, { to, link }: RuleLinks): string {
  const text = (markdown: string): string => render(markdown, link).html;
  const [wrong, ...others] = rule.bad;
  const after = rule.fixes?.block;
  const parts = [
    `<h1 id="${rule.id}">${rule.id}</h1>`,
    `<p><span class="badge">${rule.severity}</span> <span class="badge">${rule.category}</span> <span class="badge">${fixable(rule)}</span> <span class="badge">since 0.1.0</span></p>`,
    text(rule.summary),
    ...refusals(rule),
    '<h2 id="wrong">Wrong</h2>',
    ...(wrong
      ? [example(wrong), `<p><a href="${to('playground.html')}#${rule.id}">Open in the playground</a></p>`]
      : []),
    ...(after
      ? ['<h2 id="right">What the fix changes</h2>', code(after.diff, 'diff')]
      : rule.good[0]
        ? ['<h2 id="right">Right</h2>', example(rule.good[0])]
        : []),
    '<h2 id="why">Why</h2>',
    text(rule.why),
    '<h2 id="how-to-fix">How to fix</h2>',
    text(rule.remedy),
    folded('More that is wrong', others),
    folded('Right, and close to it', after ? rule.good : rule.good.slice(1)),
    '<h2 id="how-to-silence">How to silence</h2>',
    `<p>On the line or above it, with your reason:</p>${code(`# cloudrun-lint-ignore ${rule.id}: the reason`, 'yaml')}`,
    ...(rule.references.length > 0
      ? ['<h2 id="references">References</h2>', `<ul>${rule.references.map(reference).join('')}</ul>`]
      : []),
  ];
  return parts.join('\n');
}

function fixable({ fixable }: Rule): string {
  return fixable === undefined ? 'no fix' : fixable === 'safe' ? 'fixed by --fix' : 'fixed by --fix-unsafe';
}

function refusals({ predicts, refused }: Rule): string[] {
  const texts = [predicts ?? []].flat();
  if (texts.length > 0)
    return ['<h2 id="what-cloud-run-says">What Cloud Run says</h2>', ...texts.map((one) => code(one, 'text'))];
  return refused ? ['<p>The deploy is refused. The wording of the message is not published.</p>'] : [];
}

function folded(title: string, examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  return `<details><summary>${title} (${examples.length})</summary>${examples.map(example).join('')}</details>`;
}

function example({ yaml, shown, language }: Example): string {
  return code(shown ?? yaml, language ?? 'yaml');
}

function code(text: string, language: string): string {
  return `<pre tabindex="0"><code>${language === 'yaml' ? colored(text.trimEnd()) : escaped(text.trimEnd())}</code></pre>`;
}

/** A link that says where it leads: the host and the end of the path. */
function reference(address: string): string {
  const { hostname, pathname, hash } = new URL(address);
  const last = decodeURIComponent(pathname.replace(/\/$/, '').split('/').at(-1) ?? '').replace(/[-_]/g, ' ');
  const where = address.startsWith(homepage) ? 'this project' : hostname.replace(/^www\./, '');
  const title = [last, hash.slice(1).replace(/[-_]/g, ' ')].filter((part) => part !== '').join(', ');
  return `<li><a href="${escapeXml(address)}">${escapeXml(title || where)}</a> (${escapeXml(where)})</li>`;
}
