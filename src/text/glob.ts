/** Says of a text whether it is meant by a glob. */
export type GlobTest = (text: string) => boolean;

/** No glob is longer, in UTF-16 units: each of them is looked at for every name. */
const longest = 1000;

/** Into so many globs without braces one may be written out. */
const mostVariants = 100;

/** What one character of a name may be. */
type One = string | ((character: string) => boolean);

/** What a name is made of: characters, and stars for any number of them. */
type Tokens = readonly (One | '*')[];

/** A part of a glob between slashes: any folders at all, or a name. */
type Part = '**' | { readonly tokens: Tokens; readonly literal: string | undefined };

/** Why a glob is not used, as a clause; undefined for one that is. */
export function refusedGlob(glob: string): string | undefined {
  if (glob.length > longest) return 'is longer than 1,000 characters';
  return withoutBraces(glob).length > mostVariants ? 'has braces that stand for more than 100 globs' : undefined;
}

/** What a glob costs for each character of a text: its length for all that its braces stand for, nothing without wildcards. */
export function costOfGlob(glob: string): number {
  return /[*?[{]/.test(glob) ? withoutBraces(glob).reduce((sum, { length }) => sum + length, 0) : 0;
}

/**
 * Compiles a glob: `*` and `?` within a name, `**` for folders, `[a-z]`, `{a,b}`, a backslash before what is meant as it
 * stands. Names with a dot are names like others. Time is bounded by the length of the glob times that of the text.
 * One that is refused means nothing.
 */
export function globTest(glob: string): GlobTest {
  if (refusedGlob(glob)) return () => false;
  const variants = withoutBraces(glob).map((plain) => below(plain.split('/').map(readPart)));
  return (text) => {
    const names = namesOf(text);
    return variants.some((parts) => fits(parts, names, isName, '**'));
  };
}

let newest: { readonly text: string; readonly names: readonly string[] } = { text: '', names: [''] };

/** What stands between the slashes of a text. Many globs are asked about the same one, so the newest is kept. */
function namesOf(text: string): readonly string[] {
  if (newest.text !== text) newest = { text, names: text.split('/') };
  return newest.names;
}

/** The globs that one with braces stands for; one more than may be where it is too many. */
function withoutBraces(glob: string): readonly string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const choice = firstChoice(next);
    if (!choice) done.push(next);
    else for (const variant of choice.variants.toReversed()) open.push(choice.before + variant + choice.behind);
    if (done.length + open.length > mostVariants) return new Array(mostVariants + 1).fill(glob);
  }
  return done;
}

function firstChoice(glob: string) {
  const starts: number[] = [];
  const commas: number[] = [];
  for (let at = 0; at < glob.length; at++) {
    const c = glob[at];
    if (c === '\\') at++;
    else if (c === '{') {
      starts.push(at);
      commas.length = 0;
    } else if (c === ',' && starts.length > 0) commas.push(at);
    else if (c === '}' && starts.length > 0) {
      const start = starts.pop()!;
      // Braces without a comma stand for themselves.
      if (commas.length === 0) continue;
      const ends = [start, ...commas, at];
      const variants = ends.slice(1).map((end, i) => glob.slice(ends[i]! + 1, end));
      return { before: glob.slice(0, start), variants, behind: glob.slice(at + 1) };
    }
  }
  return undefined;
}

// A name that ends in a star, then a slash and two stars: only what lies below it is meant, though without the first star
// the folder is meant as well.
function below(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1) === '**' ? parts.at(-2) : undefined;
  return last && last !== '**' && last.tokens.at(-1) === '*' ? [...parts, partOf(['*'])] : parts;
}

function readPart(text: string): Part {
  if (/^\*{2,}$/.test(text)) return '**';
  const tokens: (One | '*')[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    const set = c === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(text.slice(at)) : null;
    if (c === '\\' && at + 1 < text.length) tokens.push(literal(text[++at]!));
    else if (c === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (c === '?') tokens.push(() => true);
    else if (set) {
      tokens.push(oneOf(set[2]!, set[1] !== ''));
      at += set[0].length - 1;
    } else tokens.push(literal(c));
  }
  return partOf(tokens);
}

function partOf(tokens: Tokens): Part {
  const isLiteral = tokens.every((token) => token !== '*' && typeof token === 'string');
  return { tokens, literal: isLiteral ? tokens.join('') : undefined };
}

/** A star that is meant as it stands is told apart from one that is not. */
function literal(c: string): One {
  return c === '*' ? (other) => other === '*' : c;
}

function oneOf(set: string, isOther: boolean): One {
  return (c) => {
    let isIn = false;
    for (let at = 0; at < set.length && !isIn; at++) {
      const last = set[at + 1] === '-' && at + 2 < set.length ? set[at + 2]! : set[at]!;
      isIn = c >= set[at]! && c <= last;
      if (last !== set[at]) at += 2;
    }
    return isIn !== isOther;
  };
}

function isName(part: Part | undefined, name: string | undefined): boolean {
  if (part === undefined || part === '**' || name === undefined) return false;
  return part.literal === undefined ? fits(part.tokens, name, isCharacter, '*') : part.literal === name;
}

function isCharacter(one: One | undefined, c: string | undefined): boolean {
  return typeof one === 'string' ? one === c : one !== undefined && c !== undefined && one(c);
}

/** Fits wanted to given in order; what stands for any number of them takes as few as possible, and only the last such one more. */
function fits<W, G>(
  wanted: ArrayLike<W>,
  given: ArrayLike<G>,
  isOne: (want: W | undefined, give: G | undefined) => boolean,
  any: W,
): boolean {
  let want = 0;
  let give = 0;
  let lastAny = -1;
  let taken = 0;
  while (give < given.length) {
    if (want < wanted.length && wanted[want] === any) {
      lastAny = want++;
      taken = give;
    } else if (want < wanted.length && isOne(wanted[want], given[give])) {
      want++;
      give++;
    } else if (lastAny !== -1) {
      want = lastAny + 1;
      give = ++taken;
    } else return false;
  }
  while (want < wanted.length && wanted[want] === any) want++;
  return want === wanted.length;
}
