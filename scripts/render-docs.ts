import { categories } from '../rules/index.ts';
import type { Category, Rule } from '../src/rule.ts';
import { rulePageMarkdown } from '../src/rule-page.ts';
import { shownInTerraform } from './to-terraform/examples.ts';

const generated = '<!-- Generated from the rules by `npm run docs`. -->\n\n';

/** Every generated page by its path in the repository. */
export function renderDocs(): ReadonlyMap<string, string> {
  const pages = new Map([['docs/rules/README.md', generated + index()]]);
  for (const category of categories) {
    for (const rule of category.rules)
      pages.set(
        `docs/rules/${category.id}/${rule.id}.md`,
        generated + rulePageMarkdown({ ...rule, terraform: shownInTerraform(rule) }),
      );
  }
  return pages;
}

/** The README's overview: a row a category. */
export function ruleTable(): string {
  const rows = categories.map(
    ({ id, title, summary, rules }) => `| [${title}](docs/rules/README.md#${id}) | ${rules.length} | ${summary} |`,
  );
  return ['| category | rules | what it is about |', '| --- | ---: | --- |', ...rows].join('\n');
}

const start = '<!-- rules:start -->';
const end = '<!-- rules:end -->';

/** The README with its table exchanged; throws where the markers are missing. */
export function replaceTable(readme: string, table: string): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end);
  if (from === -1 || to < from) throw new Error(`README.md lacks ${start} and ${end}`);
  return `${readme.slice(0, from + start.length)}\n${table}\n${readme.slice(to)}`;
}

function index(): string {
  const count = categories.reduce((total, { rules }) => total + rules.length, 0);
  return `# Rules\n\n${count} rules in ${categories.length} categories. \`cloudrun-lint explain ID\` prints any of these pages.\n\n${categories.map(section).join('\n')}`;
}

function section({ id, title, summary, rules }: Category): string {
  const rows = rules.map((rule) => row(id, rule));
  return [
    `<a id="${id}"></a>`,
    '',
    `## ${title}`,
    '',
    summary,
    '',
    '| rule | severity | fix | finds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function row(category: string, { id, severity, fixable, summary }: Rule): string {
  return `| [${id}](${category}/${id}.md) | ${severity} | ${fixable ?? ''} | ${summary.replaceAll('|', '\\|')} |`;
}
