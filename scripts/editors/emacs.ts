import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { countedByCommandLine, makeProject } from './project.ts';
import { recipe } from './recipes.ts';
import { environment, judge, readSeen } from './seen.ts';

const file = 'deploy/service.yaml';

/** Where Debian lays the packages of Emacs. */
const packages = '/usr/share/emacs/site-lisp/elpa';

/** Tries Emacs and eglot with what the documentation says for them. */
export async function tryEmacs(): Promise<string> {
  const { home, env } = await environment();
  const project = await makeProject();
  const before = await countedByCommandLine(project, file);
  const init = join(home, 'init.el');
  await writeFile(init, `(require 'eglot)\n${await recipe('Emacs with eglot')}`);
  const result = join(home, 'seen.json');
  const folders = (await readdir(packages)).flatMap((name) => ['-L', join(packages, name)]);
  await promisify(execFile)('emacs', ['-Q', '--batch', ...folders, '-l', resolve('scripts/editors/emacs/try.el')], {
    cwd: project,
    env: { ...env, TRY_FILE: join(project, file), TRY_RESULT: result, TRY_RECIPE: init },
    timeout: 240_000,
  });
  return judge(await readSeen(result), before, project, file);
}
