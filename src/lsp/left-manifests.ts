import type { Documents, Known } from './documents.ts';
import type { Host } from './host.ts';
import type { OpenAddresses } from './open-addresses.ts';

/** So many closed documents are remembered. */
const most = 10;

/**
 * Documents that were open. Who follows a finding into `nginx.conf` may close the manifest by that, and still wants to
 * see the finding go: so a manifest counts, as it is saved, for as long as a file is open that it reads.
 */
export class LeftManifests {
  readonly #known: Documents;
  readonly #host: Host;
  readonly #open: OpenAddresses;
  /** The one that was closed last comes last. */
  readonly #uris = new Set<string>();
  /** Those that are remembered no more, and of which something may still be shown. */
  readonly #gone = new Set<string>();

  constructor(known: Documents, host: Host, open: OpenAddresses) {
    this.#known = known;
    this.#host = host;
    this.#open = open;
  }

  /** A document was closed. */
  leave(uri: string): void {
    this.#uris.add(uri);
    const [first] = this.#uris;
    if (this.#uris.size > most) this.#drop(first!);
  }

  /** A document was opened: it counts for itself again. */
  back(uri: string): void {
    this.#uris.delete(uri);
    this.#gone.delete(uri);
  }

  /** What is known of each of them now; nothing of one that does not count. */
  async *look(): AsyncGenerator<{ readonly uri: string; readonly found: Known | undefined }> {
    for (const uri of [...this.#uris]) {
      const found = await this.#knowSaved(uri);
      if (this.#uris.has(uri)) yield { uri, found };
    }
    for (const uri of [...this.#gone]) {
      this.#gone.delete(uri);
      yield { uri, found: undefined };
    }
  }

  /** A document as it is saved; undefined where nothing is open that it reads. */
  async #knowSaved(uri: string): Promise<Known | undefined> {
    try {
      const text = await this.#host.savedText(uri);
      const found = text === undefined ? undefined : await this.#known.knowText(uri, text);
      const read = await this.#known.readBeside(uri);
      if (!found || read.length === 0) this.#drop(uri);
      return read.some((file) => this.#open.at(file)) ? found : undefined;
    } catch {
      // What was no document, or can no longer be read, is forgotten.
      this.#drop(uri);
      return undefined;
    }
  }

  #drop(uri: string): void {
    this.#uris.delete(uri);
    this.#gone.add(uri);
    this.#known.close(uri);
  }
}
