import { isCollection, isPair, type ParsedNode } from 'yaml';
import type { Span } from '../tree/span.ts';
import type { YamlSource } from './source.ts';

/** See `Source.scopesOfLines`. One walk, whatever the number of lines. */
export function scopesOfLines(source: YamlSource, lines: ReadonlySet<number>): ReadonlyMap<number, Span> {
  const scopes = new Map<number, Span>();
  const begin = (start: number, end: number): void => {
    const { line, column } = source.position(start);
    if (!lines.has(line)) return;
    const known = scopes.get(line);
    const lineEnd = known ? 0 : source.text.indexOf('\n', start);
    scopes.set(line, { start: start - column + 1, end: Math.max(known?.end ?? lineEnd, end) });
  };

  const open: unknown[] = source.documents.map(({ written }) => written);
  while (open.length > 0) {
    const node = open.pop() as ParsedNode | null;
    if (!isCollection(node)) {
      if (node?.range) begin(node.range[0], node.range[1]);
      continue;
    }
    let dash = node.range?.[0] ?? 0;
    for (const item of node.items as ParsedNode[]) {
      if (isPair(item)) {
        const [key, value] = [item.key as ParsedNode | null, item.value as ParsedNode | null];
        if (key?.range) begin(key.range[0], value?.range?.[1] ?? key.range[1]);
        open.push(key, value);
        continue;
      }
      if (item?.range && node.flow !== true && source.text[dash] === '-') begin(dash, item.range[1]);
      open.push(item);
      dash = skipToDash(source.text, item?.range?.[2] ?? dash);
    }
  }
  return scopes;
}

/** Behind the blank space and the comments that may stand between two items. */
function skipToDash(text: string, from: number): number {
  let at = from;
  for (; /[\s#]/.test(text[at] ?? ''); at++) {
    if (text[at] !== '#') continue;
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end;
  }
  return at;
}
