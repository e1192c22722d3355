import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host.ts';

/** Open documents by the one spelling of their addresses: clients escape different characters. */
export class OpenAddresses {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #host: Host;
  /** By the one spelling: the client's. */
  readonly #uris = new Map<string, string>();

  constructor(documents: TextDocuments<TextDocument>, host: Host) {
    this.#documents = documents;
    this.#host = host;
    documents.onDidOpen(({ document: { uri } }) => this.#take(uri));
    documents.onDidClose(({ document: { uri } }) => this.#let(uri));
  }

  /** The open document at an address; undefined where none is. */
  at(canonical: string): TextDocument | undefined {
    const uri = this.#uris.get(canonical);
    return uri === undefined ? undefined : this.#documents.get(uri);
  }

  /** A client may open what has no address. */
  #take(uri: unknown): void {
    if (typeof uri === 'string') this.#uris.set(this.#host.canonical(uri), uri);
  }

  #let(uri: unknown): void {
    if (typeof uri === 'string') this.#uris.delete(this.#host.canonical(uri));
  }
}
