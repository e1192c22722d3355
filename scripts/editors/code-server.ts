import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { toolFolder } from './tools.ts';

/** What a person would have set for a quiet start. */
const userSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false,
  'window.menuBarVisibility': 'compact',
  'security.workspace.trust.startupPrompt': 'never',
};

/** VS Code as a server on this machine, with extensions of its own. */
export class CodeServer {
  /** Where a browser finds it. */
  readonly address: string;
  readonly #process: ChildProcess;

  private constructor(address: string, child: ChildProcess) {
    this.address = address;
    this.#process = child;
  }

  /**
   * Starts it.
   *
   * @param home an empty folder for all that it writes
   * @param extensions packages or folders of extensions
   * @param settings of the person who uses it
   */
  static async start(home: string, extensions: readonly string[], settings: object = {}): Promise<CodeServer> {
    const vscode = join(await toolFolder('code'), 'node_modules/code-server/lib/vscode');
    const main = join(vscode, 'out/server-main.js');
    const folders = [
      ...['--extensions-dir', join(home, 'extensions')],
      ...['--user-data-dir', join(home, 'user'), '--server-data-dir', join(home, 'server')],
    ];
    await mkdir(join(home, 'user/User'), { recursive: true });
    await writeFile(join(home, 'user/User/settings.json'), JSON.stringify({ ...userSettings, ...settings }));
    for (const extension of extensions) {
      const args = [main, ...folders, '--install-extension', resolve(extension), '--force'];
      await promisify(execFile)(process.execPath, args, { cwd: vscode });
    }
    const port = await freePort();
    const args = [
      main,
      ...['--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', ...folders],
    ];
    // It complains of what it was built without.
    const log = openSync(join(home, 'log.txt'), 'a');
    const child = spawn(process.execPath, args, {
      cwd: vscode,
      stdio: ['ignore', 'pipe', log],
      env: withoutEditor(),
    });
    const address = `http://127.0.0.1:${port}`;
    await new Promise<void>((started, failed) => {
      child.stdout!.on('data', (chunk) => String(chunk).includes('Extension host agent listening') && started());
      child.once('exit', () => failed(new Error('code-server ended before it listened: see its log')));
    });
    return new CodeServer(address, child);
  }

  /** Ends it and all that it started. */
  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}

/** The server must not take itself for a part of the editor that this script may have been started in. */
function withoutEditor(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
