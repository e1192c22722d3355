import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a message of the protocol may hold. */
interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A small client of the Language Server Protocol, over the standard streams of a real process. */
export class Client {
  /** All notifications and requests of the server, in order. */
  readonly received: Message[] = [];
  /** The process. */
  readonly process: ChildProcess;
  readonly #folder: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #listeners = new Set<() => void>();
  #next = 1;
  #buffer = Buffer.alloc(0);

  constructor(folder: string, argv: readonly string[] = []) {
    this.#folder = folder;
    const [program, ...before] = tool;
    this.process = spawn(program, [...before, 'lsp', ...argv], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.process.stdout!.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** The exit code, once it has ended. */
  get ended(): Promise<number | null> {
    const { process: child } = this;
    return child.exitCode === null ? new Promise((done) => child.once('exit', done)) : Promise.resolve(child.exitCode);
  }

  /** The address of a file in the client's folder. */
  uri(path: string): string {
    return pathToFileURL(resolve(this.#folder, path)).href;
  }

  /**
   * Greets the server as a client that can do this.
   *
   * @param processId of the process that the server is to end with
   */
  async initialize(capabilities: object = {}, processId = process.pid, more: object = {}): Promise<unknown> {
    const params = { processId, rootUri: this.uri('.'), capabilities, ...more };
    const result = await this.request('initialize', params);
    this.notify('initialized', {});
    return result;
  }

  /** Asks, and gives the answer; throws what the server refuses with. */
  async request<T = unknown>(method: string, params: unknown): Promise<T> {
    const id = this.#next++;
    const answer = new Promise<Message>((done) => this.#waiting.set(id, done));
    this.#send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(error.message);
    return result as T;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** Opens a document, or gives it another text if it is open. */
  write(path: string, text: string, version = 1): void {
    const uri = this.uri(path);
    if (version === 1) {
      this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } });
    } else {
      this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    }
  }

  /** Asks about a place of a document. */
  at<T = unknown>(method: string, path: string, position: object, more: object = {}): Promise<T> {
    return this.request<T>(`textDocument/${method}`, { textDocument: { uri: this.uri(path) }, position, ...more });
  }

  /** What is found in a document, by asking. */
  async pull<T>(path: string): Promise<readonly T[]> {
    const report = await this.request<{ items: T[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uri(path) },
    });
    return report.items;
  }

  /** The first message of the server that is looked for, of those to come and those that came. */
  async message(method: string, isWanted: (params: never) => boolean = () => true): Promise<unknown> {
    for (;;) {
      const found = this.received.find((message) => message.method === method && isWanted(message.params as never));
      if (found) return found.params;
      await new Promise<void>((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`no ${method} came that is wanted`)), patience);
        this.#listeners.add(() => done(clearTimeout(timer)));
      });
    }
  }

  /** Says goodbye, and waits for the end. */
  async close(): Promise<number | null> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.ended;
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.subarray(0, Math.max(end, 0)).toString())?.[1]);
      if (end === -1 || this.#buffer.length < end + 4 + length) return;
      this.#handle(JSON.parse(this.#buffer.subarray(end + 4, end + 4 + length).toString()));
      this.#buffer = this.#buffer.subarray(end + 4 + length);
    }
  }

  #handle(message: Message): void {
    if (message.method === undefined) {
      this.#waiting.get(message.id as number)?.(message);
      return;
    }
    this.received.push(message);
    if (message.id !== undefined) this.#send({ id: message.id, result: null });
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }
}

/** How long a message is waited for, in milliseconds; a machine may be busy. */
const patience = 60_000;

/** The server: the sources, or the standalone executable where the environment names one. */
const tool: readonly [program: string, ...before: string[]] = process.env.CLOUDRUN_LINT_EXECUTABLE
  ? [resolve(process.env.CLOUDRUN_LINT_EXECUTABLE)]
  : [process.execPath, '--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts')];

/** A client that asks for findings, and can do all that the server makes use of. */
export const modern = {
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    rename: { prepareSupport: true },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { showDocument: { support: true } },
};

/** A client that findings are sent to, as old ones want it. */
export const old = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};
