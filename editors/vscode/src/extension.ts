import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { Session } from './session.ts';
import { section } from './settings.ts';

let session: Session | undefined;

/** The extension on a desktop or a remote machine: the server is the command line, in a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = new Session(context, (options) => {
    const { program, origin } = chooseProgram(context);
    const client = new LanguageClient(section, 'cloudrun-lint', serverFor(program), options);
    return { client, origin };
  });
  context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => session?.restart()));
  await session.begin();
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await session?.end();
}

/**
 * The cloudrun-lint that is started, and in a few words whose it is. What lies in a folder, or its settings name, is a
 * program of somebody: only a trusted folder may have it started.
 */
function chooseProgram({ extensionPath }: vscode.ExtensionContext): {
  readonly program: string;
  readonly origin: string;
} {
  if (vscode.workspace.isTrusted) {
    const named = vscode.workspace.getConfiguration(section).get('path', '').trim();
    if (named !== '') return { program: named, origin: `"${named}" of the settings` };
    const own = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => installedAt(uri) ?? [])[0];
    if (own !== undefined) return { program: own, origin: "the folder's own" };
  }
  return { program: join(extensionPath, 'server/dist/cli.js'), origin: 'the one inside the extension' };
}

/** The package that a folder, or one above it, has installed, if it can serve an editor. */
function installedAt({ scheme, fsPath }: vscode.Uri): string | undefined {
  if (scheme !== 'file') return undefined;
  for (let folder = fsPath; ; folder = dirname(folder)) {
    const dist = join(folder, 'node_modules/cloudrun-lint/dist');
    if (existsSync(join(dist, 'lsp-command.js'))) return join(dist, 'cli.js');
    if (dirname(folder) === folder) return undefined;
  }
}

/** Node.js of the editor runs the package; an executable runs by itself. There is no shell between. */
function serverFor(program: string): ServerOptions {
  const given = vscode.workspace.isTrusted
    ? vscode.workspace.getConfiguration(section).get<string[]>('arguments', [])
    : [];
  const args = ['lsp', ...given];
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const cwd = folder !== undefined && existsSync(folder) ? { cwd: folder } : {};
  if (!/\.[cm]?js$/.test(program)) return { command: program, args, transport: TransportKind.stdio, options: cwd };
  return { module: program, args, transport: TransportKind.stdio, options: cwd };
}
