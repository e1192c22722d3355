import { onceEach } from '../../once.ts';
import type { Comment } from '../../tree/source.ts';
import type { SourceText } from '../../tree/source-text.ts';
import type { Span } from '../../tree/span.ts';
import type { TextAt } from '../text-at.ts';
import { faultOf } from './faults.ts';
import { readTokens, type Token } from './tokens.ts';

/** A directive with its block, if it has one. */
export interface Directive {
  /** `listen`, `server`. */
  readonly name: TextAt;
  /** What stands behind the name. */
  readonly args: readonly TextAt[];
  /** undefined where it ends with a semicolon. */
  readonly block: readonly Directive[] | undefined;
  /** From its name to the end of its block. */
  readonly span: Span;
}

/** An nginx configuration, or a part of one. */
export interface NginxFile {
  /** The directives outside of any block. */
  readonly directives: readonly Directive[];
  /** Why nginx cannot read it, in our words, and where; undefined where it can, as far as the form tells. */
  readonly problem: Problem | undefined;
  /** In order. */
  readonly comments: readonly Comment[];
}

/** Why a file cannot be read. */
export interface Problem {
  /** A sentence. */
  readonly message: string;
  /** Where it shows. */
  readonly on: TextAt;
}

/** Blocks that nest deeper are read no further. */
const deepest = 50;

/** Reads a configuration. Never throws. The same source is read once. */
export const parseNginx = onceEach((source: SourceText): NginxFile => {
  const { tokens, comments, openQuote } = readTokens(source);
  const reader = new Reader(tokens);
  const directives = reader.block(0);
  const quoted = openQuote === undefined ? undefined : tokens.at(-1)?.word;
  const problem = quoted ? { message: 'The quote that begins here has no end.', on: quoted } : reader.problem;
  return { directives, problem, comments };
});

class Reader {
  problem: Problem | undefined;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  block(depth: number): readonly Directive[] {
    const directives: Directive[] = [];
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if (token.sign === '}') {
        if (depth > 0) return directives;
        this.#report('This "}" closes nothing.', token.word);
        this.#at++;
      } else if (token.sign) {
        this.#report(`"${token.sign}" stands where a directive begins.`, token.word);
        this.#at++;
      } else directives.push(this.#directive(depth));
    }
    return directives;
  }

  #directive(depth: number): Directive {
    const [name, ...args] = this.#words() as [TextAt, ...TextAt[]];
    const end = this.#tokens[this.#at];
    const fault = faultOf(name, args, end?.sign);
    if (fault) this.#report(fault.message, fault.on);
    if (end?.sign === ';') {
      this.#at++;
      return { name, args, block: undefined, span: { start: name.span.start, end: end.word.span.end } };
    }
    if (end?.sign !== '{' || depth >= deepest) {
      if (end?.sign === '{') this.#at = this.#tokens.length;
      return { name, args, block: undefined, span: name.span };
    }
    this.#at++;
    const block = this.block(depth + 1);
    const closing = this.#tokens[this.#at];
    if (closing) this.#at++;
    else this.#report(`The block of "${name.text}" has no end: a "}" is missing.`, name);
    const last = closing?.word.span.end ?? name.span.end;
    return { name, args, block, span: { start: name.span.start, end: last } };
  }

  #words(): readonly TextAt[] {
    const words: TextAt[] = [];
    for (let token = this.#tokens[this.#at]; token && !token.sign; token = this.#tokens[this.#at]) {
      words.push(token.word);
      this.#at++;
    }
    return words;
  }

  #report(message: string, on: TextAt): void {
    this.problem ??= { message, on };
  }
}
