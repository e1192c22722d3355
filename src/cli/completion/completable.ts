/** What a shell can complete, whichever it is. */
export interface Completable {
  /** The commands, and what each does. */
  readonly commands: readonly { readonly name: string; readonly means: string }[];
  /** By command: the words that it takes. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** The options of linting. */
  readonly options: readonly CompletableOption[];
  /** What `graph -f` takes. */
  readonly graphFormats: readonly string[];
}

/** An option on a command line. */
export interface CompletableOption {
  /** Without its two dashes. */
  readonly name: string;
  /** Its letter; absent where it has none. */
  readonly short: string | undefined;
  /** What it does. */
  readonly means: string;
  /** Whether the next word is its value. */
  readonly takesValue: boolean;
  /** What the value may be: some words, or a file; undefined for any text. Words that end with `=` go on. */
  readonly values: readonly string[] | 'file' | undefined;
}

/** A text in single quotes, as bash, zsh and fish read it: none of ours holds a quote or a backslash at its end. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The two forms of an option: `--format`, `-f`. */
export function formsOf({ name, short }: CompletableOption): readonly string[] {
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}
