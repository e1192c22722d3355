import * as vscode from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import type { ClientNow } from './graph-view.ts';

interface Checked {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  readonly beside?: true;
}

/** What is found in files that nobody has open, when somebody asks. An open file shows its findings by itself. */
export class FolderCheck implements vscode.Disposable {
  readonly #client: ClientNow;
  readonly #found = vscode.languages.createDiagnosticCollection('cloudrun-lint');
  readonly #subscription: vscode.Disposable;

  constructor(client: ClientNow) {
    this.#client = client;
    this.#subscription = vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#found.delete(uri));
  }

  /** Checks all folders of the workspace, and says what came of it. */
  async run(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const client = this.#client();
    if (!client || folders.length === 0) {
      void vscode.window.showInformationMessage('No folder is open that could be checked.');
      return;
    }
    const progress = { location: vscode.ProgressLocation.Window, title: 'cloudrun-lint: checking the folder' };
    const checked = await vscode.window.withProgress(progress, async () => {
      const all = folders.map(({ uri }) =>
        client.sendRequest<Checked[]>('cloudrun-lint/check', { uri: client.code2ProtocolConverter.asUri(uri) }),
      );
      return (await Promise.all(all)).flat();
    });
    this.#found.clear();
    let total = 0;
    for (const { uri, diagnostics } of checked) {
      total += diagnostics.length;
      const file = client.protocol2CodeConverter.asUri(uri);
      const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === file.toString());
      const isShown = (client.diagnostics?.get(file) ?? []).length > 0;
      if (!isOpen && !isShown) this.#found.set(file, await client.protocol2CodeConverter.asDiagnostics(diagnostics));
    }
    const where = `in ${count(checked.filter(({ beside }) => !beside).length, 'file')} of Cloud Run`;
    if (total > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showInformationMessage(
      `cloudrun-lint: ${total === 0 ? 'no problems' : count(total, 'finding')} ${where}.`,
    );
  }

  /** The server itself shows from now on what was found in a file. */
  forget(file: vscode.Uri): void {
    this.#found.delete(file);
  }

  dispose(): void {
    this.#found.dispose();
    this.#subscription.dispose();
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
