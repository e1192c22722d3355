import type * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Port, serveOver } from '../../../src/lsp/browser/serve.ts';
import { Session } from './session.ts';
import { section } from './settings.ts';
import { answerServer } from './web-files.ts';

/** As browsers have it: the types of Node.js are others. */
declare const MessageChannel: new () => { readonly port1: Port & Closed; readonly port2: Port & Closed };

interface Closed {
  close(): void;
}

let session: Session | undefined;

/**
 * The extension in a browser, where no process can be started: the server runs beside it, in the worker that the editor
 * keeps for extensions, and asks the editor for files.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = new Session(context, (options) => {
    const { port1, port2 } = new MessageChannel();
    serveOver(port1);
    const transports = { reader: new BrowserMessageReader(port2), writer: new BrowserMessageWriter(port2) };
    const client = new LanguageClient(section, 'cloudrun-lint', async () => transports, options);
    answerServer(client);
    const end = (): void => {
      port1.close();
      port2.close();
    };
    return { client, origin: 'the one inside the extension', end };
  });
  await session.begin();
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await session?.end();
}
