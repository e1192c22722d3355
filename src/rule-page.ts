import type { Example } from './examples.ts';
import type { RulePage } from './rule.ts';

/** So many examples of a kind say what a rule is about; the others are for those who look for their own case. */
const most = { bad: 2, good: 1 };

/** A rule's whole page as Markdown: what it finds, why, what Cloud Run says, how to fix it, examples, how to silence it. */
export function rulePageMarkdown(page: RulePage): string {
  return `${[
    `# ${page.id}`,
    `**${page.severity}** in *${page.category}*${fixability(page)}`,
    page.summary,
    section('Why', page.why),
    section('What Cloud Run says', refusal(page)),
    section('How to fix', page.remedy),
    section(page.bad.length === 1 ? 'Bad example' : 'Bad examples', examples(page.bad.slice(0, most.bad))),
    section('Good example', examples(page.good.slice(0, most.good))),
    section('In Terraform', inTerraform(page)),
    section('What the fix changes', changes(page)),
    section('How to silence', `On the line or above it, with your reason:\n\n${silence(page.id)}`),
    section('References', page.references.map((link) => `- <${link}>`).join('\n')),
    section('More examples', more(page)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function refusal({ predicts, refused }: RulePage): string {
  if (predicts !== undefined)
    return [predicts]
      .flat()
      .map((text) => fence('text', text))
      .join('\n\n');
  return refused ? 'The deploy is refused. The wording of the message is not published.' : '';
}

function fixability(page: RulePage): string {
  if (page.fixable === undefined) return '';
  return page.fixable === 'safe' ? ', fixed by `--fix`' : ', fixed by `--fix-unsafe`';
}

function section(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body.trim()}`;
}

/** What is left of the examples, at the end of the page. */
function more({ bad, good }: RulePage): string {
  return [
    ['It finds something here:', bad.slice(most.bad)] as const,
    ['It finds nothing here:', good.slice(most.good)] as const,
  ]
    .filter(([, list]) => list.length > 0)
    .map(([lead, list]) => `${lead}\n\n${examples(list)}`)
    .join('\n\n');
}

function examples(list: readonly Example[]): string {
  return list.map(oneExample).join('\n\n');
}

/** A manifest, and below it the files that lie beside it, each under its path. */
function oneExample({ language, yaml, shown = yaml, files = {} }: Example): string {
  const others = Object.entries(files).map(([path, text]) => `\`${path}\`:\n\n${fence(languageOf(path), text)}`);
  return [fence(language ?? 'yaml', withoutTwins(shown)), ...others].join('\n\n');
}

/** As Markdown calls the language of a file. */
export function languageOf(path: string): string {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  return /(?:^|\/)Dockerfile$/.test(path) ? 'dockerfile' : /\.(?:conf|template)$/.test(path) ? 'nginx' : 'text';
}

/** Without the lines of carets that repeat the one above: two findings may be related to one place. */
function withoutTwins(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line, index) => line !== lines[index - 1] || !/^\s*# *~/.test(line)).join('\n');
}

function inTerraform({ terraform }: RulePage): string {
  if (!terraform) return '';
  const { resource, names, bad, good } = terraform;
  const list = names.map(([v1, own]) => `- ${v1}: ${own}`).join('\n');
  return [
    ...(names.length === 0 ? [] : [`Names that differ in \`${resource}\`:`, list]),
    ...(bad === undefined ? [] : [fence('hcl', bad)]),
    ...(good === undefined ? [] : ['This is right:', fence('hcl', good)]),
  ].join('\n\n');
}

function changes({ fixes = {} }: RulePage): string {
  return [fixes.block, fixes.hcl].flatMap((change) => (change ? fence('diff', change.diff) : [])).join('\n\n');
}

function silence(id: string): string {
  return fence('yaml', `# cloudrun-lint-ignore ${id}: the reason`);
}

/** A code block whose fence is longer than any run of backticks in it. */
export function fence(language: string, text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.replace(/(?<!\n)\n+$/, '')}\n${ticks}`;
}
