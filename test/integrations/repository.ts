import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const call = promisify(execFile);

/** How a program ended. */
export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, one behind the other. */
  readonly text: string;
}

/** Runs a program to its end; a failing one is an outcome like any other. */
export async function runIn(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await call(command, [...args], { cwd, env: { ...process.env, ...env } });
    return { code: 0, text: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, text: stdout + stderr };
  }
}

/** Whether a program is there and answers to `--version`. */
export async function isInstalled(command: string): Promise<boolean> {
  return runIn('.', command, ['--version']).then(
    ({ code }) => code === 0,
    () => false,
  );
}

/** A folder that is gone when the work in it is done. */
export async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An empty git repository in which commits can be made. */
export async function newRepository(folder: string): Promise<void> {
  await runIn('.', 'git', ['init', '--quiet', folder]);
  await runIn(folder, 'git', ['config', 'user.name', 'Test']);
  await runIn(folder, 'git', ['config', 'user.email', 'test@example.com']);
}

/** Writes a file, stages everything and commits it; hooks run. */
export async function commitFile(repository: string, name: string, text: string, env = {}): Promise<Outcome> {
  await writeFile(join(repository, name), text);
  await runIn(repository, 'git', ['add', '--all']);
  return runIn(repository, 'git', ['commit', '--message', `Add ${name}`], env);
}

/** This project as it lies here, as the only commit of a repository of its own; gives the commit's id. */
export async function cloneOfThisProject(folder: string): Promise<string> {
  await newRepository(folder);
  const listed = await runIn('.', 'git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const file of listed.text.split('\0').filter((name) => name !== '' && name !== 'node_modules')) {
    await cp(file, join(folder, file)).catch(ignoreDeleted);
  }
  await runIn(folder, 'git', ['add', '--all']);
  await runIn(folder, 'git', ['commit', '--quiet', '--message', 'As it lies here']);
  return (await runIn(folder, 'git', ['rev-parse', 'HEAD'])).text.trim();
}

/** A file that git still lists although it has been deleted is no part of the project. */
function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
