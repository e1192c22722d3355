/** A page that the search knows. */
export interface SearchEntry {
  /** What the list of results shows. */
  readonly title: string;
  /** Relative to the root of the site. */
  readonly url: string;
  /** One sentence about it. */
  readonly summary: string;
  /** What else people call it: the name of a product, or those that a rule had before; none where absent. */
  readonly names?: readonly string[];
  /** Refusals of gcloud or Cloud Run that the page explains, as published; none for pages about something else. */
  readonly predicts: readonly string[];
}

type Words = ReadonlySet<string>;

/** A refusal as it is compared with a query. */
class Refusal {
  /** In small letters. */
  readonly text: string;
  readonly words: Words;
  /** Whether anything may follow, so that it says less than one that is whole. */
  readonly isOpen: boolean;

  constructor(text: string) {
    this.text = text.toLowerCase();
    this.words = wordsOf(text);
    this.isOpen = text.endsWith('…');
  }
}

/** Finds pages by a word, by the id of a rule, or by a whole refusal with the names of one's own service in it. */
export class Search {
  readonly #rows: readonly {
    readonly entry: SearchEntry;
    readonly title: Words;
    readonly names: readonly string[];
    readonly summary: Words;
    readonly predicts: readonly Refusal[];
  }[];
  readonly #rare: ReadonlyMap<string, number>;

  /** @param entries all pages, in the order in which equally good ones are listed */
  constructor(entries: readonly SearchEntry[]) {
    this.#rows = entries.map((entry) => ({
      entry,
      title: wordsOf([entry.title, ...(entry.names ?? [])].join(' ')),
      names: (entry.names ?? []).map((name) => name.toLowerCase()),
      summary: wordsOf(entry.summary),
      predicts: entry.predicts.map((text) => new Refusal(text)),
    }));
    this.#rare = rarity(this.#rows.flatMap(({ predicts }) => predicts.map(({ words }) => words)));
  }

  /** The pages that a query is about, the best first, at most twenty. */
  find(query: string): readonly SearchEntry[] {
    const words = wordsOf(query);
    if (words.size === 0) return [];
    const exact = query.trim().toLowerCase();
    return this.#rows
      .map(({ entry, title, names, summary, predicts }) => {
        if (entry.title.toLowerCase() === exact) return { entry, score: 2000 };
        if (names.includes(exact) || predicts.some(({ text }) => text === exact)) return { entry, score: 1000 };
        const refusal = predicts.reduce((most, said) => Math.max(most, this.#likeness(said, words)), 0);
        const text = (inTitle(words, title) + [...words].filter((word) => summary.has(word)).length) / words.size;
        return { entry, score: 10 * text + (refusal > 0.5 ? 100 : 10) * refusal };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 20)
      .map(({ entry }) => entry);
  }

  /** How much of a refusal stands in a query and of the query in the refusal, from 0 to 1; rare words count more. */
  #likeness({ words: said, isOpen }: Refusal, words: Words): number {
    const weight = (all: Iterable<string>): number => {
      let sum = 0;
      for (const word of all) sum += this.#rare.get(word) ?? 1;
      return sum;
    };
    const common = weight([...said].filter((word) => words.has(word)));
    if (common === 0) return 0;
    return (isOpen ? 0.7 : 1) * ((0.7 * common) / weight(said) + (0.3 * common) / weight(words));
  }
}

/** Whole words of a title count most, beginnings of words half as much. */
function inTitle(words: Words, title: Words): number {
  let sum = 0;
  for (const word of words) {
    if (title.has(word)) sum += 6;
    else if ([...title].some((other) => other.startsWith(word))) sum += 3;
  }
  return sum;
}

/** The rarer a word is among the refusals, the more it tells. */
function rarity(texts: readonly Words[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, 1 + Math.log(texts.length / count)]));
}

function wordsOf(text: string): Words {
  return new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? []);
}
