import type { ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../diagnostic.ts';
import { rulePageUrl } from '../links.ts';
import type { RulePage } from '../rule.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { shorten } from '../text/sentences.ts';

/** SARIF's words for our severities. */
export const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' };

/** GitHub's words for them, by which it sorts alerts that are not about security. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

/** An error needs certain recognition, a warning may rest on a name, an info is advice. */
const precisions: Readonly<Record<Severity, string>> = { error: 'very-high', warning: 'high', info: 'medium' };

/** What sidecars are used for, by the categories that belong to a use alone. */
const useCases: Readonly<Record<string, string>> = {
  contract: 'sidecars',
  startup: 'sidecars',
  connectivity: 'sidecars',
  'monitoring-agent': 'monitoring',
  proxy: 'network',
  'service-mesh': 'network',
  'database-proxy': 'database',
  migration: 'gke-migration',
};

/** GitHub's limits for texts and names, in characters. */
const MAX_DESCRIPTION = 1024;

/** A rule with its whole page, for a log's list of rules. */
export function reportingDescriptor(page: RulePage): ReportingDescriptor {
  return {
    id: page.id,
    ...(page.deprecatedIds && { deprecatedIds: [...page.deprecatedIds] }),
    name: nameOf(page),
    // GitHub shows both as plain text.
    shortDescription: { text: shorten(plain(page.summary), MAX_DESCRIPTION) },
    fullDescription: { text: shorten(plain(`${page.summary} ${page.why.trim()}`), MAX_DESCRIPTION) },
    help: { text: `${page.summary}\n\n${page.why.trim()}\n\n${page.remedy.trim()}`, markdown: rulePageMarkdown(page) },
    helpUri: rulePageUrl(page),
    defaultConfiguration: { level: levels[page.severity] as 'error' | 'warning' | 'note' },
    properties: {
      tags: tags(page),
      precision: precisions[page.severity],
      'problem.severity': problemSeverities[page.severity],
      ...(page.securitySeverity === undefined ? {} : { 'security-severity': page.securitySeverity }),
    },
  };
}

/** The id in the words of people, `PortCollision`. The validator wants it to differ from the id, so one word gets its category. */
function nameOf({ id, category }: RulePage): string {
  const words = id.includes('-') ? id : `${category}-${id}`;
  return words.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function tags(page: RulePage): string[] {
  const useCase = useCases[page.category];
  return [
    ...new Set([
      ...(page.securitySeverity === undefined ? [] : ['security']),
      ...(page.category === 'security' ? [] : [page.category]),
      ...(useCase === undefined ? [] : [`use-case/${useCase}`]),
      ...(page.predicts === undefined && !page.refused ? [] : ['refused-at-deploy']),
    ]),
  ];
}
