import { isMap, isSeq, type ParsedNode } from 'yaml';
import { lexemes } from './lexemes.ts';

/**
 * No manifest nests more collections than this. Parsers end somewhere above, at a depth that differs from one version
 * of Node.js to the next and even from run to run.
 */
const mostLevels = 200;

const wideLine = new RegExp(`^[ \\t?:-]{${mostLevels}}`, 'm');

/**
 * Where a text nests too deeply to be parsed: the first bracket or brace beyond `mostLevels`; undefined where it does
 * not, as far as brackets tell.
 */
export function tooManyBrackets(text: string): number | undefined {
  if (!hasMany(text)) return undefined;
  let depth = 0;
  for (const lexeme of lexemes(text)) {
    if (lexeme.isScalar) continue;
    if (lexeme.text === '[' || lexeme.text === '{') depth++;
    else if (lexeme.text === ']' || lexeme.text === '}') depth--;
    if (depth > mostLevels) return lexeme.start;
  }
  return undefined;
}

/** Where the first line begins that is indented far enough for `mostLevels`; undefined without such a line. */
export function deepestLine(text: string): number | undefined {
  const at = text.search(wideLine);
  return at === -1 ? undefined : at;
}

/** Whether a tree has more levels of collections than `mostLevels`. */
export function isTooDeep(root: ParsedNode | null): boolean {
  let level: (ParsedNode | null)[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap(below);
  }
  return false;
}

function below(node: ParsedNode | null): (ParsedNode | null)[] {
  if (isSeq<ParsedNode>(node)) return node.items;
  return isMap<ParsedNode, ParsedNode | null>(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}

function hasMany(text: string): boolean {
  let found = 0;
  for (let at = text.search(/[[{]/); at !== -1 && at < text.length; at++) {
    const c = text.charCodeAt(at);
    if ((c === 0x5b || c === 0x7b) && ++found > mostLevels) return true;
  }
  return false;
}
