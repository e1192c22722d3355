import { maskCharacter } from '../text/placeholder.ts';
import type { Span } from '../tree/span.ts';

/** A template's text made readable as YAML, and what was hidden for it. */
export interface Masked {
  /** As long as the original, so that every offset holds in both. */
  readonly text: string;
  /** The unquoted placeholders, in order; those of ytt, which are comments to YAML, are not among them. */
  readonly spans: readonly Span[];
  /** Whether whole lines are filled in, repeated or dropped by a template engine. */
  readonly hasTagLines: boolean;
}

/** What to look for closely in a text that holds a character or two, which is found much faster. */
const suspicious: readonly (readonly [string, RegExp])[] = [
  ['{{', /\{\{/],
  ['{%', /\{%/],
  ['%', /(?:^|[\s:[,])%[A-Za-z_{]/m],
  ['<%', /^[ \t]*<%/m],
  ['#{', /[:-][ \t]+#\{/],
  ['@', /(?:^|[\s:[,])@[A-Za-z_]/m],
  ['#@', /(?:^|\s)#@/m],
  ['${', /(?:^[ \t]*|["'])\$\{[^{}\n]*\}[ \t\r]*$/m],
];
/**
 * A line that holds a control tag and nothing else: `{{- if .x }}`, `{% for … %}`, `<% if x %>`, `%{ for x in y }`,
 * `${extra_env}`.
 */
const tagLine =
  /^([ \t]*)(\{\{-?\s*(?:if|else|end|range|with|define|include|template|toYaml|\/\*|#|\/)[^\n]*\}\}|\{%[^\n]*%\}|<%[^\n]*%>|%\{[^\n]*\}|\$\{[^{}\n]*\})\s*$/;
/** A comment with a control tag, which a template engine obeys all the same: `# {% if x %}` keeps a template YAML. */
const tagInComment = /^[ \t]*#+[ \t]*(?:\{\{-?\s*(?:if|else|end|range|with|define|include|template|#|\/)|\{%)/;
/**
 * A placeholder glued to a quoted value at the end of its line: `value: "x"${MORE_ENV}`. Only nothing or further lines
 * can come there.
 */
const gluedEnd = /(?<=["'])\$\{[^{}\n]*\}(?=\s*$)/;
/** A line of ytt's own, `#@ for x in y:`. It is a comment to YAML, so nothing has to be hidden. */
const yttLine = /^[ \t]*#@/;
/** A value that ytt fills in: `name: #@ data.values.name`. To YAML it is absent, and the rest a comment. */
const yttValue = /#@ (?<=(?:(?:^|\s)-|:)[ \t]+#@ )[^\n\r]*/;
/** What is hidden within a line: up to three braces, inline control tags, and marks that cannot begin a value in YAML. */
const inline =
  /\{\{\{[^{}\n]*\}\}\}|\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|%[A-Za-z_][\w.-]*%|@[A-Za-z_][\w.]*@|#\{[^{}\n]*\}#?/g;

/**
 * Hides the placeholders that YAML cannot read where they stand: `image: {{IMAGE}}`, `port: %PORT%`, and whole
 * lines of template logic. Quoted ones and those inside a plain scalar are left alone. Returns undefined
 * where there is nothing to hide, which is nearly always.
 */
export function maskPlaceholders(text: string): Masked | undefined {
  if (!suspicious.some(([hint, form]) => text.includes(hint) && form.test(text))) return undefined;
  const spans: Span[] = [];
  let start = 0;
  let hasTagLines = false;
  let isYtt = false;
  const lines = text.split('\n').map((line) => {
    const isComment = line.trimStart().startsWith('#');
    const tag = isComment ? null : tagLine.exec(line);
    const filled = line.includes('#@') ? line.replace(yttValue, (mark) => maskCharacter.repeat(mark.length)) : line;
    isYtt ||= filled !== line;
    const masked = tag ? maskTagLine(line, tag, start, spans) : maskLine(filled, start, spans);
    const glued = tag ? undefined : gluedEndOf(line);
    hasTagLines ||= tag !== null || glued !== undefined || yttLine.test(line) || (isComment && tagInComment.test(line));
    if (glued) spans.push({ start: start + glued.start, end: start + glued.end });
    start += line.length + 1;
    return glued ? masked.slice(0, glued.start).padEnd(line.length) : masked;
  });
  return spans.length > 0 || isYtt || hasTagLines ? { text: lines.join('\n'), spans, hasTagLines } : undefined;
}

/** What makes YAML of a value itself, quotes included: `{{ .x | quote }}`, `{{ toYaml .x }}`. */
const writesYaml = /\|\s*(?:s?quote|n?indent|to(?:Yaml|(?:Raw|Pretty)?Json))\b|\{\{-?\s*(?:s?quote|to(?:Yaml|Json))\b/;

/**
 * The hidden placeholders around which quotes would make YAML of a template. They would not where a placeholder brings
 * its own, and need not where it stands inside a plain value: `docker.io/acme/shop:{{TAG}}`.
 */
export function needingQuotes(text: string, hidden: readonly Span[]): readonly Span[] {
  let from = 0;
  let line = 0;
  let isFlow = false;
  return hidden.filter(({ start, end }) => {
    // What lies before the last placeholder of the same line is known already.
    const newline = text.slice(from, start).lastIndexOf('\n');
    if (newline !== -1) {
      line = from + newline + 1;
      isFlow = false;
    }
    const between = text.slice(Math.max(line, from), start);
    isFlow ||= /[[{]/.test(between.replace(/"[^"]*"|'[^']*'/g, ''));
    from = end;
    const mark = text.slice(start, end);
    if (!mark.startsWith('{{')) return true;
    if (writesYaml.test(mark)) return false;
    return startsValue(text, start, line) || isFlow || /:\s|\s#/.test(mark);
  });
}

function maskTagLine(
  line: string,
  [, indent = '', body = '']: readonly string[],
  offset: number,
  spans: Span[],
): string {
  const start = offset + indent.length;
  spans.push({ start, end: start + body.length });
  return `${indent}#${maskCharacter.repeat(body.length - 1)}${line.slice(indent.length + body.length)}`;
}

/** Where a placeholder stands right behind a closing quote and ends the line. */
function gluedEndOf(line: string): Span | undefined {
  const found = gluedEnd.exec(line);
  if (!found) return undefined;
  const reader = new LineReader(line);
  const start = found.index;
  if (reader.isBareAt(start - 1) || !reader.isBareAt(start)) return undefined;
  return { start, end: start + found[0].length };
}

function maskLine(line: string, offset: number, spans: Span[]): string {
  if (line.trimStart().startsWith('#')) return line;
  const reader = new LineReader(line);
  return line.replace(inline, (found, at: number) => {
    if (!reader.isBareAt(at) || !(/^\{[{%]/.test(found) || startsValue(line, at))) return found;
    spans.push({ start: offset + at, end: offset + at + found.length });
    return maskCharacter.repeat(found.length);
  });
}

/** Follows quotes and comments along a line, once from left to right. */
class LineReader {
  readonly #line: string;
  #at = 0;
  #quote = '';
  #isComment = false;

  constructor(line: string) {
    this.#line = line;
  }

  /** Whether an offset lies outside quotes and comments. Offsets have to grow from call to call. */
  isBareAt(offset: number): boolean {
    for (; this.#at < offset && !this.#isComment; this.#at++) this.#read(this.#line[this.#at]!);
    return !this.#isComment && this.#quote === '';
  }

  /** A quote opens only where a value begins; an apostrophe inside a word opens nothing. */
  #read(c: string): void {
    if (this.#quote !== '') {
      if (this.#quote === '"' && c === '\\') this.#at++;
      else if (c === this.#quote) this.#quote = '';
      return;
    }
    const before = this.#line[this.#at - 1] ?? ' ';
    if (c === '#') this.#isComment = /\s/.test(before);
    else if ((c === '"' || c === "'") && /[\s:[{,-]/.test(before)) this.#quote = c;
  }
}

/**
 * Whether a value begins at `at`: what stands before is blank, or a colon, dash, comma or bracket.
 *
 * @param from where the line begins
 */
function startsValue(text: string, at: number, from = 0): boolean {
  let end = at;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  if (end === from) return true;
  const before = text[end - 1];
  if (before === '[' || before === ',') return true;
  return end < at && (before === ':' || before === '-');
}
