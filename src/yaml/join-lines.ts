import { isCollection, isPair, isScalar, type ParsedNode, type YAMLParseError } from 'yaml';
import { lineEnd } from './extent.ts';

/**
 * The text with the lines joined of the quoted value, or the braces or brackets, at which a parser of YAML 1.2 stopped
 * since one of them stands too far left. gcloud's YAML 1.1 has no such rule. Blanks take the place of line breaks and
 * of comments in between, so that all offsets hold. undefined where the document has another fault.
 */
export function joinLines(text: string, root: ParsedNode | null, error: YAMLParseError): string | undefined {
  if (!/^Missing closing|must be sufficiently indented/.test(error.message)) return undefined;
  const start = startOf(root, error.pos[0]);
  const joined = start === undefined ? undefined : joinFrom(text, start);
  return joined && text.slice(0, start) + joined + text.slice(start! + joined.length);
}

/** Where the outermost quoted value or flow collection begins that the parser had not read to its end at an offset. */
function startOf(root: ParsedNode | null, at: number): number | undefined {
  let node: unknown = root;
  while (node) {
    if (isPair(node)) {
      const { key, value } = node as { readonly key: ParsedNode; readonly value: ParsedNode | null };
      node = value && value.range[0] < at ? value : key;
      continue;
    }
    if (!isScalar(node) && !isCollection(node)) return undefined;
    const { range } = node as ParsedNode;
    if (isScalar(node)) return /^QUOTE/.test(node.type ?? '') ? range[0] : undefined;
    if (node.flow) return range[0];
    node = node.items.findLast((item) => begin(item) < at);
  }
  return undefined;
}

function begin(item: unknown): number {
  const node = (isPair(item) ? item.key : item) as ParsedNode | null;
  return node?.range[0] ?? Number.POSITIVE_INFINITY;
}

/** A quoted value or flow collection on one line, wherever its lines begin; undefined where nothing closes it. */
function joinFrom(text: string, start: number): string | undefined {
  let joined = '';
  // Looking into what is joined would make one text of its many pieces each time.
  let tail = '';
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const c = text[at]!;
    const follows = at === start || /[\s[{,:]/.test(text[at - 1]!);
    let end = at + 1;
    if (follows && (c === '"' || c === "'")) end = endOfQuoted(text, at);
    else if (follows && c === '#') {
      end = lineEnd(text, at);
      if (parts(tail, text, end)) return undefined;
    } else if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
    const piece = follows && c === '#' ? ' '.repeat(end - at) : text.slice(at, end).replace(/[\r\n]/g, ' ');
    joined += piece;
    tail = (tail + piece).slice(-200);
    if (depth <= 0) return joined;
    at = end;
  }
  return undefined;
}

/** Whether a comment stands between two words, which blanks in its place would make one of. */
function parts(before: string, text: string, end: number): boolean {
  const next = /[^\s#]|#/g;
  next.lastIndex = end;
  const behind = next.exec(text)?.[0] ?? ',';
  const word = /[^\s,:[\]{}"']+\s*$/.exec(before)?.[0];
  return word !== undefined && !/^[&!]/.test(word) && !/[,:\]}#]/.test(behind);
}

/** Where a quoted value ends; the end of the text where nothing closes it. */
export function endOfQuoted(text: string, start: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return text.length;
}
