import { Lexer } from 'yaml';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/**
 * The tabs that stand between the parts of YAML, behind a value too: YAML allows them there, gcloud's reader does not.
 * Those in comments and texts are none, and in templates none are sought. One span for each run of blanks and tabs.
 */
export function tabsBetweenTokens({ readable: text, masked }: Source): readonly Span[] {
  if (!text.includes('\t') || masked.length > 0) return [];
  const found: Span[] = [];
  let offset = 0;
  let scalarFollows = false;
  for (const lexeme of new Lexer().lex(text)) {
    // Marks of the lexer, which stand for no characters.
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') {
      scalarFollows = lexeme === '\x1f';
      continue;
    }
    if (!scalarFollows && lexeme.includes('\t') && lexeme.trim() === '') {
      const start = offset + lexeme.indexOf('\t');
      found.push({ start, end: offset + lexeme.lastIndexOf('\t') + 1 });
    }
    scalarFollows = false;
    offset += lexeme.length;
  }
  return found;
}
