import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { formats } from '../../src/format/index.ts';
import type { FormatOptions, Report } from '../../src/report.ts';
import { safeLines } from '../../test/format/hostile.ts';
import type { Random } from '../random.ts';
import { checkXml } from './check-xml.ts';
import { require } from './require.ts';
import { parseShaped } from './shapes.ts';

/** What a file gave, to be written in every format. */
interface Outcome {
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const names = Object.keys(formats);

/** Writes an outcome in half of the formats, and throws where one writes what its readers cannot read. */
export async function checkFormats({ path, text, diagnostics }: Outcome, random: Random): Promise<void> {
  // The pages of rules that found nothing are the same whatever the input.
  const found = new Set(diagnostics.map(({ rule }) => rule));
  const report: Report = {
    diagnostics,
    rules: rules.filter(({ id }) => found.has(id)),
    files: [{ path, resources: 1, text }],
  };
  const options: FormatOptions = {
    colors: random.below(4) === 0,
    version: '1.2.3',
    width: random.pick([20, 80, 200]),
    root: random.pick(['', 'deploy/']),
  };
  const first = random.below(names.length);
  for (let i = 0; i < names.length / 2; i++) {
    const name = names[(first + i) % names.length]!;
    const output = (await formats[name]!.load())(report, options);
    const isValid = validity[name] ?? ((text: string) => void safeLines(text));
    try {
      isValid(output, diagnostics);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** What colours a terminal. */
const color = /\u001b\[\d+m/g;

/** How each format's own readers would find fault with it: they throw. Of others it is asked that they are safe to show. */
const validity: Readonly<Record<string, (output: string, diagnostics: readonly Diagnostic[]) => void>> = {
  pretty: (output) => safeLines(output.replace(color, '')),
  compact(output, diagnostics) {
    const lines = safeLines(output).slice(0, -1);
    counts(lines, active(diagnostics));
    for (const line of lines) {
      const isFinding = /^.+?:\d+:\d+: (?:error|warning|info): .+ \[[a-z0-9-]+\]$/.test(line);
      require(isFinding, () => `not of the form: ${line}`);
    }
  },
  json(output, diagnostics) {
    safeLines(output);
    counts(parseShaped('json', output).diagnostics, diagnostics);
  },
  sarif(output, diagnostics) {
    safeLines(output);
    const [run] = parseShaped('sarif', output).runs;
    counts(run.results, active(diagnostics));
    for (const { message, relatedLocations = [], locations } of run.results) {
      const links = [...message.text.matchAll(/\]\((\d+)\)/g)].map(([, id]) => Number(id));
      const ids = relatedLocations.map(({ id }) => id);
      require(`${links}` === `${ids}`, () => `links ${links} stand for the places ${ids}: ${message.text}`);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) isForwards(physicalLocation.region);
    }
  },
  gitlab(output, diagnostics) {
    safeLines(output);
    const issues = parseShaped('gitlab', output);
    counts(issues, active(diagnostics));
    const prints = new Set(issues.map(({ fingerprint }) => fingerprint));
    require(prints.size === issues.length, 'two findings have one fingerprint');
  },
  rdjson(output, diagnostics) {
    safeLines(output);
    counts(parseShaped('rdjson', output).diagnostics, active(diagnostics));
  },
  github(output, diagnostics) {
    const lines = safeLines(output).slice(0, -1);
    counts(lines, active(diagnostics));
    for (const line of lines) {
      const isCommand = /^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,[^:]*::./.test(line);
      require(isCommand, () => `not of the form: ${line}`);
    }
  },
  junit: (output) => checkXml(output, ['testsuites', 'testsuite', 'testcase', 'skipped', 'failure', 'system-out']),
  checkstyle: (output) => checkXml(output, ['checkstyle', 'file', 'error']),
  /** A zero-width space keeps a name from becoming a link or a mention. */
  markdown: (output) => safeLines(output, '\u200b'),
};

function active(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ suppressed }) => !suppressed);
}

/** SARIF lists no more findings than code scanning shows. */
const most = 5000;

function counts(written: readonly unknown[], diagnostics: readonly Diagnostic[]): void {
  const fits = written.length === diagnostics.length || (written.length === most && diagnostics.length > most);
  require(fits, () => `${written.length} are written of ${diagnostics.length} findings`);
}

/** A region ends behind its start. */
function isForwards(region: { startLine: number; startColumn: number; endLine: number; endColumn: number }): void {
  const { startLine, startColumn, endLine, endColumn } = region;
  const holds = endLine > startLine || (endLine === startLine && endColumn >= startColumn);
  require(holds, () => `${JSON.stringify(region)} ends before it starts`);
}
