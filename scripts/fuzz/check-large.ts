import { rules } from '../../rules/index.ts';
import { type Format, formats } from '../../src/format/index.ts';
import { lint } from '../../src/lint.ts';
import type { Random } from '../random.ts';
import { require } from './require.ts';

/** What docs/reliability.md promises of every text, in milliseconds of CPU time. */
const promised = 8000;

/** Lints a long text, and writes a report. Throws where that takes too long, or a rule crashes. */
export async function checkLarge(path: string, text: string, random: Random, limit = promised): Promise<void> {
  const format: Format = random.pick(Object.values(formats));
  const write = await format.load();
  const start = process.cpuUsage();
  const { diagnostics, resources } = lint(path, text, { rules, explicit: true });
  const files = [{ path, resources, text }];
  write({ diagnostics, files, passedOver: 0, leftOut: 0, rules }, { colors: false, version: '1', width: 80, root: '' });
  const spent = process.cpuUsage(start).user / 1000;
  const crash = diagnostics.find(({ rule }) => rule === 'internal-error');
  require(crash === undefined, crash?.message ?? '');
  require(spent < limit, `a text of ${text.length} characters took ${spent.toFixed(0)} ms`);
}
