import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, stripVTControlCharacters } from 'node:util';
import { type Case, cases } from './runtimes/cases.ts';
import { install, type Runtime } from './runtimes/install.ts';
import { runCase, type Trace } from './runtimes/run-case.ts';

/**
 * `npm run runtimes [RUNTIME]...`: runs the bundle with several versions of Node.js, with Bun and with Deno, installed
 * from npm into a temporary folder, and where `executable` is named the executable for this machine, and compares what
 * each run prints and writes, byte for byte. Each run is made twice: without compiled code and with what the first has
 * kept. Exit code 1 where anything differs or is not as it has to be.
 */
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : ['20.19.0', '20', '22', '24', '26', 'bun', 'deno'];
const tooOld = '20.18.0';

const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-nodes-'));
try {
  const [old, ...runtimes] = await install(folder, [tooOld, ...names]);
  console.log(await compare(runtimes));
  const refused = await runCase(old!, cases[0]!, folder, join(folder, `home-${old!.name}`));
  console.log(`\nNode.js ${old!.name}: ${refused.err.trim()}`);
  if (refused.code !== 2) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A table with a row for each group of runs, and a column for each runtime. */
async function compare(runtimes: readonly Runtime[]): Promise<string> {
  const failed = new Map<string, number>();
  for (const run of cases) {
    let first: Trace | undefined;
    for (const runtime of runtimes) {
      const { name } = runtime;
      if (runtime.isWhole && run.argv === undefined) continue;
      for (const round of ['without a cache', 'with a cache']) {
        const home = join(folder, `home-${name}`);
        if (round === 'without a cache') await rm(home, { recursive: true, force: true });
        const trace = await runCase(runtime, run, folder, home);
        first ??= trace;
        const faults = [...differences(first, trace), ...mistakes(run, trace)];
        if (faults.length === 0) continue;
        process.exitCode = 1;
        failed.set(cell(run.group, name), (failed.get(cell(run.group, name)) ?? 0) + 1);
        console.error(`${name}, ${round}: ${run.argv?.join(' ') ?? 'the action'}: ${faults.join('; ')}`);
      }
    }
  }
  const groups = [...new Set(cases.map(({ group }) => group))];
  const rows = groups.map((group) => {
    const runs = cases.filter((run) => run.group === group).length * 2;
    const passed = runtimes.map(({ name }) => `${runs - (failed.get(cell(group, name)) ?? 0)} of ${runs}`);
    return `| ${[group, ...passed].join(' | ')} |`;
  });
  const head = ['runs that are alike', ...runtimes.map(({ name }) => name)];
  return [`| ${head.join(' | ')} |`, `| --- |${' ---: |'.repeat(runtimes.length)}`, ...rows].join('\n');
}

function cell(group: string, name: string): string {
  return `${name} ${group}`;
}

/** In what a run differs from that of the first runtime. */
function differences(first: Trace, { code, out, err, files }: Trace): string[] {
  return [
    code === first.code ? '' : `exit code ${code} instead of ${first.code}`,
    out === first.out ? '' : 'standard output differs',
    err === first.err ? '' : `standard error differs: ${err}`,
    isDeepStrictEqual(files, first.files) ? '' : 'files differ',
  ].filter((fault) => fault !== '');
}

/** Where a run is not what it has to be with any runtime. */
function mistakes({ code, says }: Case, trace: Trace): string[] {
  const out = stripVTControlCharacters(Buffer.from(trace.out, 'latin1').toString());
  return [
    trace.code === code ? '' : `exit code ${trace.code}, which has to be ${code}`,
    says.test(out) ? '' : `standard output lacks ${says}: ${out.slice(0, 200)}`,
  ].filter((fault) => fault !== '');
}
