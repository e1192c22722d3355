import type { Connection } from 'vscode-languageserver';
import { clientRequests } from './requests.ts';

/** The files of the client's folders, each read once until `forget`. */
export class ClientFiles {
  readonly #connection: Connection;
  #texts = new Map<string, Promise<string | undefined>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The texts of files in the same order; undefined for one that is not there or cannot be read. */
  read(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    const missing = uris.filter((uri) => !this.#texts.has(uri));
    if (missing.length > 0) {
      const answer = this.#ask<readonly (string | null)[]>(clientRequests.read, { uris: missing }, []);
      for (const [i, uri] of missing.entries())
        this.#texts.set(
          uri,
          answer.then((texts) => texts[i] ?? undefined),
        );
    }
    return Promise.all(uris.map((uri) => this.#texts.get(uri)));
  }

  /** The files below a folder that a glob means; [] where the client cannot say. */
  find(folder: string, pattern: string): Promise<readonly string[]> {
    return this.#ask(clientRequests.find, { folder, pattern }, []);
  }

  /** The open folder that a file lies in, without a slash at its end; undefined where it lies in none. */
  async rootOf(uri: string): Promise<string | undefined> {
    const root = await this.#ask<string | null>(clientRequests.root, { uri }, null);
    return root?.replace(/(?<!\/)\/$/, '');
  }

  /** Reads everything anew from now on. */
  forget(): void {
    this.#texts = new Map();
  }

  #ask<T>(method: string, params: object, otherwise: T): Promise<T> {
    return this.#connection.sendRequest<T>(method, params).catch(() => otherwise);
  }
}
