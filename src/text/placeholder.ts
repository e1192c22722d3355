/**
 * Marks in the text of a manifest that a tool fills in before the deploy. What holds one is unknown to us:
 * `${X}`, `$X`, `$(X)`, `%X%`, `{{ x }}`, `<X>`, `__X__`, `@X@`, `YOUR_X`, `PROJECT_ID` as public Cloud Run repositories
 * write them, `<+x>` of Harness, `<%= x %>` of ERB, `#{X}#` of Azure Pipelines and Octopus, `((x))` of Concourse,
 * `$[[ x ]]` of GitLab, and `%{ if x }` of Terraform.
 */
const marks =
  /\$\{[^{}]*\}|\$\([A-Za-z_][\w.-]*\)|\$[A-Za-z_]\w*|%[A-Za-z_][\w.-]*%|\{\{|\}\}|<[A-Za-z_][\w .:/-]*>|<\+[^<>\n]+>|<%[^%\n]*%>|#\{[^{}\n]*\}#?|(?<!\$)\(\( ?[A-Za-z_][\w .:/-]*\)\)|\$\[\[[^[\]\n]*\]\]|%\{ ?(?:if|else|endif|for|endfor)\b[^{}\n]*\}|(?<![A-Za-z0-9_])__[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__(?![A-Za-z0-9_])|@[A-Za-z_][\w.]*@|[\uE000]|\bimage-to-replace\b/;

/** As `marks`, but braces with what is between them, and a stretch of mask characters as one. */
const wholeMarks = new RegExp(String.raw`\{\{[^{}]*\}\}|\uE000+|${marks.source}`, 'g');

/**
 * A word in capitals of at least two parts, as people write what is to be replaced by hand: `PROJECT_ID`. It is a whole
 * value or a whole step of a path, an address or a list, or follows a flag: not a word of a sentence or a script, and
 * no number with a prefix, such as that of a ticket: `OPS-2291`; nor the name of a variable: `--config=env:OTEL_CONFIG`.
 */
const capitals =
  /(?:^|[/:@,=;&?#|"'([{]|^--?[\w-]+ )(?<!\benv:)(?![A-Z]+-\d+(?![\w-]))[A-Z][A-Z0-9]*[_-][A-Z0-9_-]*[A-Z0-9](?=$|[/:@,;&?#|"')\]}])/;

/** `YOUR_PROJECT`, `your-project-id`, `MY-BUCKET`: a stand-in that starts a word. */
const yours = /(?<![A-Za-z0-9])(?:YOUR|MY|your)[-_][A-Za-z]/;

/** The character that stands for every character of an unquoted placeholder, see `maskPlaceholders`. */
export const maskCharacter = '\uE000';

/**
 * The text with one `maskCharacter` in place of each mark, and the words inside the marks in lower case, in order:
 * `gcr.io/${PROJECT_ID}/web` gives `gcr.io/\uE000/web` and `project_id`.
 */
export function hidePlaceholders(text: string): { readonly text: string; readonly hints: readonly string[] } {
  const hints: string[] = [];
  if (!markHint.test(text)) return { text, hints };
  const hidden = text.replace(wholeMarks, (mark) => {
    hints.push(
      mark
        .replace(/[^A-Za-z0-9_-]+/g, ' ')
        .replace(/^[ _]+|(?<![ _])[ _]+$/g, '')
        .toLowerCase(),
    );
    return maskCharacter;
  });
  return { text: hidden, hints };
}

/** The text with its marks hidden, as long as before: a `maskCharacter` for each of their characters. */
export function maskMarks(text: string): string {
  return markHint.test(text) ? text.replace(wholeMarks, (mark) => maskCharacter.repeat(mark.length)) : text;
}

/** Characters without which no text holds a mark, and letters without which it holds no word: most texts have neither. */
const markHint = /[$%{}<@\uE000]|__|\(\(|image-to/;
const wordHint = /[A-Z]|your/;

/** True if the text holds a mark of some template language; for names that are in capitals by custom. */
export function hasMark(text: string): boolean {
  return markHint.test(text) && marks.test(text);
}

/** What makes a text a placeholder, from the surest sign to the weakest; docs/placeholders.md says where each counts. */
export type PlaceholderKind =
  /** A mark of some template language. */
  | 'mark'
  /** `your-project`, `MY-BUCKET`. */
  | 'yours'
  /** `PROJECT_ID`. */
  | 'capitals';

/** The surest sign by which some part of the text is filled in by another tool or person; undefined where there is none. */
export function placeholderIn(text: string): PlaceholderKind | undefined {
  if (hasMark(text)) return 'mark';
  if (!wordHint.test(text)) return undefined;
  if (yours.test(text)) return 'yours';
  return capitals.test(text) ? 'capitals' : undefined;
}

/** True if some part of the text is filled in by another tool, so that its value cannot be known. */
export function hasPlaceholder(text: string): boolean {
  return placeholderIn(text) !== undefined;
}

/** As `hasPlaceholder`, for names that are in capitals by custom: those of secrets, for example. */
export function holdsMarkOrYours(text: string): boolean {
  const kind = placeholderIn(text);
  return kind === 'mark' || kind === 'yours';
}

/** True if nothing of the text is sure to stay, so that it may be filled in with nothing: `%REASON%`, `REASON`. */
export function isAllPlaceholder(text: string): boolean {
  const bare = text.trim();
  return hidePlaceholders(bare).text === maskCharacter || /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/.test(bare);
}

/** True also for a lone word in capitals (`IMAGE`, `REGION`), which is a stand-in where lower case is the rule. */
export function isStandIn(text: string): boolean {
  return /^[A-Z][A-Z0-9]{2,}$/.test(text) || hasPlaceholder(text);
}
