import { Lexer } from 'yaml';

/** A piece of YAML's text, before any structure is made of it. */
export interface Lexeme {
  /** As it stands in the text. */
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
  /** True for a scalar, quotes included, or the lines of a block, in which a `#` or a tab means nothing. */
  readonly isScalar: boolean;
}

/** All pieces of a text in order, without the lexer's own marks, which stand for no characters. Never throws. */
export function* lexemes(text: string): Generator<Lexeme> {
  let start = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') {
      isScalar = lexeme === '\x1f';
      continue;
    }
    yield { text: lexeme, start, isScalar: isScalar || lexeme[0] === '"' || lexeme[0] === "'" };
    isScalar = false;
    start += lexeme.length;
  }
}
