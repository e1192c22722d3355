import { spawn } from 'node:child_process';
import { median } from './statistics.ts';

/** What one finished process cost. */
export interface Cost {
  /** From the start of the process to its end, in milliseconds. */
  readonly wall: number;
  /** Of the process itself in user and kernel mode, in milliseconds; only where `usage` was asked for. */
  readonly cpu: number;
  /** The most memory it held at once, in MiB; only where `usage` was asked for. */
  readonly peak: number;
}

/** A command line. */
export interface Program {
  /** What to call it where it fails. */
  readonly name: string;
  /** The program; this process's Node.js where absent. Only of that is the CPU time and memory known. */
  readonly program?: string;
  /** All that follows the program. */
  readonly args: readonly string[];
  /** The folder that it runs in; this process's where absent. */
  readonly cwd?: string;
}

/** Makes a process tell what it used on its fourth descriptor when it ends. */
const reporter = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from 'node:fs';
  // What Linux tells of a process as a whole counts the memory of the one that started it, too.
  const peak = () => {
    try {
      return Number(/^VmHWM:\\s*(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    } catch {
      return process.resourceUsage().maxRSS;
    }
  };
  process.on('exit', () => writeSync(3, JSON.stringify({ ...process.resourceUsage(), maxRSS: peak() })));
`)}`;

/**
 * Programs run as users run them, without what would change the start of Node itself: from `NODE_EXTRA_CA_CERTS` alone
 * it can read certificates for longer than all else takes.
 */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;

/**
 * Runs the programs in turn, `rounds` times, so that whatever else the machine does falls on all of them alike, and
 * gives the medians in their order. `usage` runs each once more in every round to ask for its CPU time and memory:
 * telling takes time, which the wall time must not hold.
 */
export async function compare(
  programs: readonly Program[],
  rounds: number,
  { usage }: { readonly usage: boolean },
): Promise<readonly Cost[]> {
  const costs: Cost[][] = programs.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const { wall } = await runOnce(program, false);
      const cost = usage ? { ...(await runOnce(program, true)), wall } : { wall, cpu: Number.NaN, peak: Number.NaN };
      if (round >= 0) costs[index]!.push(cost);
    }
  }
  return costs.map((runs) => ({
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    peak: median(runs.map(({ peak }) => peak)),
  }));
}

async function runOnce({ name, program = process.execPath, args, cwd }: Program, usage: boolean): Promise<Cost> {
  const start = performance.now();
  const child = spawn(program, [...(usage && program === process.execPath ? ['--import', reporter] : []), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env,
    ...(cwd !== undefined && { cwd }),
  });
  let told = '';
  let complaint = '';
  child.stdout?.resume();
  child.stderr?.on('data', (data) => (complaint += data));
  child.stdio[3]?.on('data', (data) => (told += data));
  let wall = 0;
  child.on('exit', () => {
    wall = performance.now() - start;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  if (code !== 0 && code !== 1) throw new Error(`${name} ended with ${code}: ${complaint}`);
  const used = usage && told !== '' ? (JSON.parse(told) as NodeJS.ResourceUsage) : undefined;
  return {
    wall,
    cpu: used ? (used.userCPUTime + used.systemCPUTime) / 1000 : Number.NaN,
    peak: used ? used.maxRSS / 1024 : Number.NaN,
  };
}
