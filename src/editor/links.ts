import { rules } from '../../rules/index.ts';
import { rulePageUrl } from '../links.ts';
import { readDirectives } from '../policy/directive.ts';
import type { Span } from '../tree/span.ts';
import type { Snapshot } from './open-file.ts';

/** A stretch of a text that leads to a page. */
export interface Link {
  /** What is underlined. */
  readonly span: Span;
  /** Where it leads. */
  readonly url: string;
}

/** The ids of rules in comments, with their pages. */
export function linksIn({ file }: Snapshot): readonly Link[] {
  const directives = file ? [...readDirectives(file.source)] : [];
  return directives.flatMap((directive) => {
    if (!('ids' in directive)) return [];
    return directive.ids.flatMap(({ id, start, end }) => {
      const rule = rules.find((known) => known.id === id);
      return rule ? [{ span: { start, end }, url: rulePageUrl(rule) }] : [];
    });
  });
}
