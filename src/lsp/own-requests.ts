import type { Connection, Diagnostic } from 'vscode-languageserver';
import { rules } from '../../rules/index.ts';
import { OpenFile } from '../editor/open-file.ts';
import { rulePageMarkdown } from '../rule-page.ts';
import type { Abilities } from './abilities.ts';
import { shownDiagnostics, shownElsewhere } from './diagnostics.ts';
import { longest } from './documents.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Host } from './host.ts';
import type { OpenAddresses } from './open-addresses.ts';

/** What the protocol has no request for, and editors may still show. */
export const ownRequests = {
  /** `{ textDocument }` gives `{ svg }`, the picture of the document, or null where there is none. */
  graph: 'cloudrun-lint/graph',
  /** Gives every rule as `{ id, category, severity, summary }`, in the order of the documentation. */
  rules: 'cloudrun-lint/rules',
  /** `{ rule }` gives `{ markdown }`, the whole page of a rule, or null where there is none. */
  explain: 'cloudrun-lint/explain',
  /**
   * `{ uri }` of a folder gives `{ uri, diagnostics }` for each file of Cloud Run that is linted in it, and with
   * `beside: true` for each other file that something found with these lies in.
   */
  check: 'cloudrun-lint/check',
} as const;

/** What was found in one file of a folder. */
interface Checked {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it is no manifest itself, but lies beside one. */
  readonly beside?: true;
}

/** So many files are linted before other requests have their turn. */
const atOnce = 8;

/** Answers the requests about rules and folders. */
export function answerOwnRequests(
  connection: Connection,
  open: OpenAddresses,
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
    const checked: Checked[] = [];
    const elsewhere = new Elsewhere();
    const files = new Set<string>();
    let count = 0;
    for await (const { uri, text: saved } of host.manifestsIn(folder)) {
      if (++count % atOnce === 0) await new Promise((done) => setTimeout(done));
      const text = open.at(uri)?.getText() ?? saved;
      const { path, analyse } = await host.holdingFor(uri);
      if (!analyse || text.length > longest) continue;
      const snapshot = new OpenFile(analyse).take(text);
      const shower = { path, uri, able: able(), host };
      for (const file of elsewhere.take(uri, shownElsewhere(snapshot, shower))) files.add(file);
      if (!snapshot.file?.workloads.length && snapshot.diagnostics.length === 0) continue;
      checked.push({ uri, diagnostics: shownDiagnostics(snapshot, shower) });
    }
    for (const uri of files) checked.push({ uri, diagnostics: elsewhere.at(uri), beside: true });
    return checked;
  });
}
