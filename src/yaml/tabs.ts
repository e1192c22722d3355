import type { Source } from '../tree/source.ts';
import type { Span } from '../tree/span.ts';
import { lexemes } from './lexemes.ts';
import { YamlSource } from './source.ts';

/**
 * The tabs that stand between the parts of YAML, behind a value too: YAML allows them there, gcloud's reader does not.
 * Those in comments and texts are none, and in templates none are sought. One span for each run of blanks and tabs.
 */
export function tabsBetweenTokens(source: Source): readonly Span[] {
  if (!(source instanceof YamlSource)) return [];
  const { readable: text, masked } = source;
  if (!text.includes('\t') || masked.length > 0) return [];
  const found: Span[] = [];
  for (const lexeme of lexemes(text)) {
    if (lexeme.isScalar || !lexeme.text.includes('\t') || lexeme.text.trim() !== '') continue;
    const { start } = lexeme;
    found.push({ start: start + lexeme.text.indexOf('\t'), end: start + lexeme.text.lastIndexOf('\t') + 1 });
  }
  return found;
}
