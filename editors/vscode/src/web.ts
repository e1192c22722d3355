import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Session } from './session.ts';
import { section } from './settings.ts';
import { answerServer } from './web-files.ts';

/** A worker as browsers have it: the types of Node.js do not. */
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[3] & { terminate(): void };

let session: Session | undefined;

/** The extension in a browser, where no process can be started: the server is a worker, and asks the editor for files. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  session = new Session(context, (options) => {
    const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'worker.js').toString(true));
    const client = new LanguageClient(section, 'cloudrun-lint', options, worker);
    answerServer(client);
    return { client, origin: 'the one inside the extension', end: () => worker.terminate() };
  });
  await session.begin();
}

/** Ends the server. */
export async function deactivate(): Promise<void> {
  await session?.end();
}
