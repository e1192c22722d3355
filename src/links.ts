import about from '../package.json' with { type: 'json' };

/** The project's public address, without a slash at the end. It stands once, in package.json. */
export const homepage: string = about.homepage;

/** The address of a rule's page. */
export function rulePageUrl(rule: { readonly category: string; readonly id: string }): string {
  return `${homepage}/blob/main/docs/rules/${rule.category}/${rule.id}.md`;
}
