import { applyPatch } from 'diff';
import { parseAllDocuments } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { EditSet } from '../../src/policy/apply-edits.ts';
import { fixText } from '../../src/policy/fix.ts';
import { unifiedDiff } from '../../src/policy/unified-diff.ts';
import type { Random } from '../random.ts';
import { require } from './require.ts';

type Lint = (text: string) => readonly Diagnostic[];

/** So many fixes of a text are tried alone. */
const alone = 4;

/**
 * A fix of a text that can be parsed leaves one that can be parsed: each alone, some together, and all as `--fix`
 * makes them. What is fixed once stays as it is.
 */
export function checkFixes(text: string, diagnostics: readonly Diagnostic[], random: Random, lint: Lint): void {
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined);
  if (fixable.length === 0) return;
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const documents = countDocuments(body);
  const isRead = (fixed: string): boolean => documents === undefined || countDocuments(fixed) === documents;

  const first = fixable.length > alone ? random.below(fixable.length) : 0;
  const chosen = Array.from({ length: Math.min(alone, fixable.length) }, (_, i) => (first + i) % fixable.length);
  for (const { rule, fix } of chosen.map((i) => fixable[i]!)) {
    const fixed = applied(body, [fix!]);
    require(fixed !== body, `${rule}: the fix changes nothing`);
    require(isRead(fixed), () => `${rule}: the fix leaves a text that cannot be parsed:\n${fixed}`);
  }
  const some = fixable.filter(() => random.below(2) === 0);
  const fixed = applied(
    body,
    some.map(({ fix }) => fix!),
  );
  const rules = (): string => [...new Set(some.map(({ rule }) => rule))].join(', ');
  require(isRead(fixed), () => `${rules()}: some fixes together leave a text that cannot be parsed:\n${fixed}`);
  for (const unsafe of [false, true]) {
    if (fixable.some(({ fix }) => fix!.safe !== unsafe)) checkRun(text, unsafe, lint, isRead);
  }
}

/** What `--fix` or `--fix-unsafe` makes of a text. */
function checkRun(text: string, unsafe: boolean, lint: Lint, isRead: (fixed: string) => boolean): void {
  const fixed = fixText(text, { unsafe, lint });
  const all = unsafe ? 'all fixes' : 'all safe fixes';
  const rules = (): string => [...new Set(fixed.applied.map(({ rule }) => rule))].join(', ');
  require(isRead(withoutMark(fixed.text)), () => `${rules()}: ${all} leave what cannot be parsed:\n${fixed.text}`);
  if (fixed.text === text) return;
  require((withoutMark(fixed.text) !== fixed.text) === (withoutMark(text) !== text), `${all} lose the byte order mark`);
  // A run says so where it leaves something for the next; some runs later nothing is left.
  let last = fixed;
  for (let run = 0; run < 10 && !last.isComplete; run++) last = fixText(last.text, { unsafe, lint });
  const again = fixText(last.text, { unsafe, lint });
  const later = (): string => [...new Set(again.applied.map(({ rule }) => rule))].join(', ');
  require(again.text === last.text, () => `${later()}: ${all} change the text again:\n${last.text}\n\n${again.text}`);
  const patched = applyPatch(text, unifiedDiff('service.yaml', text, fixed.text).patch, {
    autoConvertLineEndings: false,
  });
  require(patched === fixed.text, `${all}: --diff is no patch that leads there`);
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The text with as many of the fixes as do not meet each other. */
function applied(text: string, fixes: readonly NonNullable<Diagnostic['fix']>[]): string {
  const edits = new EditSet();
  for (const fix of fixes) edits.add(fix.edits);
  return edits.applyTo(text);
}

/** Line breaks of YAML 1.1, which gcloud reads, that are none for the library. */
const otherBreaks = /\r(?!\n)|[\x85\u2028\u2029]/g;

/** How many documents a text holds; undefined where it cannot be parsed. */
function countDocuments(text: string): number | undefined {
  const documents = parseAllDocuments(text.replace(otherBreaks, '\n'), {
    logLevel: 'silent',
    uniqueKeys: false,
    schema: 'failsafe',
  });
  if ('empty' in documents) return 0;
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents.length;
}
