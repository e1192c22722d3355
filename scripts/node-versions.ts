import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, stripVTControlCharacters } from 'node:util';
import { type Case, cases } from './node-versions/cases.ts';
import { installNodes, type Node } from './node-versions/install.ts';
import { runCase, type Trace } from './node-versions/run-case.ts';

/**
 * `npm run node-versions [VERSION]...`: runs the bundle with several versions of Node.js, installed from npm into a
 * temporary folder, and compares what each run prints and writes, byte for byte. Each run is made twice: without
 * compiled code and with what the first has kept. Exit code 1 where anything differs or is not as it has to be.
 */
const wanted = process.argv.slice(2);
const versions = wanted.length > 0 ? wanted : ['20.19.0', '20', '22', '24', '26'];
const tooOld = '20.18.0';

const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-nodes-'));
try {
  const [old, ...nodes] = await installNodes(folder, [tooOld, ...versions]);
  console.log(await compare(nodes));
  const refused = await runCase(old!.executable, cases[0]!, folder, join(folder, `home-${old!.version}`));
  console.log(`\nNode.js ${old!.version}: ${refused.err.trim()}`);
  if (refused.code !== 2) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A table with a row for each group of runs, and a column for each version. */
async function compare(nodes: readonly Node[]): Promise<string> {
  const failed = new Map<string, number>();
  for (const run of cases) {
    let first: Trace | undefined;
    for (const { version, executable } of nodes) {
      for (const round of ['without a cache', 'with a cache']) {
        const home = join(folder, `home-${version}`);
        if (round === 'without a cache') await rm(home, { recursive: true, force: true });
        const trace = await runCase(executable, run, folder, home);
        first ??= trace;
        const faults = [...differences(first, trace), ...mistakes(run, trace)];
        if (faults.length === 0) continue;
        process.exitCode = 1;
        failed.set(cell(run.group, version), (failed.get(cell(run.group, version)) ?? 0) + 1);
        console.error(`${version}, ${round}: ${run.argv?.join(' ') ?? 'the action'}: ${faults.join('; ')}`);
      }
    }
  }
  const groups = [...new Set(cases.map(({ group }) => group))];
  const rows = groups.map((group) => {
    const runs = cases.filter((run) => run.group === group).length * 2;
    const passed = nodes.map(({ version }) => `${runs - (failed.get(cell(group, version)) ?? 0)} of ${runs}`);
    return `| ${[group, ...passed].join(' | ')} |`;
  });
  const head = ['runs that are alike', ...nodes.map(({ version }) => version)];
  return [`| ${head.join(' | ')} |`, `| --- |${' ---: |'.repeat(nodes.length)}`, ...rows].join('\n');
}

function cell(group: string, version: string): string {
  return `${version} ${group}`;
}

/** In what a run differs from that of the first version. */
function differences(first: Trace, { code, out, err, files }: Trace): string[] {
  return [
    code === first.code ? '' : `exit code ${code} instead of ${first.code}`,
    out === first.out ? '' : 'standard output differs',
    err === first.err ? '' : `standard error differs: ${err}`,
    isDeepStrictEqual(files, first.files) ? '' : 'files differ',
  ].filter((fault) => fault !== '');
}

/** Where a run is not what it has to be with any version. */
function mistakes({ code, says }: Case, trace: Trace): string[] {
  const out = stripVTControlCharacters(Buffer.from(trace.out, 'latin1').toString());
  return [
    trace.code === code ? '' : `exit code ${trace.code}, which has to be ${code}`,
    says.test(out) ? '' : `standard output lacks ${says}: ${out.slice(0, 200)}`,
  ].filter((fault) => fault !== '');
}
