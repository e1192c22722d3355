import { Lexer } from 'yaml';

/** Above this many UTF-16 units a file is refused unread: no manifest is that large, and parsing costs memory. */
const mostCharacters = 4_000_000;

/** Above this many pieces a file is refused: each costs some kilobyte once parsed. */
const mostPieces = 250_000;

/** What an item of a list costs, of what a piece does: it may be a container, of which there is much to say. */
const costOfItem = 3;

/** What a comment, a line break or blanks between pieces cost, of what a piece does. */
const costOfNothing = 0.25;

/** No repository keeps more documents in one file; each may hold a workload, for which every rule is asked. */
const mostDocuments = 2000;

/** So many brackets may close without one that is open: each of them is an error to the parser. */
const mostUnopened = 1000;

/** A value longer than this may hold pieces of its own. */
const longWord = 10_000;

/** Shorter texts hold too little to be counted. */
const uncounted = 100_000;

/** So much is taken apart at once, so that counting ends soon where it finds too much. */
const stretch = 500_000;

/** Why a text is too large to be parsed, as a sentence; undefined for one that a parser can bear. Linear. */
export function tooLarge(text: string): string | undefined {
  const reason = text.length > mostCharacters ? 'is larger than 4 million characters' : countedReason(text);
  return reason && `The file ${reason} and is not read.`;
}

function countedReason(text: string): string | undefined {
  if (text.length < uncounted) return undefined;
  const lexer = new Lexer();
  let pieces = 0;
  let documents = 0;
  let unopened = 0;
  let open = 0;
  for (let from = 0; from < text.length; from += stretch) {
    for (const lexeme of lexer.lex(text.slice(from, from + stretch), from + stretch < text.length)) {
      pieces += lexeme === '-' ? costOfItem : /^[\s#]/.test(lexeme) ? costOfNothing : 1;
      if (lexeme.length > longWord && /^["']?\s*[[{]/.test(lexeme)) pieces += 2 * separatorsIn(lexeme);
      if (pieces > mostPieces) return 'holds more than 250,000 words and signs';
      if (lexeme === '---' && ++documents > mostDocuments) return 'holds more than 2,000 documents';
      if (lexeme === '[' || lexeme === '{') open++;
      else if ((lexeme === ']' || lexeme === '}') && --open < 0) {
        open = 0;
        if (++unopened > mostUnopened) return 'closes more than 1,000 brackets that are not open';
      }
    }
  }
  return undefined;
}

/** How often a value separates one thing from another, as JSON within an annotation does. */
function separatorsIn(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 44 || code === 58 || code === 91 || code === 123) count++;
  }
  return count;
}
