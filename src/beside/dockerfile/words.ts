import { shellWords } from '../shell-words.ts';
import { TextAt } from '../text-at.ts';

/** The items of the JSON form of an instruction, `["nginx", "-g"]`; undefined where the text has another form. */
export function jsonItems(body: TextAt): readonly TextAt[] | undefined {
  const { text } = body;
  if (!text.trimStart().startsWith('[')) return undefined;
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(items) || !items.every((item) => typeof item === 'string')) return undefined;
  const found: TextAt[] = [];
  for (const [start, end] of stringsIn(text)) {
    const value = items[found.length] as string;
    const inner = body.part(start + 1, end - 1);
    found.push(value === inner.text ? inner : new TextAt(body.source, value, inner.span, body.stablePath));
  }
  return found;
}

/** Where the strings of a JSON list stand, quotes included. */
function* stringsIn(text: string): Generator<readonly [number, number]> {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const start = at++;
    while (text[at] !== '"' && at < text.length) at += text[at] === '\\' ? 2 : 1;
    at++;
    yield [start, at];
  }
}

/** The words of an instruction as Docker splits them: at blanks, quotes and escapes taken off. */
export function wordsOf(body: TextAt): readonly TextAt[] {
  return shellWords(body.text).map(({ text, start, end, inner }) => {
    if (inner !== undefined) return body.part(inner, inner + text.length);
    return new TextAt(body.source, text, body.part(start, end).span, body.stablePath);
  });
}
