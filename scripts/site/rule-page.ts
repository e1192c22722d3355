import type { Example } from '../../src/examples.ts';
import type { Rule, RulePage } from '../../src/rule.ts';
import { languageOf } from '../../src/rule-page.ts';
import { escapeHtml } from './html.ts';
import { blockOf, render } from './markdown.ts';
import { describeReference } from './references.ts';

/** What a rule's page on the site needs to know beside the rule. */
export interface RuleContext {
  /** From this page to another of the site. */
  readonly to: (path: string) => string;
  /** From this page to what Markdown links to. */
  readonly link: (href: string) => string;
  /** The title of the category. */
  readonly category: string;
  /** Since which version it is there, in words. */
  readonly since: string;
  /** Its example in Terraform, where it has one. */
  readonly terraform: RulePage['terraform'];
}

/**
 * The page of a rule: what is wrong and what is right at the top, then why and how, and what else is wrong or nearly so
 * folded away.
 */
export function rulePageHtml(rule: Rule, { to, link, category, since, terraform }: RuleContext): string {
  const text = (markdown: string): string => render(markdown, link).html;
  const { id, severity, fixes = {} } = rule;
  const [wrong, ...others] = rule.bad;
  // What the fix changes is a pair already.
  const right = wrong && !fixes.block ? nearest(wrong, rule.good) : undefined;
  const badge = (words: string): string => `<span class="badge ${words}">${words}</span>`;
  const open = (kind: 'wrong' | 'right' | 'terraform', index: number): string =>
    `<p><a href="${to('playground.html')}#${id}${kind === 'wrong' && index === 0 ? '' : `:${kind}:${index + 1}`}">Open in the playground</a></p>`;
  const shown = (one: Example): string =>
    example(one) +
    (rule.bad.includes(one) ? open('wrong', rule.bad.indexOf(one)) : open('right', rule.good.indexOf(one)));
  const parts = [
    `<p class="way"><a href="${to('rules/index.html')}">Rules</a> › <a href="${to('rules/index.html')}#${rule.category}">${escapeHtml(category)}</a></p>`,
    `<h1 id="${id}">${id}</h1>`,
    `<p>${badge(severity)} <span class="badge">${fixable(rule)}</span> <span class="badge">${since}</span></p>`,
    text(rule.summary),
    ...refusals(rule),
    ...(fixes.block ? ['<h2 id="before-and-after">Before and after</h2>', blockOf('diff', fixes.block.diff)] : []),
    ...(wrong ? ['<h2 id="wrong">Wrong</h2>', shown(wrong)] : []),
    ...(right ? ['<h2 id="right">Right</h2>', shown(right)] : []),
    '<h2 id="why">Why</h2>',
    text(rule.why),
    '<h2 id="how-to-fix">How to fix</h2>',
    text(rule.remedy),
    folded('More that is wrong', others.map(shown)),
    folded('Right, and close to it', rule.good.filter((one) => one !== right).map(shown)),
    ...inTerraform(terraform, fixes.hcl?.diff, open('terraform', 0)),
    '<h2 id="how-to-silence">How to silence</h2>',
    `<p>On the line or above it, with your reason:</p>${blockOf('yaml', `# cloudrun-lint-ignore ${id}: the reason`)}`,
    ...(rule.references.length > 0
      ? ['<h2 id="references">References</h2>', `<ul>${rule.references.map(reference).join('')}</ul>`]
      : []),
  ];
  return parts.join('\n');
}

/** How much of two examples may differ that make a pair. */
const most = 0.4;

/** The right example that differs least from a wrong one; undefined where none is like it. */
function nearest(wrong: Example, good: readonly Example[]): Example | undefined {
  const ours = linesOf(wrong);
  const difference = (other: Example): number => {
    const left = [...linesOf(other)];
    const whole = ours.length + left.length;
    let missing = 0;
    for (const line of ours) {
      const index = left.indexOf(line);
      if (index < 0) missing++;
      else left.splice(index, 1);
    }
    return other.language === wrong.language ? (missing + left.length) / whole : 1;
  };
  const [best] = good.map((example) => ({ example, by: difference(example) })).sort((a, b) => a.by - b.by);
  return best && best.by <= most ? best.example : undefined;
}

/** What stands in the files of an example, without comments. */
function linesOf({ yaml, files = {} }: Example): readonly string[] {
  const lines = [yaml, ...Object.values(files)].join('\n').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

function fixable({ fixable }: Rule): string {
  return fixable === undefined ? 'no fix' : fixable === 'safe' ? 'fixed by --fix' : 'fixed by --fix-unsafe';
}

function refusals({ predicts, refused }: Rule): string[] {
  const texts = [predicts ?? []].flat();
  if (texts.length > 0)
    return [
      '<h2 id="what-cloud-run-says">What Cloud Run says</h2>',
      ...texts.map((one) => `<blockquote>${escapeHtml(one)}</blockquote>`),
    ];
  return refused ? ['<p>The deploy is refused. The wording of the message is not published.</p>'] : [];
}

function folded(title: string, examples: readonly string[]): string {
  if (examples.length === 0) return '';
  return `<details><summary>${title} (${examples.length})</summary>${examples.join('')}</details>`;
}

function inTerraform(terraform: RulePage['terraform'], diff: string | undefined, open: string): string[] {
  if (!terraform && diff === undefined) return [];
  const { bad, good } = terraform ?? {};
  const parts = [
    ...(bad === undefined ? [] : [blockOf('hcl', bad), open]),
    ...(good === undefined ? [] : ['<p>This is right:</p>', blockOf('hcl', good)]),
    ...(diff === undefined ? [] : ['<p>What the fix changes:</p>', blockOf('diff', diff)]),
  ];
  return [`<details><summary>In Terraform</summary>${parts.join('')}</details>`];
}

/** A manifest, and below it the files that lie beside it, each under its path. */
function example({ yaml, shown, language, files = {} }: Example): string {
  const others = Object.entries(files).map(
    ([path, text]) => `<p class="path">${escapeHtml(path)}</p>${blockOf(languageOf(path), text)}`,
  );
  return [blockOf(language ?? 'yaml', shown ?? yaml), ...others].join('');
}

function reference(address: string): string {
  const { title, publisher } = describeReference(address);
  return `<li><a href="${escapeHtml(address)}">${escapeHtml(title)}</a> (${escapeHtml(publisher)})</li>`;
}
