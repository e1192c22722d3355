import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { toolFolder } from '../editors/tools.ts';
import { stageExtension } from './stage.ts';

/**
 * Packs the extension for VS Code. `dist/` is its server and has to be there. Throws what the packer says.
 *
 * @param target of the `.vsix`
 * @param isWebOnly leaves out what runs outside of a browser, to try what runs in one
 */
export async function packExtension(target: string, isWebOnly = false): Promise<void> {
  const folder = resolve('build', isWebOnly ? 'vscode-web' : 'vscode');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await stageExtension(folder);
  if (isWebOnly) {
    const { main: _, ...manifest } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  }
  const vsce = join(await toolFolder('vsce'), 'node_modules/@vscode/vsce/vsce');
  await promisify(execFile)(process.execPath, [vsce, 'package', '--no-dependencies', '--out', resolve(target)], {
    cwd: folder,
  });
}
