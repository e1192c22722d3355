import { parseAllDocuments } from 'yaml';
import { rules } from '../../rules/index.ts';
import { decode } from '../../src/cli/read.ts';
import type { Diagnostic, TextEdit } from '../../src/diagnostic.ts';
import { lint } from '../../src/lint.ts';
import type { Range, Span } from '../../src/yaml/span.ts';
import type { Random } from '../random.ts';
import { checkFormats } from './check-formats.ts';

/** The longest that one text of the fuzzer may take, in milliseconds of CPU time. */
const limit = 1500;

/** Lints one text in every way and throws an error that says what was wrong with the outcome. */
export async function check(text: string, random: Random): Promise<void> {
  decode(Buffer.from(text, random.pick(['utf8', 'latin1', 'utf16le'])));
  const path = random.pick(['service.yaml', 'deploy/über & <b>.yaml', '::error::x.yaml']);
  const start = process.cpuUsage();
  const { diagnostics } = lint(path, text, { rules, explicit: random.below(4) > 0 });
  const spent = process.cpuUsage(start).user / 1000;
  require(spent < limit, `took ${spent.toFixed(0)} ms`);

  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  for (const diagnostic of diagnostics) checkDiagnostic(diagnostic, body);
  checkFixes(diagnostics, body);
  if (diagnostics.length > 0) await checkFormats({ path, text, diagnostics }, random);
}

/** Throws unless it holds. */
export function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function checkDiagnostic(diagnostic: Diagnostic, text: string): void {
  const { rule, message, range, span, pointer, related, fix } = diagnostic;
  require(rule !== 'internal-error', message);
  require(message.length > 0 && !/[\r\n]/.test(message), `${rule}: the message is not one line: ${message}`);
  require(/^(?:\/(?:[^~]|~[01])*)?$/s.test(pointer), `${rule}: ${pointer} is no JSON pointer`);
  for (const place of [{ range, span }, ...related]) checkPlace(rule, place, text);
  for (const edit of fix?.edits ?? []) checkSpan(`the fix of ${rule}`, edit, text);
}

function checkPlace(rule: string, { range, span }: { readonly range: Range; readonly span: Span }, text: string): void {
  checkSpan(rule, span, text);
  for (const [offset, { line, column }] of [
    [span.start, range.start],
    [span.end, range.end],
  ] as const) {
    const before = text.slice(0, offset);
    const expected = `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
    require(`${line}:${column}` === expected, `${rule}: offset ${offset} is at ${expected}, not ${line}:${column}`);
  }
}

function checkSpan(what: string, { start, end }: Span, text: string): void {
  const fits = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  require(fits, `${what}: the span ${start}-${end} does not lie in a text of ${text.length}`);
}

/** A repair of a text that can be parsed leaves one that can be parsed. */
function checkFixes(diagnostics: readonly Diagnostic[], text: string): void {
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined);
  if (fixable.length === 0 || !parses(text)) return;
  for (const { rule, fix } of fixable.slice(0, 20)) {
    const repaired = apply(text, fix!.edits);
    require(repaired !== text, `${rule}: the fix changes nothing`);
    require(parses(repaired), `${rule}: the fix leaves a text that cannot be parsed:\n${repaired}`);
  }
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);
}

function parses(text: string): boolean {
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false, schema: 'failsafe' });
  return 'empty' in documents || documents.every(({ errors }) => errors.length === 0);
}
