import { onceEach } from '../once.ts';
import type { SourceText } from '../tree/source-text.ts';

/** The habits of a file's author that new text follows. */
export interface Layout {
  /** CRLF where the first line ends so, else LF. */
  readonly newline: '\n' | '\r\n';
  /** By how many columns nested mappings are indented, most often. */
  readonly step: number;
  /** By how many columns dashes are indented below the key of their list, most often; undefined without lists. */
  readonly dashIndent: number | undefined;
  /** Whether double quotes are more usual than single ones. */
  readonly doubleQuotes: boolean;
}

/** Reads the habits of a file once. */
export const layoutOf = onceEach(({ text }: SourceText): Layout => readLayout(text));

const opensBlock = /^( *)((?:- +)*)[^\s#-][^#]*:\s*(?:#.*)?$/;
const startsWithText = /^( *)([^\s#])/;

function readLayout(text: string): Layout {
  const steps = new Map<number, number>();
  const dashes = new Map<number, number>();
  let single = 0;
  let double = 0;
  let opener: number | undefined;
  for (const line of text.split('\n', 1000)) {
    if (line.length > 500) continue;
    const [, spaces, first] = startsWithText.exec(line) ?? [];
    if (spaces === undefined) continue;
    if (opener !== undefined && first === '-' && spaces.length >= opener) count(dashes, spaces.length - opener);
    else if (opener !== undefined && spaces.length > opener) count(steps, spaces.length - opener);
    const [, before, dash = ''] = (/[:#\s]$/.test(line) || line.includes('#') ? opensBlock.exec(line) : null) ?? [];
    opener = before === undefined ? undefined : before.length + dash.length;
    if (line.includes("'") && /[:-] +'/.test(line)) single++;
    if (line.includes('"') && /[:-] +"/.test(line)) double++;
  }
  const step = mostFrequent(steps) ?? 2;
  return {
    newline: /\r\n/.test(text.slice(0, text.indexOf('\n') + 1)) ? '\r\n' : '\n',
    step,
    dashIndent: mostFrequent(dashes),
    doubleQuotes: double > single,
  };
}

function count(into: Map<number, number>, columns: number): void {
  into.set(columns, (into.get(columns) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [columns, times] of counts) if (best === undefined || times > counts.get(best)!) best = columns;
  return best;
}
