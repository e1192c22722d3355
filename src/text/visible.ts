import { homepage, site } from '../links.ts';

/**
 * What must not reach a terminal, a log or a page as it is:
 * control and format characters (escape sequences, bidirectional overrides), line separators, lone surrogates and
 * characters drawn as nothing; `##[` and `##vso[`, which build servers obey anywhere in a line; and `:1:2: error: `,
 * which a problem matcher would take for a finding. Of the last two only the first character is matched.
 *
 * Made on first need: the engine builds its sets of characters as long as it takes to lint a file.
 */
const unsafe = (): RegExp =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}|#(?=#[A-Za-z]{0,20}\[)|:(?=\d+:\d+: (?:error|warning|info): )/gu;

/** The same without exceptions, and quickly told: where it finds nothing, `unsafe` finds nothing either. */
const suspicious = /[^ -~]|##|:\d+:\d/;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line with everything that could command a terminal or a build server written out: ESC as `\x1b`. */
export function visible(text: string): string {
  return suspicious.test(text) ? text.replace(unsafe(), writtenOut) : text;
}

/** The same for what makes a whole line, which a build server must not take for a workflow command (`::error ::`). */
export function visibleLine(text: string): string {
  return visible(text).replace(/^(\s*):(?=:)/, '$1\\x3a');
}

/**
 * Control and format characters, line separators and lone surrogates, but for line breaks, tabs, colours, and the
 * zero-width space by which the formats keep Markdown and Mermaid from acting; links whole.
 */
const commanding = (): RegExp =>
  /\x1b\]8;;(?:https:\/\/[\w./-]{1,200})?\x1b\\|(?!\t|\n|\u200b|\x1b\[[\d;]{0,20}m)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The same, and quickly told of most texts: where it finds nothing, `commanding` finds nothing either. */
const mayCommand = /[^\t\n\x1b -~\xa0-\xac\xae-\u05ff\u2010-\u2027\u2030-\u205f\u2100-\ud7ff]|\x1b(?!\[[\d;]{0,20}m)/;

/**
 * A text of several lines with all but line breaks, tabs and colours written out that could command a terminal. The
 * formats have made visible what they quote; this is for what slips through.
 */
export function harmless(text: string): string {
  return mayCommand.test(text) ? text.replace(commanding(), unlessOurs) : text;
}

/** Links to pages of this project stay what they are, and so does what ends them. */
function unlessOurs(match: string): string {
  const isOurs = [homepage, site].some((address) => match.startsWith(`${link}${address}/`));
  if (isOurs || match === `${link}${linkEnd}`) return match;
  return match.length > 2 ? match.replaceAll('\x1b', writtenOut('\x1b')) : writtenOut(match);
}

const link = '\x1b]8;;';
const linkEnd = '\x1b\\';

/** A text that leads to a page of this project on terminals that know OSC 8; `harmless` lets it through. */
export function hyperlink(text: string, address: string): string {
  return `${link}${address}${linkEnd}${text}${link}${linkEnd}`;
}

/** A stretch of a text and how it is shown. */
export interface ShownPart {
  /** UTF-16 offset in the text. */
  readonly start: number;
  /** What to show in place of the stretch: the same characters, or an escape. */
  readonly text: string;
  /** True if `text` is an escape that stands for one character. */
  readonly escaped: boolean;
}

/** `visible`, in parts that know their place in the text. */
export function* visibleParts(text: string): Iterable<ShownPart> {
  let behind = 0;
  for (const match of suspicious.test(text) ? text.matchAll(unsafe()) : []) {
    if (match.index > behind) yield { start: behind, text: text.slice(behind, match.index), escaped: false };
    yield { start: match.index, text: writtenOut(match[0]), escaped: true };
    behind = match.index + match[0].length;
  }
  if (behind < text.length) yield { start: behind, text: text.slice(behind), escaped: false };
}

function writtenOut(character: string): string {
  const code = character.codePointAt(0)!;
  return named[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`);
}

/** JSON in which the same characters are `\u` escapes: equal once parsed, harmless where it is printed. */
export function visibleJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(unsafe(), inJson)}\n`;
}

function inJson(match: string): string {
  if (match === '\n') return match;
  return Array.from({ length: match.length }, (_, i) => `\\u${match.charCodeAt(i).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
