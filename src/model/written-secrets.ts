import type { Span } from '../tree/span.ts';
import { credentialIn, passwordsInUrls, secretParts } from './credential.ts';

/** A secret in a text that nobody has parsed. */
export interface WrittenSecret {
  /** Where it stands, in offsets of the text. */
  readonly span: Span;
  /** Its characters. */
  readonly text: string;
}

/** The parts of a variable, in YAML or Terraform: `name: X`, and `value: Y` on the same line or one of the next. */
const nameMark = /(?<![\w-])name["']?[ \t]{0,40}[:=][ \t]{0,40}["']?([A-Za-z_][\w.-]{0,60})/;
const valueMark = /(?<![\w-])value["']?[ \t]{0,40}[:=][ \t]{0,40}/;

/** A flag or a variable in front of its value: `--token=…`, `API_TOKEN: …`. */
const setting = /(?<![\w.-])(--?[A-Za-z][\w.-]{0,60}|[A-Z][A-Z0-9_]{2,60})[=:][ \t]?/g;

/** The same in any case, as configurations have it: `password: …`. */
const anySetting = /(?<![\w.-])(--?[A-Za-z][\w.-]{0,60}|[A-Za-z][\w-]{2,60})["']?[=: ][ \t]{0,40}/g;

/** So many lines may stand between the name of a variable and its value. */
const farthest = 3;

/**
 * The secrets of a text that cannot be parsed, or is something else than Cloud Run's: what looks like one is taken for one.
 *
 * @param isConfiguration whether names of any case have values there, as in a Dockerfile or a configuration
 */
export function* secretsWritten(text: string, isConfiguration = false): Iterable<WrittenSecret> {
  let name = '';
  let age = 0;
  for (let start = 0, next = 0; start < text.length; start = next) {
    next = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, next);
    const named = nameMark.exec(line);
    if (named) [name, age] = [named[1] ?? '', 0];
    const value = valueMark.exec(line);
    if (value && age <= farthest) yield* secretAt(text, start + value.index + value[0].length, name);
    if (age++ > farthest) name = '';
  }
  for (const { 0: whole, 1: flag = '', index } of text.matchAll(isConfiguration ? anySetting : setting)) {
    yield* secretAt(text, index + whole.length, flag);
  }
  for (const span of passwordsInUrls(text)) yield { span, text: text.slice(span.start, span.end) };
}

/** What may stand before a value in YAML: tags, an anchor, and what begins a block of lines. */
const properties = /(?:[!&][^\s,{}[\]]{0,100}[ \t]{1,40}){0,3}[|>]?[-+]?/y;

/**
 * What begins there, if it is a secret by this name: up to its closing quote, or to what ends a word in YAML or a shell,
 * with all that is glued to it.
 */
function* secretAt(text: string, from: number, name: string): Iterable<WrittenSecret> {
  properties.lastIndex = from;
  const at = from + (properties.exec(text)?.[0].length ?? 0);
  const quote = /["']/.exec(text[at] ?? '')?.[0] ?? '';
  const begin = at + quote.length;
  const rest = text.slice(begin, begin + 2_000);
  const length = quote === '' ? rest.search(/[\s,;&|}#"']|$/) : rest.indexOf(quote);
  const value = rest.slice(0, length === -1 ? rest.search(/[\r\n]|$/) : length);
  // Where the text goes on at once, that is no less a secret: a quote is missing, or there is one too many.
  const behind = rest.slice(value.length + (length === -1 ? 0 : quote.length));
  const more = quote === '' ? (value.endsWith(':') ? restOfLine : nothing) : restOfWord;
  const glued = more.exec(behind)?.[0] ?? '';
  const known = credentialIn(name, value.replace(/:$/, ''));
  if ((known ?? credentialIn(name, value + glued)) === undefined) return;
  for (const { start, end } of known === undefined ? [{ start: 0, end: value.length }] : secretParts(value)) {
    yield { span: { start: begin + start, end: begin + end }, text: value.slice(start, end) };
  }
  const start = begin + rest.length - behind.length;
  if (/[A-Za-z0-9]/.test(glued)) yield { span: { start, end: start + glued.length }, text: glued.trim() };
}

const restOfLine = /^[^\r\n]*/;
const restOfWord = /^[^\s,;)}\]:][^\s,;}\]]*/;
const nothing = /^/;
