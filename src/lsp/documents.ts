import type { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFile, type Snapshot } from '../editor/open-file.ts';
import type { Holding, Host } from './host.ts';

/** No larger text is analysed, in UTF-16 units: nobody writes one, and a keystroke has to be answered. */
export const longest = 1_000_000;

/** So many times a text is analysed for the sake of files that lead to further ones. */
const mostTimes = 30;

/** What is known of a document, by what holds for it. */
export interface Known extends Holding {
  /** Its text as it is now, analysed. */
  readonly snapshot: Snapshot;
}

/** A document, with what is kept for it. */
interface Opened {
  readonly holding: Holding;
  readonly file: OpenFile | undefined;
  /** Whether something beside it has changed since it was analysed. */
  isStale: boolean;
}

/** The documents that somebody asks about, each analysed once a version, and again when something beside it changes. */
export class Documents {
  readonly #host: Host;
  #files = new Map<string, Promise<Opened>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** What is known of a document; undefined where nothing is found in it by anybody's decision, or it is too long. */
  know(document: TextDocument): Promise<Known | undefined> {
    return this.knowText(document.uri, document.getText());
  }

  /** The same of a text that lies at an address. */
  async knowText(uri: string, text: string): Promise<Known | undefined> {
    const opened = await this.#openedAt(uri);
    const { holding, file } = opened;
    if (!file || text.length > longest) return undefined;
    opened.isStale = hasChanged(opened);
    let snapshot = file.take(text, opened.isStale);
    opened.isStale = false;
    for (let times = 0; times < mostTimes && (await holding.around?.bring?.()); times++)
      if (hasChanged(opened)) snapshot = file.take(text, true);
    return { ...holding, snapshot };
  }

  /** Whether a document has to be analysed again, since something beside it has changed; undefined where it never was. */
  async isStale(uri: string): Promise<boolean | undefined> {
    const opened = await this.#files.get(uri);
    if (opened) opened.isStale = hasChanged(opened);
    return opened?.isStale;
  }

  /** The addresses of the files beside a document that what is found in it hangs on. */
  async readBeside(uri: string): Promise<readonly string[]> {
    return (await this.#files.get(uri))?.holding.around?.read() ?? [];
  }

  /** Lets go of a document. */
  close(uri: string): void {
    this.#files.delete(uri);
  }

  /** Reads anew what holds for all documents. */
  reload(): void {
    this.#host.reload();
    this.#files = new Map();
  }

  #openedAt(uri: string): Promise<Opened> {
    let opened = this.#files.get(uri);
    if (!opened) {
      opened = this.#open(uri);
      this.#files.set(uri, opened);
    }
    return opened;
  }

  async #open(uri: string): Promise<Opened> {
    const holding = await this.#host.holdingFor(uri);
    return { holding, file: holding.analyse && new OpenFile(holding.analyse), isStale: false };
  }
}

function hasChanged({ isStale, holding: { around } }: Opened): boolean {
  return isStale || (around?.hasChanged() ?? false);
}
