import type { Diagnostic } from '../../src/diagnostic.ts';

import type { SourceText } from '../../src/tree/source-text.ts';
import type { Range, Span } from '../../src/tree/span.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { PointerCheck } from './check-pointer.ts';
import { require } from './require.ts';

/** Throws where a diagnostic is not well formed, or points at something else than it says. */
export function checkDiagnostics(diagnostics: readonly Diagnostic[], source: SourceText): void {
  if (diagnostics.length === 0) return;
  const { path, text } = source;
  const places = new Places(text);
  const pointers = source instanceof YamlSource ? new PointerCheck(source) : undefined;
  for (const [i, diagnostic] of diagnostics.entries()) {
    checkDiagnostic(diagnostic, places);
    pointers?.check(diagnostic);
    require(diagnostic.path === path, `${diagnostic.rule}: the path is ${diagnostic.path}`);
    const before = diagnostics[i - 1];
    require(!before || before.span.start <= diagnostic.span.start, `${diagnostic.rule}: out of order`);
  }
}

function checkDiagnostic({ rule, message, range, span, pointer, related, fix }: Diagnostic, places: Places): void {
  require(rule !== 'internal-error', message);
  const isLine = message.length > 0 && !/[\r\n]/.test(message);
  require(isLine, () => `${rule}: the message is not one line: ${message}`);
  require(/^(?:\/(?:[^~]|~[01])*)?$/s.test(pointer), () => `${rule}: ${pointer} is no JSON pointer`);
  for (const place of [{ range, span }, ...related]) places.check(rule, place);
  for (const other of related) require(other.message !== '', `${rule}: a related place without a message`);
  for (const edit of fix?.edits ?? []) places.checkSpan(`the fix of ${rule}`, edit);
}

/** The lines of a text, counted here anew. */
export class Places {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) this.#starts.push(index + lineBreak.length);
  }

  check(rule: string, { range, span }: { readonly range: Range; readonly span: Span }): void {
    this.checkSpan(rule, span);
    for (const [offset, { line, column }] of [
      [span.start, range.start],
      [span.end, range.end],
    ] as const) {
      const start = this.#starts[line - 1] ?? Number.NaN;
      const next = this.#starts[line] ?? this.#text.length + 1;
      const holds = start + column - 1 === offset && offset < next && column > 0;
      require(holds, () => `${rule}: offset ${offset} is not at ${line}:${column}`);
    }
  }

  checkSpan(what: string, { start, end }: Span): void {
    const { length } = this.#text;
    const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
    require(fits, () => `${what}: the span ${start}-${end} does not lie in a text of ${length}`);
  }
}
