import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseName } from '../text/path.ts';
import { Abilities } from './abilities.ts';
import { shownDiagnostics, shownTrouble } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';

/** How long typing has to rest before findings are sent again, in milliseconds. */
const rest = 100;

/** Brings findings to the client: asked for where it can ask, else sent, never both. */
export class Publisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #known: Documents;
  readonly #host: Host;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** The documents whose findings were sent: the first are sent at once. */
  readonly #served = new Set<string>();
  /** Configurations whose mistakes the client shows. */
  #troubled = new Set<string>();
  #able = new Abilities({});

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, known: Documents, host: Host) {
    this.#connection = connection;
    this.#documents = documents;
    this.#known = known;
    this.#host = host;
  }

  /** Starts, as soon as it is known what the client can do. */
  begin(able: Abilities): void {
    this.#able = able;
    const connection = this.#connection;
    if (able.pulls) {
      connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => ({
        kind: 'full',
        items: await this.#find(uri),
      }));
    }
    this.#documents.onDidOpen(() => this.#opened());
    this.#documents.onDidChangeContent(({ document: { uri } }) => this.#changed(uri));
    this.#documents.onDidSave(({ document: { uri } }) => {
      if (this.#host.isWatched(uri)) this.#reload();
    });
    this.#documents.onDidClose(({ document: { uri } }) => this.#closed(uri));
    connection.onDidChangeWatchedFiles(() => this.#reload());
  }

  /** A client that watches nothing does not tell what changed while a file was closed. */
  #opened(): void {
    if (!this.#able.watches && this.#documents.keys().length === 1) this.#known.reload();
  }

  #changed(uri: string): void {
    if (this.#able.pulls) return;
    if (!this.#served.has(uri)) {
      this.#served.add(uri);
      this.#publish(uri);
      return;
    }
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(
      uri,
      setTimeout(() => this.#publish(uri), rest),
    );
  }

  #closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.#served.delete(uri);
    this.#known.close(uri);
    if (!this.#able.pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #reload(): void {
    this.#known.reload();
    if (!this.#able.pulls) for (const uri of this.#documents.keys()) this.#publish(uri);
    else if (this.#able.refreshes) this.#connection.languages.diagnostics.refresh();
  }

  /** A document that is none, such as one without a text, costs nobody else the server. */
  #publish(uri: string): void {
    this.#send(uri).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      return this.#connection.sendNotification('window/logMessage', { type: 1, message });
    });
  }

  async #send(uri: string): Promise<void> {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    const version = this.#documents.get(uri)?.version;
    const diagnostics = await this.#find(uri);
    // Another version has come meanwhile, or the document has gone: what was found is of no use.
    if (version === undefined || this.#documents.get(uri)?.version !== version) return;
    await this.#connection.sendDiagnostics({ uri, version, diagnostics });
    await this.#sendTroubles();
  }

  async #find(uri: string): Promise<Diagnostic[]> {
    const document = this.#documents.get(uri);
    const found = document && (await this.#known.know(document));
    const troubles = this.#host.troubles().filter((trouble) => trouble.uri === this.#host.canonical(uri));
    if (this.#able.pulls) this.#tellOfTroubles();
    const own = found ? shownDiagnostics(found.snapshot, found.path, uri, this.#able, this.#host) : [];
    return [...own, ...troubles.map(shownTrouble)];
  }

  /** What is wrong with configurations that are not open: each file has its own list. */
  async #sendTroubles(): Promise<void> {
    const troubles = this.#host.troubles();
    const uris = new Set(troubles.map(({ uri }) => uri));
    for (const uri of new Set([...this.#troubled, ...uris])) {
      if (this.#isOpen(uri)) continue;
      const diagnostics = troubles.filter((trouble) => trouble.uri === uri).map(shownTrouble);
      await this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#troubled = uris;
  }

  #isOpen(canonical: string): boolean {
    return this.#documents.keys().some((uri) => this.#host.canonical(uri) === canonical);
  }

  /** A client that asks does so for open documents only, so that it is told once of mistakes elsewhere. */
  #tellOfTroubles(): void {
    const troubles = this.#host.troubles().filter(({ uri }) => !this.#isOpen(uri));
    const uris = new Set(troubles.map(({ uri }) => uri));
    for (const { uri, message, range } of troubles) {
      if (this.#troubled.has(uri)) continue;
      this.#troubled.add(uri);
      const place = `${decodeURIComponent(baseName(uri))}:${range.start.line + 1}`;
      void this.#connection.window.showWarningMessage(
        `cloudrun-lint: ${place}: ${message} Until it is mended, what held before holds.`,
      );
    }
    this.#troubled = uris;
  }
}
