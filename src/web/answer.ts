import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { json } from '../format/json.ts';
import { sarif } from '../format/sarif.ts';
import { fix, graph, lint, version } from '../library/index.ts';
import { OptionsError } from '../library/types.ts';
import type { FormatOptions, Report } from '../report.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import type { Answer, Question, WebFile } from './messages.ts';

const formatOptions: FormatOptions = { colors: false, version, width: 80, root: '' };

/** All that the page shows of a text. Never throws for the sake of the text; a mistake in the configuration is said. */
export function answer({ id, task, file, options }: Question): Answer {
  const empty = { id, problem: '', diagnostics: [], resources: 0, picture: '', json: '', sarif: '', pages: {} };
  if (task === 'example') return { ...empty, ...exampleOf(file.path) };
  const settings = { path: file.path, ...options };
  try {
    const fixed = task === 'lint' ? undefined : fix(file.text, { ...settings, unsafe: task === 'unsafe' }).text;
    const text = fixed ?? file.text;
    const { diagnostics, resources } = lint(text, settings);
    const report: Report = { diagnostics, rules, files: [{ path: file.path, text, resources }] };
    return {
      id,
      problem: '',
      diagnostics,
      resources,
      picture: graph(text, 'svg', settings),
      json: json(report, formatOptions),
      sarif: sarif(report, formatOptions),
      pages: pagesOf(diagnostics),
      ...(fixed !== undefined && { fixed }),
    };
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    return { ...empty, problem: error.message };
  }
}

function exampleOf(id: string): { readonly example: WebFile } | undefined {
  const [bad] = rules.find((rule) => rule.id === id)?.bad ?? [];
  return bad && { example: { path: bad.path ?? 'service.yaml', text: bad.shown ?? bad.yaml } };
}

function pagesOf(diagnostics: readonly Diagnostic[]): Readonly<Record<string, string>> {
  const found = new Set(diagnostics.map(({ rule }) => rule));
  return Object.fromEntries(rules.filter(({ id }) => found.has(id)).map((rule) => [rule.id, rulePageMarkdown(rule)]));
}
