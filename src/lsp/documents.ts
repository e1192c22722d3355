import type { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFile, type Snapshot } from '../editor/open-file.ts';
import type { Holding, Host } from './host.ts';

/** No larger text is analysed, in UTF-16 units: nobody writes one, and a keystroke has to be answered. */
export const longest = 1_000_000;

/** What is known of a document, by what holds for it. */
export interface Known extends Holding {
  /** Its text as it is now, analysed. */
  readonly snapshot: Snapshot;
}

/** The open documents, each analysed once a version. */
export class Documents {
  readonly #host: Host;
  #files = new Map<string, Promise<{ readonly holding: Holding; readonly file: OpenFile | undefined }>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** What is known of a document; undefined where nothing is found in it by anybody's decision, or it is too long. */
  async know(document: TextDocument): Promise<Known | undefined> {
    const { uri } = document;
    let opened = this.#files.get(uri);
    if (!opened) {
      opened = this.#open(uri);
      this.#files.set(uri, opened);
    }
    const { holding, file } = await opened;
    const text = document.getText();
    return file && text.length <= longest ? { ...holding, snapshot: file.take(text) } : undefined;
  }

  /** Lets go of a document that was closed. */
  close(uri: string): void {
    this.#files.delete(uri);
  }

  /** Reads anew what holds for all documents. */
  reload(): void {
    this.#host.reload();
    this.#files = new Map();
  }

  async #open(uri: string) {
    const holding = await this.#host.holdingFor(uri);
    return { holding, file: holding.analyse && new OpenFile(holding.analyse) };
  }
}
