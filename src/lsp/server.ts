import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pictureOf } from '../editor/picture.ts';
import { rename, renameableAt } from '../editor/rename.ts';
import { version } from '../version.ts';
import { Abilities } from './abilities.ts';
import { codeActions, fixAllKind, placeCursor } from './actions.ts';
import { placesOf } from './diagnostics.ts';
import { Documents, type Known } from './documents.ts';
import { definition, highlights, hover, references, symbols, workspaceEdit } from './features.ts';
import type { Host } from './host.ts';
import { completions, documentLinks, inlayHints } from './more-features.ts';
import { OpenAddresses } from './open-addresses.ts';
import { answerOwnRequests, ownRequests } from './own-requests.ts';
import { Publisher } from './publisher.ts';
import { defaultSettings, readSettings } from './settings.ts';
import { followSurroundings } from './surroundings.ts';

/** Serves one client over a connection, until it ends. Knows nothing of the machine but what the host tells. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const known = new Documents(host);
  let able = new Abilities({});
  let settings = defaultSettings;
  const open = new OpenAddresses(documents, host);
  const publisher = new Publisher(connection, documents, known, host, open);
  host.lookInto((uri) => open.at(uri)?.getText());

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    able = new Abilities(params.capabilities);
    settings = readSettings(params.initializationOptions);
    publisher.begin(able);
    return { serverInfo: { name: 'cloudrun-lint', version }, capabilities: capabilitiesFor(able) };
  });
  connection.onInitialized(() => {
    if (able.watches) followSurroundings(connection, host);
  });
  connection.onDidChangeConfiguration((change) => {
    settings = readSettings(change.settings, settings);
    if (able.refreshesHints) void connection.languages.inlayHint.refresh();
  });

  /** Answers a request about a document, or with what stands for nothing where the document is not known. */
  const answer = async <R>(
    uri: string,
    nothing: R,
    work: (found: Known, document: TextDocument) => R | Promise<R>,
  ): Promise<R> => {
    const document = documents.get(uri);
    const found = document && (await known.know(document));
    return found ? work(found, document) : nothing;
  };
  const editedOf = ({ uri, version: at }: TextDocument) => ({ uri, version: at, versioned: able.versionsEdits });

  connection.onHover(({ textDocument: { uri }, position }) =>
    answer(uri, null, ({ snapshot }) => hover(snapshot, position, settings, host.knowledge)),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) => answer(uri, [], ({ snapshot }) => symbols(snapshot)));
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer(uri, null, ({ snapshot }) => definition(snapshot, uri, position)),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    answer(uri, [], ({ snapshot }) => references(snapshot, uri, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(uri, [], ({ snapshot }) => highlights(snapshot, position)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(uri, null, ({ snapshot }) => {
      const places = placesOf(snapshot);
      const found = renameableAt(snapshot, places.offset(position));
      return found ? { range: places.range(found.span), placeholder: found.of.name ?? '' } : null;
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    answer(uri, null, ({ snapshot }, document) => {
      const edits = rename(snapshot, placesOf(snapshot).offset(position), newName);
      if (typeof edits === 'string') throw requestFailed(edits);
      return workspaceEdit(snapshot, edits, editedOf(document));
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    answer(uri, [], ({ snapshot }, document) =>
      codeActions(snapshot, editedOf(document), {
        place: placesOf(snapshot).span(range),
        only: context.only,
        shown: context.diagnostics,
        movesCursor: able.movesCursor,
      }),
    ),
  );
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    answer(uri, [], ({ snapshot }) => completions(snapshot, position, settings, host.knowledge)),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) => answer(uri, [], ({ snapshot }) => documentLinks(snapshot)));
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    answer(uri, [], ({ snapshot }) => inlayHints(snapshot, range, settings)),
  );
  connection.onRequest(ownRequests.graph, ({ textDocument: { uri } }: { textDocument: { uri: string } }) =>
    answer<{ svg: string } | null>(uri, null, async ({ snapshot }) => {
      const svg = await pictureOf(snapshot);
      return svg === undefined ? null : { svg };
    }),
  );
  connection.onExecuteCommand(async ({ command, arguments: [uri, position] = [] }) => {
    if (command !== placeCursor || !able.movesCursor) return null;
    await connection.window.showDocument({ uri, takeFocus: true, selection: { start: position, end: position } });
    return null;
  });
  answerOwnRequests(connection, open, host, () => able);
  documents.listen(connection);
  connection.listen();
}

/** What makes of a sentence an answer that a client shows. */
function requestFailed(message: string): Error {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function capabilitiesFor(able: Abilities): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['"', "'", '/', ':', ' '] },
    documentLinkProvider: {},
    inlayHintProvider: true,
    documentSymbolProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: able.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: able.literalActions ? { codeActionKinds: ['quickfix', fixAllKind] } : false,
    executeCommandProvider: { commands: [placeCursor] },
    ...(able.pulls && {
      diagnosticProvider: { identifier: 'cloudrun-lint', interFileDependencies: true, workspaceDiagnostics: false },
    }),
  };
}
