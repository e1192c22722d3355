/// <reference lib="dom" />
import { marked } from 'marked';
import { fileNameOf } from '../examples.ts';
import { json } from '../format/json.ts';
import { sarif } from '../format/sarif.ts';
import { svg } from '../graph/svg.ts';
import type { FormatOptions } from '../report.ts';
import type { RulePage } from '../rule.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import { version } from '../version.ts';
import { byId } from './elements.ts';
import type { Words } from './words.ts';

const options: FormatOptions = { colors: false, version, width: 80, root: '' };
const formats = { json, sarif } as const;

/** The prose of the rules and what shows it. It comes behind the rest of the page and is read when somebody asks. */
let read: ReadonlyMap<string, RulePage> | undefined;
function pages(): ReadonlyMap<string, RulePage> {
  read ??= new Map(
    (JSON.parse(byId('prose-data').textContent ?? '[]') as readonly RulePage[]).map((page) => [page.id, page]),
  );
  return read;
}

globalThis.cloudrunLintWords = {
  page(rule) {
    const page = pages().get(rule);
    if (!page) return undefined;
    const more = `[This page on the site](rules/${page.category}/${rule}.html)`;
    return marked.parse(`${rulePageMarkdown(page)}\n${more}\n`, { async: false });
  },
  example(name) {
    const [, rule = '', kind = 'wrong', number = '1'] =
      /^([a-z0-9-]+)(?::(wrong|right|terraform):(\d{1,3}))?$/.exec(name) ?? [];
    const page = pages().get(rule);
    const hcl = page?.terraform?.bad;
    if (kind === 'terraform') return hcl === undefined ? undefined : [{ path: 'main.tf', text: hcl }];
    const example = page?.[kind === 'right' ? 'good' : 'bad'][Number(number) - 1];
    if (!example) return undefined;
    const others = Object.entries(example.files ?? {}).map(([path, text]) => ({ path, text }));
    return [{ path: fileNameOf(example), text: example.shown ?? example.yaml }, ...others];
  },
  write: (format, report) => formats[format]({ ...report, rules: [...pages().values()] }, options),
  draw: svg,
} satisfies Words;
