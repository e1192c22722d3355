import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { SyntaxProblem } from '../tree/source.ts';
import { lineEnd } from './extent.ts';

/**
 * The first key that does not stand on one line with its colon: YAML 1.2 allows that between braces, gcloud's reader
 * nowhere but behind a question mark. undefined without one.
 */
export function keyOverLines(root: ParsedNode | null, text: string): SyntaxProblem | undefined {
  const open: (ParsedNode | null)[] = [root];
  let first: Scalar.Parsed | undefined;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq<ParsedNode>(node)) for (const item of node.items) open.push(item);
    if (!isMap<ParsedNode, ParsedNode | null>(node)) continue;
    for (const { key, value } of node.items) {
      if (isScalar(key) && !(first && first.range[0] < key.range[0]) && isOverLines(key as Scalar.Parsed, text))
        first = key as Scalar.Parsed;
      if (!isScalar(key)) open.push(key);
      if (value && !isScalar(value)) open.push(value);
    }
  }
  return (
    first && {
      start: first.range[0],
      end: Math.min(first.range[1], lineEnd(text, first.range[0])),
      message: unreadable,
    }
  );
}

const unreadable = "This key does not stand on one line with its colon, which gcloud's reader needs.";

function isOverLines({ range: [start, end], anchor, tag }: Scalar.Parsed, text: string): boolean {
  const colon = text[end] === ':' ? end : colonBehind(text, end);
  if (colon === undefined || !text.slice(start, colon).includes('\n')) return false;
  let before = start - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  // What has a tag or an anchor may stand behind a question mark as well, further up.
  return text[before] !== '?' && !anchor && !tag;
}

function colonBehind(text: string, end: number): number | undefined {
  let at = end;
  for (; /[\s#]/.test(text[at] ?? ''); at++) if (text[at] === '#') at = lineEnd(text, at) - 1;
  return text[at] === ':' ? at : undefined;
}
