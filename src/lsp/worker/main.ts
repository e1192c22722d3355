import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from '../server.ts';
import { ClientFiles } from './client-files.ts';
import { ClientHost } from './host.ts';

/** The worker itself. The types of browsers are not those of Node.js. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, new ClientHost(new ClientFiles(connection)));
