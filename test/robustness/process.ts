import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { inTemporaryFolder } from '../integrations/repository.ts';

/** The bundle's command line. */
const bundle = resolve('dist/cli.js');

/** The executable that is tested in place of the bundle, if the environment names one. */
const executable = process.env.CLOUDRUN_LINT_EXECUTABLE ? resolve(process.env.CLOUDRUN_LINT_EXECUTABLE) : undefined;

/** The command line as it is shipped: the bundle with Node.js, or a standalone executable. */
export const tool: readonly [program: string, ...before: string[]] = executable
  ? [executable]
  : [process.execPath, bundle];

/** Why there is no compiled code that a run keeps, nor an action; undefined where the bundle is tested. */
export const noBundle: string | undefined = executable === undefined ? undefined : 'an executable is tested';

/** How a run of it ended. */
export interface Ended {
  /** The exit code; undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly out: string;
  /** The lines of standard error. */
  readonly err: readonly string[];
}

/** What a run finds around it. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What its three standard streams are, if not nothing to read and two pipes to us. */
  readonly stdio?: readonly ('ignore' | 'pipe' | number)[];
  /** Whether it runs as a user who owns nothing. */
  readonly asNobody?: boolean;
  /** JavaScript that runs in it before anything else, to let a fault happen at a certain moment. */
  readonly first?: string;
  /** What is done with it while it runs. */
  readonly meanwhile?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs the bundle to its end, without a cache, by itself the only thing in its environment. */
export function cloudrunLint(cwd: string, argv: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const { first, env } = around;
  const [program, ...before] = tool;
  if (first === undefined) return runToEnd(program, [...before, ...argv], cwd, around);
  if (!executable) {
    const module = `data:text/javascript,${encodeURIComponent(first)}`;
    return runToEnd(program, ['--import', module, ...before, ...argv], cwd, around);
  }
  const file = join(mkdtempSync(join(tmpdir(), 'cloudrun-lint-first-')), 'first.mjs');
  writeFileSync(file, first);
  const ended = runToEnd(program, argv, cwd, { ...around, env: { ...env, BUN_OPTIONS: `--preload ${file}` } });
  return ended.finally(() => rmSync(dirname(file), { recursive: true }));
}

/** Runs a script of the shell, in which `cloudrun-lint` is the bundle; under another command, such as `unshare`. */
export function shell(cwd: string, script: string, command: readonly string[] = []): Promise<Ended> {
  const [run, file] = tool;
  const whole = `cloudrun-lint() { "$RUN" \${FILE:+"$FILE"} "$@"; }\n${script}`;
  const [program = '', ...args] = [...command, 'bash', '-c', whole];
  return runToEnd(program, args, cwd, { env: { RUN: run, FILE: file ?? '', NODE: process.execPath } });
}

function runToEnd(program: string, args: readonly string[], cwd: string, around: Surroundings): Promise<Ended> {
  const { stdio = ['ignore', 'pipe', 'pipe'], env = {}, asNobody, meanwhile } = around;
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    stdio: [...stdio],
    ...(asNobody ? nobody : {}),
  });
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout?.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  meanwhile?.(child);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      done({
        code: code ?? undefined,
        signal: signal ?? undefined,
        out: Buffer.concat(chunks.stdout).toString(),
        err: lines(Buffer.concat(chunks.stderr).toString()),
      });
    });
  });
}

/** The whole outcome of a run that reports in the `compact` format: file and rule of each finding, then the rest. */
export function observed({ code, out, err }: Ended): readonly unknown[] {
  const findings = lines(out).map((line) => line.replace(/^(.*?):\d+:\d+: .* \[(.+)\]$/, '$1 $2'));
  return [code, findings, err];
}

export function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Works in a new folder that every user can reach and write to. */
export function inOpenFolder(work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    chmodSync(folder, 0o777);
    await work(folder);
  });
}

const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Why no test can be run by a user whom the system refuses something; undefined where it can. */
export const noNobody: string | undefined = (() => {
  if (process.platform === 'win32') return 'Windows has other permissions';
  try {
    execFileSync(tool[0], [...tool.slice(1), '--version'], { ...nobody, stdio: 'ignore', cwd: '/' });
    return undefined;
  } catch {
    return 'another user cannot read the bundle here';
  }
})();

/** Why there can be no small file system; undefined where there can. */
export const noSmallDisk: string | undefined = (() => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no file system can be mounted here';
  }
})();

/** Why there is no device that is always full; undefined where there is. */
export const noFullDevice = process.platform === 'linux' ? undefined : 'there is no /dev/full here';

/** A test that needs what not every machine has: where it is missing, that is printed. */
export function testUnless(
  reason: string | undefined,
  test: (title: string, run: () => Promise<void>) => void,
  title: string,
  run: () => Promise<void>,
): void {
  if (reason === undefined) test(title, run);
  else console.log(`SKIPPED: "${title}", since ${reason}.`);
}
