import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Host } from './host.ts';

/** Asks the client to tell of created, changed and deleted files that decide what is found in others. */
export function followSurroundings(connection: Connection, { watched }: Host): void {
  const watchers = watched.map((globPattern) => ({ globPattern }));
  // A client that refuses after all is still told by what is saved in it.
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
}
