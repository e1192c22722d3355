import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { countedByCommandLine, makeProject } from './project.ts';
import { recipe } from './recipes.ts';
import { environment, judge, readSeen } from './seen.ts';

const file = 'deploy/service.yaml';

/**
 * Tries a Neovim with what the documentation says for it.
 *
 * @param heading of its lines in docs/editors.md
 */
export async function tryNeovim(program: string, heading: string): Promise<string> {
  const { home, env } = await environment();
  const project = await makeProject();
  const before = await countedByCommandLine(project, file);
  const init = join(home, 'init.lua');
  await writeFile(init, `${await recipe(heading)}\n${await recipe('Neovim: fixes on saving')}`);
  const result = join(home, 'seen.json');
  await promisify(execFile)(
    program,
    ['--headless', '--clean', '-u', init, '-c', `luafile ${resolve('scripts/editors/neovim/try.lua')}`],
    { cwd: project, env: { ...env, TRY_FILE: file, TRY_RESULT: result }, timeout: 240_000 },
  );
  const seen = await readSeen(result);
  return judge(seen, before, project, file);
}

/** The executable in an unpacked wheel. */
export async function neovimIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const found = files.find((name) => /(?:^|\/)bin\/nvim$/.test(name));
  if (found === undefined) throw new Error(`There is no nvim in ${folder}`);
  return join(folder, found);
}
