import { SaxesParser } from 'saxes';
import { rules } from '../../rules/index.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { formats } from '../../src/format/index.ts';
import type { Report } from '../../src/report.ts';
import { safeLines } from '../../test/format/hostile.ts';
import type { Random } from '../random.ts';
import { require } from './check.ts';

/** What a file gave, to be written in some formats. */
interface Outcome {
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const names = Object.keys(formats);

/** Writes an outcome in two of the formats, and throws where one writes what its readers cannot read. */
export async function checkFormats({ path, text, diagnostics }: Outcome, random: Random): Promise<void> {
  const report: Report = { diagnostics, rules, files: [{ path, resources: 1, text }] };
  for (const name of [random.pick(names), random.pick(names)]) {
    const write = await formats[name]!.load();
    const output = write(report, { colors: false, version: '1.2.3', width: 80, root: '' });
    const isValid = validity[name];
    require(isValid !== undefined, `the fuzzer does not know how to read the format ${name}`);
    try {
      isValid!(output, diagnostics);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** How each format's own readers would find fault with it: they throw. */
const validity: Readonly<Record<string, (output: string, diagnostics: readonly Diagnostic[]) => void>> = {
  pretty: (output) => safeLines(output),
  compact(output, diagnostics) {
    const lines = safeLines(output).slice(0, -1);
    const counted = diagnostics.filter(({ suppressed }) => !suppressed).length;
    require(lines.length === counted, `${lines.length} lines for ${counted} findings`);
    for (const line of lines) {
      require(/^.+?:\d+:\d+: (?:error|warning|info): .+ \[[a-z0-9-]+\]$/.test(line), `not of the form: ${line}`);
    }
  },
  json: json('diagnostics'),
  sarif: json('runs'),
  gitlab: json('length'),
  rdjson: json('diagnostics'),
  github: (output) => safeLines(output),
  junit: xml,
  checkstyle: xml,
  /** A zero-width space keeps a name from becoming a link or a mention. */
  markdown: (output) => safeLines(output, '\u200b'),
};

function json(key: string): (output: string) => void {
  return (output) => {
    safeLines(output);
    require(key in JSON.parse(output), `lacks ${key}`);
  };
}

function xml(output: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(output).close();
}
