import { decode, encode } from '../../src/cli/read.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { sourceOf } from '../../src/dialect/source-of.ts';
import { lint } from '../../src/lint.ts';
import { compare, parseBaseline, record, writeBaseline } from '../../src/policy/baseline.ts';
import type { Random } from '../random.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { checkFixes } from './check-fixes.ts';
import { checkFormats } from './check-formats.ts';
import { checkGraphs } from './check-graphs.ts';
import { require } from './require.ts';
import { paths, pickOptions } from './settings.ts';

/** The longest that one text of the fuzzer may take, in milliseconds of CPU time. */
const limit = 1500;

/** Lints one text in every way and throws an error that says what was wrong with the outcome. */
export async function check(text: string, random: Random): Promise<void> {
  checkDecoding(text, random);
  const path = random.pick(paths);
  const options = pickOptions(path, random);
  const start = performance.now();
  const { diagnostics, resources } = lint(path, text, options);
  if (performance.now() - start > limit) checkTime(() => lint(path, text, options));

  const source = sourceOf(path, text);
  checkDiagnostics(diagnostics, source);
  for (const { rule, suppressed } of diagnostics) {
    const isSilenced = suppressed?.by === 'comment' && options.locked?.has(rule);
    require(!isSilenced, `${rule} is locked, and a comment silenced it`);
  }
  if (random.below(4) === 0) {
    const again = lint(path, text, options).diagnostics;
    const isSame = JSON.stringify(again) === JSON.stringify(diagnostics);
    require(isSame, 'the same text gave other findings the second time');
  }
  const known = new Map([[text, diagnostics]]);
  checkFixes(text, diagnostics, random, (tried) => {
    const found = known.get(tried) ?? lint(path, tried, options).diagnostics;
    known.set(tried, found);
    return found;
  });
  if (resources > 0) await checkGraphs(source, diagnostics, random);
  const shown = random.below(4) === 0 ? checkBaselineOf(diagnostics) : diagnostics;
  if (shown.length > 0) await checkFormats({ path, text, diagnostics: shown }, random);
}

/** The clock also counts what other processes did; this asks how long the work itself takes. */
function checkTime(work: () => void): void {
  const start = process.cpuUsage();
  work();
  const spent = process.cpuUsage(start).user / 1000;
  require(spent < limit, `took ${spent.toFixed(0)} ms`);
}

/** Bytes never make decoding throw, and what was decoded is written back as it was. */
function checkDecoding(text: string, random: Random): void {
  const bytes = Buffer.from(text, random.pick(['utf8', 'latin1', 'utf16le']));
  const content = decode(bytes);
  if ('problem' in content) return;
  require(bytes.equals(encode(content.text, content.encoding)), 'what was decoded is encoded to other bytes');
}

/** A baseline of all findings, written and read again, holds back every one of them. Returns them so marked. */
function checkBaselineOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const path = '__proto__';
  const read = parseBaseline(writeBaseline(new Map([[path, record(diagnostics)]])));
  require(read !== undefined, 'a baseline cannot be read as it was written');
  const compared = compare(diagnostics, read!.get(path));
  require(compared.stale === 0, `${compared.stale} findings of the baseline are gone at once`);
  const free = compared.diagnostics.filter(({ suppressed, rule }) => !suppressed && rule !== 'internal-error');
  require(free.length === 0, `${free[0]?.rule} is not held back by its own baseline`);
  return compared.diagnostics;
}
