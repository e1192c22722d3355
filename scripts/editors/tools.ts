import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is too large to be installed for everybody who works on the linter, at fixed versions. */
const tools = {
  /** Packs extensions. 4.0 wants Node.js 22. */
  vsce: { '@vscode/vsce': '3.9.2' },
  /** VS Code 1.100 as a server for a browser, the newest one for Node.js 20, and what drives the browser. */
  code: { 'code-server': '4.100.3', 'playwright-core': '1.65.1' },
} as const;

/** The name of a set of npm packages. */
export type ToolName = keyof typeof tools;

/** A folder in `build/` in whose `node_modules` the packages are; installs them unless they are there. Throws npm's words. */
export async function toolFolder(name: ToolName): Promise<string> {
  const wanted = Object.entries(tools[name]).map(([pkg, version]) => `${pkg}@${version}`);
  const folder = resolve('build/tools', `${name}-${Object.values(tools[name])[0]}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await writeFile(join(making, 'package.json'), '{ "private": true }\n');
  // Their install scripts compile or download: nothing that is used here needs them.
  await npm(making, ['--save-exact', ...wanted]);
  if (name === 'code') await completeCodeServer(join(making, 'node_modules/code-server/lib/vscode'));
  await rename(making, folder);
  return folder;
}

/** What the package's own install script would do, but for what needs a compiler. */
async function completeCodeServer(folder: string): Promise<void> {
  await npm(folder, ['--omit=dev']);
  await run('ln', ['-s', 'node_modules', 'node_modules.asar'], { cwd: folder });
}

function npm(cwd: string, args: readonly string[]): Promise<unknown> {
  return run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd });
}
