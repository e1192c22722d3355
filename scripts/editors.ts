import { tryEmacs } from './editors/emacs.ts';
import { installDebian, unpackNeovim } from './editors/install.ts';
import { neovimIn, tryNeovim } from './editors/neovim.ts';
import { trusting, tryVscode } from './editors/vscode.ts';
import type { Workbench } from './editors/workbench.ts';
import { packExtension } from './vscode/pack.ts';

/**
 * Tries the bundle in real editors, with what docs/editors.md says for each: `npm run editors`, or some of them by their
 * names. Installs what is missing, and fails where it cannot, or where an editor shows something else than the command
 * line.
 */
const editors: Readonly<Record<string, () => Promise<string>>> = {
  'neovim-0.11': async () => tryNeovim(await neovimIn(await unpackNeovim()), 'Neovim 0.11 and newer'),
  async neovim() {
    await installDebian('neovim');
    return tryNeovim('/usr/bin/nvim', 'Neovim before 0.11');
  },
  async emacs() {
    await installDebian('emacs-nox', 'elpa-eglot', 'elpa-yaml-mode');
    return tryEmacs();
  },
  async vscode() {
    await installDebian('chromium');
    const extension = 'build/cloudrun-lint.vsix';
    await packExtension(extension);
    // The pictures are of a folder that is trusted, which most are.
    return words.includes('--pictures') ? tryVscode(extension, trusting, keepPicture) : tryVscode(extension);
  },
  async 'vscode-web'() {
    await installDebian('chromium');
    const extension = 'build/cloudrun-lint-web.vsix';
    await packExtension(extension, true);
    return tryVscode(extension, trusting);
  },
};

/** Takes a picture for the README of the extension. */
async function keepPicture(name: string, { page }: Workbench): Promise<void> {
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `editors/vscode/images/${name}.png` });
}

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--pictures');
const unknown = asked.filter((name) => !Object.hasOwn(editors, name));
if (unknown.length > 0)
  throw new Error(`There is no editor "${unknown}" here, but ${Object.keys(editors).join(', ')}.`);
/** Tells what was seen; false where it was something else. */
async function attempt(name: string): Promise<boolean> {
  const began = performance.now();
  try {
    const seen = await editors[name]!();
    console.log(`${name}: ${seen} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    console.log(`${name}: FAILED\n${error instanceof Error ? error.message : error}`);
    return false;
  }
}

let failed = 0;
// A window on a busy machine may miss a key: whatever fails has a second chance, and both are told.
for (const name of asked.length > 0 ? asked : Object.keys(editors))
  if (!(await attempt(name)) && !(await attempt(name))) failed++;
console.log(`${(asked.length || Object.keys(editors).length) - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
