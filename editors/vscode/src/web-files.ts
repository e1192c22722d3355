import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientRequests } from '../../../src/lsp/browser/requests.ts';

/** No larger file is read for the server, in bytes. */
const largest = 1_000_000;

/** Reads for a server that cannot do so itself, and only what lies in a folder that is open. */
export function answerServer(client: BaseLanguageClient): void {
  client.onRequest(clientRequests.read, ({ uris }: { uris: readonly string[] }) =>
    Promise.all(uris.map((uri) => read(vscode.Uri.parse(uri)))),
  );
  client.onRequest(clientRequests.list, ({ uris }: { uris: readonly string[] }) =>
    Promise.all(uris.map((uri) => list(vscode.Uri.parse(uri)))),
  );
  client.onRequest(clientRequests.find, async ({ folder, pattern }: { folder: string; pattern: string }) => {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(vscode.Uri.parse(folder), pattern),
      '**/node_modules/**',
    );
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
  });
  client.onRequest(clientRequests.root, ({ uri }: { uri: string }) => {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
    return folder ? client.code2ProtocolConverter.asUri(folder.uri) : null;
  });
}

async function read(uri: vscode.Uri): Promise<string | null> {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return null;
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File || size > largest) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function list(folder: vscode.Uri): Promise<string[] | null> {
  if (!vscode.workspace.getWorkspaceFolder(folder)) return null;
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const known = entries.filter(([, type]) => type === vscode.FileType.File || type === vscode.FileType.Directory);
    return known.map(([name, type]) => (type === vscode.FileType.Directory ? `${name}/` : name)).sort();
  } catch {
    return null;
  }
}
