import type { Diagnostic } from '../diagnostic.ts';
import { inWordsOf } from '../dialect/prose.ts';
import { pushAll } from '../group-by.ts';
import { rulePageUrl } from '../links.ts';
import type { AnyWorkload } from '../model/kinds.ts';
import { readDirectives } from '../policy/directive.ts';
import type { Span } from '../tree/span.ts';
import { fieldAt, touches } from './field-at.ts';
import { aboutField } from './hover-field.ts';
import { aboutImage } from './hover-image.ts';
import type { Knowledge } from './knowledge.ts';
import type { Snapshot } from './open-file.ts';

/** What is told of a place. */
export interface Hover {
  /** What it is about. */
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

/**
 * What is known of a place: the rules that find something there, the rule that a comment names, the image or the field.
 *
 * @param withFields whether fields are described too; false where a schema does that already
 */
export function hoverAt(
  snapshot: Snapshot,
  offset: number,
  knowledge: Knowledge,
  withFields = true,
): Hover | undefined {
  const named = inComment(snapshot, offset, knowledge);
  if (named) return named;
  const findings = snapshot.diagnostics.filter(({ span, suppressed }) => !suppressed && touches(span, offset));
  const at = fieldAt(snapshot.file, offset);
  const parts = aboutRules(findings, knowledge, at?.workload ?? snapshot.file?.workloads[0]);
  if (at)
    pushAll(
      parts,
      [aboutImage(at), withFields ? aboutField(at, knowledge) : undefined].filter((part) => part !== undefined),
    );
  const span = at?.span ?? findings[0]?.span;
  return span && parts.length > 0 ? { span, markdown: parts.join('\n\n---\n\n') } : undefined;
}

function inComment({ file }: Snapshot, offset: number, knowledge: Knowledge): Hover | undefined {
  if (!file) return undefined;
  for (const directive of readDirectives(file.source)) {
    if (!('ids' in directive)) continue;
    const named = directive.ids.find((id) => touches(id, offset));
    const page = named && knowledge.page(named.id);
    if (page) return { span: named, markdown: ruleText(page.id, knowledge, file.workloads[0]) ?? '' };
  }
  return undefined;
}

function aboutRules(findings: readonly Diagnostic[], knowledge: Knowledge, workload?: AnyWorkload): string[] {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  return ids.map((id) => ruleText(id, knowledge, workload)).filter((text) => text !== undefined);
}

/**
 * Why a rule is there and what to write instead, in the words of the file, with the way to the whole page; undefined for
 * no rule.
 */
function ruleText(id: string, { page }: Knowledge, workload?: AnyWorkload): string | undefined {
  const rule = page(id);
  if (!rule) return undefined;
  const { summary, why, remedy } = rule;
  const text = `${summary}\n\n${why.trim()}\n\n**How to fix**\n\n${remedy.trim()}`;
  return `**${id}**: ${inWordsOf(workload, text)}\n\n[The whole page](${rulePageUrl(rule)})`;
}
