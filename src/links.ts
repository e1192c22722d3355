import about from '../package.json' with { type: 'json' };

/** The project's public address, without a slash at the end. It stands once, in package.json. */
export const homepage: string = about.homepage;

/** Where documentation and playground are published: the project's GitHub Pages, without a slash at the end. */
export const site: string = homepage.replace(/^https:\/\/github\.com\/([^/]+)\//, 'https://$1.github.io/');

/** The address of a rule's page. The names that rules had before lead there, too. */
export function rulePageUrl(rule: { readonly category: string; readonly id: string }): string {
  return `${site}/rules/${rule.category}/${rule.id}.html`;
}
