import type { Span } from '../tree/span.ts';

/** Shorter texts are looked for nowhere: they would be found in every word. */
const shortest = 4;

/** Texts of this length and more are found inside of words, too; shorter ones only by themselves. */
const telling = 6;

/** So many texts with the same beginning are told apart; of more, whatever begins alike counts up to the next blank. */
const mostAlike = 20;

/** Longer texts are looked for in pieces of this length, in UTF-16 units. */
const longest = 64;

/** Finds any of many texts in another one, in a time that grows with that one alone, whoever has chosen the texts. */
export class Needles {
  readonly #alike = new Map<string, string[]>();
  readonly #firsts = new Set<number>();

  /** Texts shorter than four characters are left out. */
  constructor(texts: Iterable<string>) {
    for (const text of new Set([...texts].flatMap((text) => [...pieces(text)]))) {
      const start = text.slice(0, shortest);
      const alike = this.#alike.get(start) ?? [];
      if (alike.length <= mostAlike) alike.push(text);
      this.#alike.set(start, alike);
      this.#firsts.add(text.charCodeAt(0));
    }
    for (const alike of this.#alike.values()) alike.sort((a, b) => b.length - a.length);
  }

  /** Whether there is nothing to find. */
  get isEmpty(): boolean {
    return this.#alike.size === 0;
  }

  /**
   * Where they stand, in order and without overlaps: a longer one before a shorter one, one that `…` cuts too. What
   * overlaps or touches is one place, as the pieces of a long text do.
   */
  *findIn(text: string): Generator<Span> {
    let place: Span | undefined;
    for (let at = 0; at + shortest <= text.length; at++) {
      if (!this.#firsts.has(text.charCodeAt(at))) continue;
      const alike = this.#alike.get(text.slice(at, at + shortest));
      const end = alike && endOf(alike, text, at);
      if (end === undefined) continue;
      if (place && at <= place.end) place = { start: place.start, end: Math.max(place.end, end) };
      else {
        if (place) yield place;
        place = { start: at, end };
      }
      // That end was looked for as far as it is.
      if (alike!.length > mostAlike) at = end - 1;
    }
    if (place) yield place;
  }
}

function* pieces(text: string): Iterable<string> {
  if (text.length >= shortest && text.length <= longest) yield text;
  if (text.length <= longest) return;
  for (let at = 0; at < text.length; at += longest) {
    const start = Math.min(at, text.length - longest);
    yield text.slice(start, start + longest);
  }
}

function endOf(alike: readonly string[], text: string, at: number): number | undefined {
  if (alike.length > mostAlike) {
    return at + text.slice(at).search(/\s|$/);
  }
  const whole = alike.find((one) => text.startsWith(one, at) && (one.length >= telling || standsAlone(text, at, one)));
  if (whole !== undefined) return at + whole.length;
  const rest = text.endsWith('…') ? text.slice(at, -1) : '';
  return rest.length >= shortest && alike.some((one) => one.startsWith(rest)) ? text.length - 1 : undefined;
}

function standsAlone(text: string, at: number, { length }: string): boolean {
  return !/[\p{L}\p{N}]/u.test((text[at - 1] ?? '') + (text[at + length] ?? ''));
}
