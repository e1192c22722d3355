import { rules as allRules } from '../../rules/index.ts';
import { dot } from '../graph/dot.ts';
import { drawText } from '../graph/draw-text.ts';
import { flowchart } from '../graph/mermaid.ts';
import { svg } from '../graph/svg.ts';
import { rulePageUrl } from '../links.ts';
import { lint as lintText } from '../lint.ts';
import { fixText } from '../policy/fix.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { version as packageVersion } from '../version.ts';
import { readOptions } from './options.ts';
import type { Fixed, GraphFormat, Options, Result, RuleInfo } from './types.ts';

/** The library: the same core as the command line's, pure and synchronous, for Node.js, browsers and workers. */

export type { Diagnostic, DiagnosticFix, Related, Severity, Subject, Suppression, TextEdit } from '../diagnostic.ts';
export type { Position, Range, Span } from '../tree/span.ts';
export { type Fixed, type GraphFormat, type Options, OptionsError, type Result, type RuleInfo } from './types.ts';

/** The version of the package. */
export const version: string = packageVersion;

/** Every rule, in the order of the documentation. */
export const rules: readonly RuleInfo[] = /* @__PURE__ */ allRules.map((rule) => ({
  id: rule.id,
  category: rule.category,
  severity: rule.severity,
  summary: rule.summary,
  page: rulePageMarkdown(rule),
  url: rulePageUrl(rule),
  ...(rule.fixable && { fixable: rule.fixable }),
  ...(rule.predicts !== undefined && { predicts: [rule.predicts].flat() }),
}));

/** Lints one text. Throws an `OptionsError` where the options make no sense, and never for the sake of the text. */
export function lint(text: string, options: Options = {}): Result {
  const settings = readOptions(options);
  const { diagnostics, resources } = lintText(settings.path, text, settings.lint);
  return { diagnostics, resources };
}

/**
 * Makes the safe fixes of a text, and with `unsafe` those that may change cost or behaviour, too. Throws as `lint` does.
 */
export function fix(text: string, { unsafe = false, ...options }: Options & { readonly unsafe?: boolean } = {}): Fixed {
  const settings = readOptions(options);
  const resources = new Map<string, number>();
  const fixed = fixText(text, {
    unsafe,
    lint: (candidate) => {
      const result = lintText(settings.path, candidate, settings.lint);
      resources.set(candidate, result.resources);
      return result.diagnostics;
    },
  });
  return {
    text: fixed.text,
    applied: fixed.applied,
    diagnostics: fixed.diagnostics,
    resources: resources.get(fixed.text)!,
  };
}

/**
 * Draws the instance of each Cloud Run object in a text, with the findings where they sit; "" where there is none.
 * Throws as `lint` does, and for an unknown format.
 */
export function graph(text: string, format: GraphFormat, options: Options = {}): string {
  if (!Object.hasOwn(renderers, format)) throw new TypeError(`There is no graph format "${format}".`);
  const settings = readOptions(options);
  const { diagnostics } = lintText(settings.path, text, settings.lint);
  const graphs = drawText(settings.path, text, settings.policy, diagnostics, settings.lint.filesAround);
  return graphs.length === 0 ? '' : renderers[format](graphs);
}

const renderers = { svg, mermaid: flowchart, dot } as const;
