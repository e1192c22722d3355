import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../rules/index.ts';
import { OpenFile } from '../editor/open-file.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import type { Abilities } from './abilities.ts';
import { shownDiagnostics } from './diagnostics.ts';
import { longest } from './documents.ts';
import type { Host } from './host.ts';

/** What the protocol has no request for, and editors may still show. */
export const ownRequests = {
  /** `{ textDocument }` gives `{ svg }`, the picture of the document, or null where there is none. */
  graph: 'cloudrun-lint/graph',
  /** Gives every rule as `{ id, category, severity, summary }`, in the order of the documentation. */
  rules: 'cloudrun-lint/rules',
  /** `{ rule }` gives `{ markdown }`, the whole page of a rule, or null where there is none. */
  explain: 'cloudrun-lint/explain',
  /** `{ uri }` of a folder gives `{ uri, diagnostics }` for each file of Cloud Run that is linted in it. */
  check: 'cloudrun-lint/check',
} as const;

/** What was found in one file of a folder. */
interface Checked {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** So many files are linted before other requests have their turn. */
const atOnce = 8;

/** Answers the requests about rules and folders. */
export function answerOwnRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: Host,
  able: () => Abilities,
): void {
  connection.onRequest(ownRequests.rules, () =>
    rules.map(({ id, category, severity, summary }) => ({ id, category, severity, summary })),
  );
  connection.onRequest(ownRequests.explain, ({ rule }: { rule: string }) => {
    const page = host.knowledge.page(rule);
    return page ? { markdown: rulePageMarkdown(page) } : null;
  });
  connection.onRequest(ownRequests.check, async ({ uri: folder }: { uri: string }) => {
    const open = new Map(documents.all().map((document) => [host.canonical(document.uri), document]));
    const checked: Checked[] = [];
    let count = 0;
    for await (const { uri, text: saved } of host.manifestsIn(folder)) {
      if (++count % atOnce === 0) await new Promise((done) => setTimeout(done));
      const text = open.get(uri)?.getText() ?? saved;
      const { path, analyse } = await host.holdingFor(uri);
      if (!analyse || text.length > longest) continue;
      const snapshot = new OpenFile(analyse).take(text);
      if (!snapshot.file?.workloads.length && snapshot.diagnostics.length === 0) continue;
      checked.push({ uri, diagnostics: shownDiagnostics(snapshot, path, uri, able(), host) });
    }
    return checked;
  });
}
