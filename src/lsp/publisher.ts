import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseName } from '../text/path.ts';
import { Abilities } from './abilities.ts';
import { shownDiagnostics, shownElsewhere, shownTrouble } from './diagnostics.ts';
import type { Documents, Known } from './documents.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Host } from './host.ts';
import { LeftManifests } from './left-manifests.ts';
import type { OpenAddresses } from './open-addresses.ts';

/** How long typing has to rest before findings are sent again, in milliseconds. */
const rest = 100;

/**
 * Brings findings to the client. Those in a document are asked for where the client can ask, else sent, never both.
 * Those in a file beside a manifest are sent, since nobody asks about a file that is not open.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #known: Documents;
  readonly #host: Host;
  readonly #open: OpenAddresses;
  readonly #elsewhere = new Elsewhere();
  readonly #left: LeftManifests;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** The documents whose findings were sent: the first are sent at once. */
  readonly #served = new Set<string>();
  /** Configurations whose mistakes the client shows. */
  #troubled = new Set<string>();
  #able = new Abilities({});
  #lookingAround: ReturnType<typeof setTimeout> | undefined;

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    known: Documents,
    host: Host,
    open: OpenAddresses,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#known = known;
    this.#host = host;
    this.#open = open;
    this.#left = new LeftManifests(known, host, open);
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
    this.#documents.onDidOpen(({ document: { uri } }) => this.#opened(uri));
    this.#documents.onDidChangeContent(({ document: { uri } }) => this.#changed(uri));
    this.#documents.onDidSave(({ document: { uri } }) => {
      if (this.#host.isWatched(uri)) this.#reload();
    });
    this.#documents.onDidClose(({ document: { uri } }) => this.#closed(uri));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      // What is missing may have come, of which no configuration has told yet.
      const isDecided = this.#host.troubles().length === 0 && Array.isArray(changes);
      if (isDecided && !changes.some(({ uri }) => this.#host.isWatched(uri))) this.#lookAroundSoon();
      else this.#reload();
    });
  }

  /** A client that watches nothing does not tell what changed while a file was closed. */
  #opened(uri: string): void {
    this.#left.back(uri);
    if (!this.#able.watches && this.#documents.keys().length === 1) this.#known.reload();
  }

  #changed(uri: string): void {
    this.#lookAroundSoon();
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
    this.#left.leave(uri);
    this.#lookAroundSoon();
    if (!this.#able.pulls) this.#guard(this.#sendBeside(uri));
  }

  #reload(): void {
    this.#known.reload();
    this.#lookAroundSoon();
    if (!this.#able.pulls) for (const uri of this.#documents.keys()) this.#publish(uri);
    else if (this.#able.refreshes) this.#connection.languages.diagnostics.refresh();
  }

  /** A document that is none, such as one without a text, costs nobody else the server. */
  #publish(uri: string): void {
    this.#guard(this.#send(uri));
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      return this.#connection.sendNotification('window/logMessage', { type: 1, message });
    });
  }

  #lookAroundSoon(): void {
    clearTimeout(this.#lookingAround);
    this.#lookingAround = setTimeout(() => this.#guard(this.#lookAround()), rest);
  }

  /** Finds anew where something beside a document has changed, such as the text of a file that is open, too. */
  async #lookAround(): Promise<void> {
    let isOther = false;
    for (const uri of this.#documents.keys()) {
      const isStale = await this.#known.isStale(uri);
      isOther ||= isStale === true;
      if (this.#able.pulls && isStale !== false) await this.#find(uri);
      else if (isStale) this.#publish(uri);
    }
    if (isOther && this.#able.pulls && this.#able.refreshes) this.#connection.languages.diagnostics.refresh();
    for await (const { uri, found } of this.#left.look()) await this.#takeElsewhere(uri, found);
  }

  async #send(uri: string): Promise<void> {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    const version = this.#documents.get(uri)?.version;
    const diagnostics = await this.#find(uri);
    // Another version has come meanwhile, or the document has gone: what was found is of no use.
    if (version === undefined || this.#documents.get(uri)?.version !== version) return;
    const beside = this.#elsewhere.at(this.#host.canonical(uri));
    await this.#connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics, ...beside] });
    await this.#sendTroubles();
  }

  async #find(uri: string): Promise<Diagnostic[]> {
    const document = this.#documents.get(uri);
    const found = document && (await this.#known.know(document));
    const troubles = this.#host.troubles().filter((trouble) => trouble.uri === this.#host.canonical(uri));
    if (this.#able.pulls) this.#tellOfTroubles();
    if (this.#documents.get(uri)) await this.#takeElsewhere(uri, found);
    const own = found ? shownDiagnostics(found.snapshot, this.#showerOf(uri, found)) : [];
    return [...own, ...troubles.map(shownTrouble)];
  }

  #showerOf(uri: string, { path }: Known) {
    return { path, uri, able: this.#able, host: this.#host };
  }

  /** Shows what was found with a manifest in the files beside it; undefined where nothing is known any more. */
  async #takeElsewhere(manifest: string, found: Known | undefined): Promise<void> {
    const elsewhere = found ? shownElsewhere(found.snapshot, this.#showerOf(manifest, found)) : new Map();
    for (const file of this.#elsewhere.take(manifest, elsewhere)) {
      const open = this.#open.at(file);
      if (open && !this.#able.pulls) this.#publish(open.uri);
      else await this.#sendBeside(open?.uri ?? file);
    }
  }

  /** Sends what was found with manifests and lies in a file, and nothing else of it. */
  async #sendBeside(uri: string): Promise<void> {
    await this.#connection.sendDiagnostics({ uri, diagnostics: this.#elsewhere.at(this.#host.canonical(uri)) });
  }

  /** What is wrong with configurations that are not open: each file has its own list. */
  async #sendTroubles(): Promise<void> {
    const troubles = this.#host.troubles();
    const uris = new Set(troubles.map(({ uri }) => uri));
    for (const uri of new Set([...this.#troubled, ...uris])) {
      if (this.#open.at(uri)) continue;
      const diagnostics = troubles.filter((trouble) => trouble.uri === uri).map(shownTrouble);
      await this.#connection.sendDiagnostics({ uri, diagnostics });
    }
    this.#troubled = uris;
  }

  /** A client that asks does so for open documents only, so that it is told once of mistakes elsewhere. */
  #tellOfTroubles(): void {
    const troubles = this.#host.troubles().filter(({ uri }) => !this.#open.at(uri));
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
