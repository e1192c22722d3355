import type { ClientCapabilities } from 'vscode-languageserver';
import type { DiagnosticAbilities } from './diagnostics.ts';

/** What a client can do, as it says itself. */
export class Abilities implements DiagnosticAbilities {
  readonly #client: ClientCapabilities;

  constructor(client: ClientCapabilities) {
    this.#client = client;
  }

  /** Whether it asks for findings itself; to all others they are sent, never both. */
  get pulls(): boolean {
    return this.#client.textDocument?.diagnostic !== undefined;
  }

  /** Whether it can be told to ask again. */
  get refreshes(): boolean {
    return this.#client.workspace?.diagnostics?.refreshSupport ?? false;
  }

  get related(): boolean {
    const { publishDiagnostics, diagnostic } = this.#client.textDocument ?? {};
    return (this.pulls && diagnostic?.relatedInformation) || (publishDiagnostics?.relatedInformation ?? false);
  }

  get links(): boolean {
    const { publishDiagnostics, diagnostic } = this.#client.textDocument ?? {};
    return (this.pulls && diagnostic?.codeDescriptionSupport) || (publishDiagnostics?.codeDescriptionSupport ?? false);
  }

  get tags(): boolean {
    const { publishDiagnostics, diagnostic } = this.#client.textDocument ?? {};
    return ((this.pulls && diagnostic?.tagSupport) || publishDiagnostics?.tagSupport) !== undefined;
  }

  /** Whether it can be told that remarks within the text have changed. */
  get refreshesHints(): boolean {
    return this.#client.workspace?.inlayHint?.refreshSupport ?? false;
  }

  /** Whether it takes edits of a certain version. */
  get versionsEdits(): boolean {
    return this.#client.workspace?.workspaceEdit?.documentChanges ?? false;
  }

  /** Whether it takes actions as such, rather than commands alone. */
  get literalActions(): boolean {
    return this.#client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  }

  /** Whether it asks what can be renamed before it asks for the name. */
  get preparesRename(): boolean {
    return this.#client.textDocument?.rename?.prepareSupport ?? false;
  }

  /** Whether it can be asked to move the cursor. */
  get movesCursor(): boolean {
    return this.#client.window?.showDocument?.support ?? false;
  }

  /** Whether it can be asked to watch files. */
  get watches(): boolean {
    return this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
  }
}
