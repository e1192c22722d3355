import type { Connection } from 'vscode-languageserver';
import { clientRequests } from './requests.ts';

/** Asks for what belongs to some addresses, in the same order; null for what is not there or cannot be read. */
type Ask<T> = (uris: readonly string[]) => Promise<readonly (T | null)[]>;

/** The files of the client's folders, each read once until `forget`. */
export class ClientFiles {
  readonly #connection: Connection;
  #texts: Answers<string>;
  #names: Answers<readonly string[]>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#texts = this.#textsAnew();
    this.#names = this.#namesAnew();
  }

  /** The texts of files in the same order; undefined for one that is not there or cannot be read. */
  read(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    return this.#texts.of(uris);
  }

  /** The names in folders, folders among them with a slash at the end; undefined where there is no such folder. */
  list(folders: readonly string[]): Promise<readonly (readonly string[] | undefined)[]> {
    return this.#names.of(folders);
  }

  /** What `read` has found at an address; undefined where it was not asked yet. */
  known(uri: string): { readonly text: string | undefined } | undefined {
    const found = this.#texts.known.get(uri);
    return found && { text: found.value };
  }

  /** What `list` has found at an address, [] for no folder; undefined where it was not asked yet. */
  knownNames(folder: string): readonly string[] | undefined {
    const found = this.#names.known.get(folder);
    return found && (found.value ?? nothing);
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
    this.#texts = this.#textsAnew();
    this.#names = this.#namesAnew();
  }

  #textsAnew(): Answers<string> {
    return new Answers((uris) => this.#ask(clientRequests.read, { uris }, []));
  }

  #namesAnew(): Answers<readonly string[]> {
    return new Answers((uris) => this.#ask(clientRequests.list, { uris }, []));
  }

  #ask<T>(method: string, params: object, otherwise: T): Promise<T> {
    return this.#connection.sendRequest<T>(method, params).catch(() => otherwise);
  }
}

const nothing: readonly string[] = [];

/** What was asked, each address once. */
class Answers<T> {
  /** What has been answered. */
  readonly known = new Map<string, { readonly value: T | undefined }>();
  readonly #ask: Ask<T>;
  readonly #asked = new Map<string, Promise<T | undefined>>();

  constructor(ask: Ask<T>) {
    this.#ask = ask;
  }

  /** The answers in the same order. */
  of(uris: readonly string[]): Promise<readonly (T | undefined)[]> {
    const missing = uris.filter((uri) => !this.#asked.has(uri));
    if (missing.length > 0) {
      const answer = this.#ask(missing);
      for (const [i, uri] of missing.entries()) {
        const one = answer.then((all) => all[i] ?? undefined);
        this.#asked.set(uri, one);
        void one.then((value) => this.known.set(uri, { value }));
      }
    }
    return Promise.all(uris.map((uri) => this.#asked.get(uri)));
  }
}
