/** An expression that the checker cannot clear, and why it does no harm. */
export interface Exception {
  /** As it stands in the code, with slashes and flags; of one that is put together at run time, the whole `new RegExp`. */
  readonly expression: string;
  /** What bounds it. */
  readonly reason: string;
}

const raw = String.raw;

/** All that `npm run redos` lets pass. */
export const exceptions: readonly Exception[] = [
  {
    expression: raw`/[\w./-]*$/`,
    reason: 'It is asked of the 200 characters before the cursor.',
  },
  {
    expression: raw`/^[a-z0-9]+(?:[-_/][a-z0-9]+)*[-_/](?:secret|token|key|password|credentials?)(?:[-_/][a-z0-9]+)*$/`,
    reason: 'It is asked of texts of at most 128 characters.',
  },
  {
    expression: raw`/(?:^|-)docker\.(?:pkg\.dev|pkg-[a-z0-9-]+\.goog|q?s3nsregistry\.fr)$|-docker\.pkg\.[a-z0-9.-]+$/`,
    reason: 'It is asked of hosts of at most 253 characters.',
  },
  {
    expression: raw`/[^\s,:[\]{}"']+\s*$/`,
    reason: 'It is asked of 200 characters.',
  },
  {
    expression: raw`/\$\{[^{}]*\}|\$\([A-Za-z_][\w.-]*\)|\$[A-Za-z_]\w*|%[A-Za-z_][\w.-]*%|\{\{|\}\}|<[A-Za-z_][\w .:/-]*>|<\+[^<>\n]+>|<%[^%\n]*%>|#\{[^{}\n]*\}#?|(?<!\$)\(\( ?[A-Za-z_][\w .:/-]*\)\)|\$\[\[[^[\]\n]*\]\]|%\{ ?(?:if|else|endif|for|endfor)\b[^{}\n]*\}|(?<![A-Za-z0-9_])__[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__(?![A-Za-z0-9_])|@[A-Za-z_][\w.]*@|[\uE000]|\bimage-to-replace\b/`,
    reason:
      'Each way to go on ends at a sign with which it begins, so no character is read more than once for each way.',
  },
  {
    expression: raw`/(?<![\w.-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.svc(?:\.cluster\.local)?(?![\w.-])/`,
    reason: 'It can only begin where a name does, and each part ends at a dot, which it cannot hold.',
  },
  {
    expression: "new RegExp(argumentPatterns.map(({ pattern }) => pattern.source).join('|'))",
    reason: 'Each of its parts stands in the catalogue, and is checked there.',
  },
  {
    expression: raw`new RegExp(String.raw${'`'}\{\{[^{}]*\}\}|\uE000+|${'$'}{marks.source}${'`'}, 'g')`,
    reason: 'Braces end where others begin, and the marks are checked.',
  },
  { expression: raw`new RegExp(${'`'}(?<!\\d)${'$'}{port}(?!\\d)${'`'})`, reason: 'It is a number.' },
  { expression: raw`new RegExp(${'`'}(?<![\\d.])${'$'}{asked}(?![\\d.])${'`'})`, reason: 'It is a number.' },
  { expression: raw`new RegExp(${'`'}[^\\w./:@+"'${'$'}{mask}-]${'`'})`, reason: 'It is one character.' },
  {
    expression: raw`new RegExp(${'`'}"(the (?:(?:${'$'}{ordinals.join('|')}) )?container|container \\d+)"${'`'}, 'g')`,
    reason: 'It can only begin at a quote, and holds none.',
  },
  {
    expression: raw`new RegExp(${'`'}^[ \\t?:-]{${'$'}{mostLevels}}${'`'}, 'm')`,
    reason: 'It reads 200 characters of a line.',
  },
];
