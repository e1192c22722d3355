import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from '../server.ts';
import { ClientFiles } from './client-files.ts';
import { ClientHost } from './host.ts';

/** One end of what carries messages between two parts of a browser. */
export type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the client at the other end of a port, which reads files for it. */
export function serveOver(port: Port): void {
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  serve(connection, new ClientHost(new ClientFiles(connection)));
}
