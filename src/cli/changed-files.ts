import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathBelow } from '../text/path.ts';
import { firstLine } from '../text/sentences.ts';
import { describeFault } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { withForwardSlashes } from './paths.ts';
import { readOrdinary } from './read.ts';
import { findWorkingCopy } from './repository.ts';

/** Names of more files than a repository has; more is not read of git's answer, in bytes. */
const maxBytes = 256_000_000;

/** Git is asked for names alone: it gives them at once, or hangs on what it should not wait for. In milliseconds. */
const patience = 60_000;

/**
 * What keeps git from running anything that a repository names: no monitor, hook or pager, and nothing is fetched. It is
 * asked about commits alone: of the working copy it would run filters.
 */
const safely = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((one) => ['-c', one]),
];

/** The files that differ from a commit, or from where the branch left it, and those that it does not have. */
export class ChangedFiles {
  readonly #root: string;
  /** By path from the root: the id of its content in the commit. */
  readonly #ids: ReadonlyMap<string, string>;

  private constructor(root: string, ids: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#ids = ids;
  }

  /** Asks git. Throws a `UsageError` where there is no repository, no git, or no such commit. */
  static since(commit: string, io: Pick<Io, 'cwd' | 'env'>): ChangedFiles {
    const root = findWorkingCopy(io.cwd)?.rootFolder;
    if (root === undefined)
      throw new UsageError('--changed asks git, and there is no git repository around this folder.');
    return new ChangedFiles(root, new Git(root, io.env).contentOf(commit));
  }

  /** Whether a file is among them. One outside of the repository is. */
  has(absolute: string): boolean {
    const path = pathBelow(withForwardSlashes(absolute), withForwardSlashes(this.#root));
    const id = path === undefined ? undefined : this.#ids.get(path);
    const bytes = id === undefined ? undefined : readOrdinary(absolute);
    if (id === undefined || bytes === undefined || 'problem' in bytes) return true;
    // Here and not by git, which would run the filters that a repository names.
    const hash = createHash(id.length === 64 ? 'sha256' : 'sha1')
      .update(`blob ${bytes.length}\0`)
      .update(bytes);
    return hash.digest('hex') !== id;
  }
}

/** Git in one working copy, with nothing in its surroundings that would change what it does. */
class Git {
  readonly #program: string;
  readonly #root: string;
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor(root: string, env: Io['env']) {
    this.#program = findProgram(env);
    this.#root = root;
    // Of Git's own variables none: those of a hook name another index. The user's own settings count.
    const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name));
    this.#env = { ...Object.fromEntries(kept), GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  }

  /** The ids of all files in the commit where the branch left the given one; none in a repository without commits. */
  contentOf(commit: string): ReadonlyMap<string, string> {
    if (commit.startsWith('-')) throw new UsageError(`--changed takes a commit, not "${commit}".`);
    const id = this.#answer('rev-parse', '--verify', '--quiet', `${commit}^{commit}`)?.trim();
    if (!id) {
      if (commit === 'HEAD') return new Map();
      throw new UsageError(`--changed: git knows no commit "${commit}" here. A shallow clone may lack it.`);
    }
    const base = this.#answer('merge-base', id, 'HEAD')?.trim() || id;
    const rows = this.#run(['ls-tree', '-r', '-z', '--full-tree', base]).split('\0');
    return new Map(
      rows.flatMap((row) => {
        const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(row) ?? [];
        return blob === undefined || path === undefined ? [] : [[path, blob] as const];
      }),
    );
  }

  /** The answer; undefined where git says no. */
  #answer(...argv: readonly string[]): string | undefined {
    try {
      return this.#run(argv);
    } catch (error) {
      if (error instanceof UsageError && error.cause === 'answered no') return undefined;
      throw error;
    }
  }

  #run(argv: readonly string[]): string {
    try {
      return execFileSync(this.#program, [...safely, ...argv], {
        cwd: this.#root,
        env: this.#env,
        encoding: 'utf8',
        maxBuffer: maxBytes,
        timeout: patience,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
    } catch (error) {
      const { status, stderr } = error as { readonly status?: number | null; readonly stderr?: string };
      const why = firstLine(stderr ?? '') || describeFault(error);
      const mistake = new UsageError(`--changed: git cannot say what has changed: ${why}`);
      if (status === 1) mistake.cause = 'answered no';
      throw mistake;
    }
  }
}

/** Git as the user has it: never one that lies in a folder that the run is about. */
function findProgram(env: Io['env']): string {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    const found = isAbsolute(folder)
      ? names.map((name) => join(folder, name)).find((file) => existsSync(file))
      : undefined;
    if (found !== undefined) return found;
  }
  throw new UsageError('--changed asks git, and there is none on this machine.');
}
