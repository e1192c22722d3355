import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Repository } from '../report.ts';
import type { Io } from './io.ts';
import { withForwardSlashes } from './paths.ts';
import { decode, readOrdinary } from './read.ts';

/** No larger file of git's is read. */
const maxBytes = 1_000_000;

/** What a commit is called. */
const commitId = /^[0-9a-f]{4,64}$/;

/** The working copy that the run happens in, so that a report can name files as GitHub does. */
export interface WorkingCopy {
  /** What stands between its root and the working directory, such as `deploy/`; "" at the root itself. */
  readonly root: string;
  /** The root as an absolute path with forward slashes. */
  readonly rootFolder: string;
}

/** The working copy around a folder; undefined outside of any. */
export function findWorkingCopy(cwd: string): WorkingCopy | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const path = withForwardSlashes(relative(folder, cwd));
      return { root: path === '' ? '' : `${path}/`, rootFolder: withForwardSlashes(folder) };
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** Where a working copy comes from, as the build server says or else as git has it written down; undefined if unknown. */
export function findRepository(copy: WorkingCopy | undefined, env: Io['env']): Repository | undefined {
  if (env.GITHUB_SERVER_URL && env.GITHUB_REPOSITORY) {
    const address = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`;
    return served('blob', describe(address, env.GITHUB_SHA, env.GITHUB_REF_NAME));
  }
  if (env.CI_PROJECT_URL) {
    return served('-/blob', describe(env.CI_PROJECT_URL, env.CI_COMMIT_SHA, env.CI_COMMIT_REF_NAME));
  }
  if (copy === undefined) return undefined;
  const git = join(copy.rootFolder, '.git');
  const origin = /^\[remote "origin"\][^[]*?^[ \t]*url[ \t]*=[ \t]*(\S+)/m.exec(read(git, 'config'))?.[1];
  if (origin === undefined) return undefined;
  const head = read(git, 'HEAD').trim();
  const branch = /^ref: refs\/heads\/(?!.*\.\.)(.+)$/.exec(head)?.[1];
  const revision = branch === undefined ? head : read(git, `refs/heads/${branch}`).trim();
  return describe(origin, commitId.test(revision) ? revision : undefined, branch);
}

function served(blobs: '-/blob' | 'blob', repository: Repository | undefined): Repository | undefined {
  return repository && { ...repository, blobs };
}

/** "" for what cannot be read, or is no text of an ordinary size. */
function read(git: string, name: string): string {
  const content = decode(readOrdinary(join(git, name), maxBytes));
  return 'text' in content ? content.text : '';
}

/** undefined for what is no address on a network. */
function describe(address: string, revision: string | undefined, branch: string | undefined): Repository | undefined {
  const uri = webAddress(address);
  return uri === undefined ? undefined : { uri, ...(revision && { revision }), ...(branch && { branch }) };
}

/** `git@host:shop/web.git` and the like as `https://host/shop/web`: without user, password and port. */
function webAddress(address: string): string | undefined {
  const scp = /^[^/@:]+@([^/:]+):(?!\/\/)(.+)$/.exec(address);
  const match = scp ?? /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(address);
  if (!match) return undefined;
  const [, host = '', path = ''] = match;
  const uri = `https://${host}/${path
    .replace(/[?#].*/s, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '')}`;
  return URL.canParse(uri) ? uri : undefined;
}
