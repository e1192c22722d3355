import { maskCharacter } from './placeholder.ts';
import type { Span } from './span.ts';

/** A template's text made readable as YAML, and what was hidden for it. */
export interface Masked {
  /** As long as the original, so that every offset holds in both. */
  readonly text: string;
  /** The unquoted placeholders, in order. */
  readonly spans: readonly Span[];
  /** Whether whole lines are filled in, repeated or dropped by a template engine. */
  readonly hasTagLines: boolean;
}

const suspicious = /\{\{|\{%|(?:^|[\s:[,])[%@][A-Za-z_]|^[ \t]*\$\{[^{}\n]*\}[ \t]*$/m;
/** A line that holds a control tag and nothing else: `{{- if .x }}`, `{% for … %}`, `${extra_env}`. */
const tagLine =
  /^([ \t]*)(\{\{-?\s*(?:if|else|end|range|with|define|include|template|toYaml|\/\*|#|\/)[^\n]*\}\}|\{%[^\n]*%\}|\$\{[^{}\n]*\})[ \t]*$/;
const inline = /\{\{[^{}\n]*\}\}|%[A-Za-z_][\w.-]*%|@[A-Za-z_][\w.]*@/g;

/**
 * Hides the placeholders that YAML cannot read where they stand: `image: {{IMAGE}}`, `port: %PORT%`, and whole
 * lines of template logic. Quoted ones and those inside a plain scalar are left alone. Returns undefined
 * where there is nothing to hide, which is nearly always.
 */
export function maskPlaceholders(text: string): Masked | undefined {
  if (!suspicious.test(text)) return undefined;
  const spans: Span[] = [];
  let start = 0;
  let hasTagLines = false;
  const lines = text.split('\n').map((line) => {
    const tag = line.trimStart().startsWith('#') ? null : tagLine.exec(line);
    hasTagLines ||= tag !== null;
    const masked = tag ? maskTagLine(line, tag, start, spans) : maskLine(line, start, spans);
    start += line.length + 1;
    return masked;
  });
  return spans.length > 0 ? { text: lines.join('\n'), spans, hasTagLines } : undefined;
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

function maskLine(line: string, offset: number, spans: Span[]): string {
  if (line.trimStart().startsWith('#')) return line;
  return line.replace(inline, (found, at: number) => {
    if (!isUnquoted(line, at, found)) return found;
    spans.push({ start: offset + at, end: offset + at + found.length });
    return maskCharacter.repeat(found.length);
  });
}

/** Whether YAML would stumble over the placeholder at `at`: it stands outside quotes and, unless braced, starts a value. */
function isUnquoted(line: string, at: number, found: string): boolean {
  const before = line.slice(0, at);
  if (isInsideQuotes(before) || /(?:^|\s)#/.test(before)) return false;
  return found.startsWith('{{') || /(?:^|[:\-[,]\s|[[,])\s*$/.test(before);
}

/** Counts quotes that open where a value begins; an apostrophe inside a word opens nothing. */
function isInsideQuotes(before: string): boolean {
  let quote = '';
  for (let i = 0; i < before.length; i++) {
    const c = before[i]!;
    if (quote !== '') {
      if (quote === '"' && c === '\\') i++;
      else if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && /(?:^|[\s:[{,-])$/.test(before.slice(Math.max(0, i - 1), i))) {
      quote = c;
    }
  }
  return quote !== '';
}
