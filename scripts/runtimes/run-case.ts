import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Case } from './cases.ts';
import type { Runtime } from './install.ts';

/** All that a run leaves behind, as text: exit code, both streams and every file that is there afterwards. */
export interface Trace {
  /** null where a signal ended it. */
  readonly code: number | null;
  /** Standard output, read as Latin-1 so that no byte is lost. */
  readonly out: string;
  /** Standard error, read likewise. */
  readonly err: string;
  /** Their content, read likewise, by their paths below the folder of the run. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Makes a run. Each happens in a folder of the same name, which is new each time, with a home whose cache of compiled
 * code is kept.
 */
export async function runCase(runtime: Runtime, run: Case, folder: string, home: string): Promise<Trace> {
  const place = join(folder, 'place');
  await rm(place, { recursive: true, force: true });
  await cp('examples', join(place, 'examples'), { recursive: true });
  for (const [name, text] of Object.entries({ ...run.files, '.git/HEAD': 'ref: refs/heads/main\n' })) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), text);
  }
  const runner = {
    GITHUB_WORKSPACE: place,
    GITHUB_OUTPUT: join(place, 'output'),
    GITHUB_STEP_SUMMARY: join(place, 'summary'),
    RUNNER_TEMP: place,
  };
  const [program = '', ...before] = runtime.command;
  const file = runtime.isWhole ? [] : [resolve(run.argv ? 'dist/cli.js' : 'dist/action.js')];
  const child = spawn(program, [...before, ...file, ...(run.argv ?? [])], {
    cwd: join(place, run.cwd ?? ''),
    env: { PATH: process.env.PATH, HOME: home, LOCALAPPDATA: home, ...(run.argv ? {} : runner), ...run.env },
  });
  const chunks = { out: [] as Buffer[], err: [] as Buffer[] };
  child.stdout.on('data', (chunk) => chunks.out.push(chunk));
  child.stderr.on('data', (chunk) => chunks.err.push(chunk));
  child.stdin.end(run.input ?? '');
  const code = await new Promise<number | null>((done, failed) => {
    child.on('close', done);
    child.on('error', failed);
  });
  const text = (bytes: readonly Buffer[]) => withoutMarks(Buffer.concat(bytes).toString('latin1'));
  return { code, out: text(chunks.out), err: text(chunks.err), files: await readFolder(place) };
}

/** Every file below a folder but the examples, of which only those that a run may have changed differ. */
async function readFolder(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = withoutMarks(await readFile(path, 'latin1'));
  }
  return files;
}

/** The random marks by which the action keeps text and commands apart are the only thing that may differ. */
function withoutMarks(text: string): string {
  return text.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'mark');
}
