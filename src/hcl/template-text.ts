import type { TemplatePart, TextPart } from './ast.ts';

const plainEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** How many characters an escape takes that begins at an offset; 0 for one that HCL does not know. */
export function escapeAt(text: string, at: number): number {
  const letter = text[at + 1] ?? '';
  if (letter in plainEscapes) return 2;
  const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = text.slice(at + 2, at + 2 + digits);
  return digits > 0 && code.length === digits && /^[0-9A-Fa-f]+$/.test(code) ? 2 + digits : 0;
}

/** A stretch of a template as text: with doubled marks as one, and with escapes read where it is in quotes. */
export function textPart(text: string, start: number, end: number, isQuoted: boolean): TextPart {
  const raw = text.slice(start, end);
  if (!/\\|\$\$\{|%%\{/.test(raw)) return { kind: 'text', text: raw, start, end };
  const pieces: string[] = [];
  const offsets: number[] = [];
  for (let at = start; at < end; ) {
    const [piece, width] = readCharacter(text, at, isQuoted);
    pieces.push(piece);
    for (let index = 0; index < piece.length; index++) offsets.push(piece.length === width ? at + index : at);
    at += width;
  }
  offsets.push(end);
  return { kind: 'text', text: pieces.join(''), start, end, offsets };
}

/** What stands at an offset, and how many characters it is written with. */
function readCharacter(text: string, at: number, isQuoted: boolean): readonly [string, number] {
  const character = text[at]!;
  if (character === '\\' && isQuoted) {
    const width = escapeAt(text, at);
    const plain = plainEscapes[text[at + 1]!];
    if (plain !== undefined) return [plain, 2];
    const code = Number.parseInt(text.slice(at + 2, at + width), 16);
    return [code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code), width];
  }
  if ((character === '$' || character === '%') && text[at + 1] === character && text[at + 2] === '{') {
    return [`${character}{`, 3];
  }
  return [character, 1];
}

/** The parts of a heredoc without the blanks that all of its lines begin with, as `<<-` takes them off. */
export function withoutIndent(parts: readonly TemplatePart[], text: string): readonly TemplatePart[] {
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.kind === 'inserted') least = isLineStart(text, part.start) ? 0 : least;
    else {
      eachLineStart(part, text, (_, blanks) => {
        least = Math.min(least, blanks);
      });
    }
  }
  if (least === 0 || least === Number.POSITIVE_INFINITY) return parts;
  return parts.map((part) => (part.kind === 'text' ? cutLines(part, text, least) : part));
}

function isLineStart(text: string, at: number): boolean {
  return text[at - 1] === '\n';
}

/** Tells where each line begins that begins in a part, and how many blanks it begins with. Blank lines are passed over. */
function eachLineStart(part: TextPart, text: string, tell: (at: number, blanks: number) => void): void {
  for (let at = 0; at < part.text.length; ) {
    const next = part.text.indexOf('\n', at);
    if (at > 0 || isLineStart(text, part.start)) {
      const end = endOfBlanks(part.text, at);
      if (end !== next && part.text[end] !== '\r') tell(at, end - at);
    }
    if (next === -1) return;
    at = next + 1;
  }
}

function endOfBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function cutLines(part: TextPart, text: string, width: number): TextPart {
  const pieces: string[] = [];
  const offsets: number[] = [];
  const placeOf = (at: number): number => part.offsets?.[at] ?? part.start + at;
  let from = 0;
  const keep = (to: number): void => {
    pieces.push(part.text.slice(from, to));
    for (let at = from; at < to; at++) offsets.push(placeOf(at));
  };
  eachLineStart(part, text, (at, blanks) => {
    keep(at);
    from = at + Math.min(blanks, width);
  });
  keep(part.text.length);
  offsets.push(part.end);
  return { kind: 'text', text: pieces.join(''), start: part.start, end: part.end, offsets };
}
