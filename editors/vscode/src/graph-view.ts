import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Asks for the client while the server runs; undefined while it does not. */
export type ClientNow = () => BaseLanguageClient | undefined;

/** How long typing has to rest before the graph is drawn again, in milliseconds. */
const rest = 200;

/** The graph of the file that is being edited, beside its text. Follows both. */
export class GraphView implements vscode.Disposable {
  readonly #client: ClientNow;
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #document: vscode.TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: ClientNow) {
    this.#client = client;
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => void this.#turnTo(editor?.document)),
      vscode.window.onDidChangeActiveColorTheme(() => void (this.#document && this.#draw(this.#document))),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== this.#document) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#draw(document), rest);
      }),
    ];
  }

  /** Opens the graph beside the text. */
  async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document ?? this.#document;
    if (!document || (await this.#pictureOf(document)) === undefined) {
      void vscode.window.showInformationMessage('There is nothing of Cloud Run in this file that could be drawn.');
      return;
    }
    this.#panel ??= this.#open();
    this.#panel.reveal(vscode.ViewColumn.Beside, true);
    await this.#draw(document);
  }

  /** Looks anew at what is shown, after the server has started. */
  async refresh(): Promise<void> {
    await this.#turnTo(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #open(): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('cloudrun-lint.graph', 'Cloud Run', column, {
      enableScripts: false,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }

  /** The picture stays while a file without one, or no file at all, is looked at. */
  async #turnTo(document: vscode.TextDocument | undefined): Promise<void> {
    const hasGraph = document !== undefined && (await this.#pictureOf(document)) !== undefined;
    if (document === vscode.window.activeTextEditor?.document)
      await vscode.commands.executeCommand('setContext', 'cloudrun-lint.hasGraph', hasGraph);
    if (hasGraph && this.#panel) await this.#draw(document);
  }

  async #draw(document: vscode.TextDocument): Promise<void> {
    this.#document = document;
    const svg = await this.#pictureOf(document);
    if (!this.#panel || svg === undefined || document !== this.#document) return;
    this.#panel.title = `Graph of ${document.uri.path.split('/').at(-1)}`;
    this.#panel.webview.html = page(svg);
  }

  /** undefined where the file has none. */
  async #pictureOf({ uri }: vscode.TextDocument): Promise<string | undefined> {
    const textDocument = { uri: uri.toString() };
    const answer = this.#client()?.sendRequest<{ svg: string } | null>('cloudrun-lint/graph', { textDocument });
    return (await answer?.catch(() => null))?.svg;
  }
}

/** The picture, in the half of its colours that goes with the editor's theme. Nothing in it can run or load. */
function page(svg: string): string {
  const nonce = Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const { kind } = vscode.window.activeColorTheme;
  const isDark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
  const picture = svg
    .replace('<style>', `<style nonce="${nonce}">`)
    .replace('(prefers-color-scheme: dark)', isDark ? 'all' : 'not all');
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>Graph</title>
${picture}
<style nonce="${nonce}">
  svg { max-width: 100%; height: auto }
  .page { fill: var(--vscode-editor-background) }
</style>
</html>
`;
}
