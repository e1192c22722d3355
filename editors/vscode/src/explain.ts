import * as vscode from 'vscode';
import type { ClientNow } from './graph-view.ts';

/** The addresses of rule pages. */
export const pageScheme = 'cloudrun-lint-rule';

interface Listed {
  readonly id: string;
  readonly category: string;
  readonly severity: string;
  readonly summary: string;
}

/** The pages of rules as documents that nobody can change. */
export class RulePages implements vscode.TextDocumentContentProvider {
  readonly #client: ClientNow;

  constructor(client: ClientNow) {
    this.#client = client;
  }

  async provideTextDocumentContent({ path }: vscode.Uri): Promise<string> {
    const rule = path.replace(/\.md$/, '').replace(/^\//, '');
    const page = await this.#client()?.sendRequest<{ markdown: string } | null>('cloudrun-lint/explain', { rule });
    return page?.markdown ?? `There is no rule "${rule}".`;
  }
}

/** Shows the page of a rule: the one that is given, else one of a list, in which those found at the cursor come first. */
export async function explainRule(client: ClientNow, given: unknown): Promise<void> {
  const rule = typeof given === 'string' ? given : await choose(client);
  if (rule === undefined) return;
  await vscode.commands.executeCommand(
    'markdown.showPreviewToSide',
    vscode.Uri.from({ scheme: pageScheme, path: `${rule}.md` }),
  );
}

async function choose(client: ClientNow): Promise<string | undefined> {
  const rules = (await client()?.sendRequest<Listed[]>('cloudrun-lint/rules', {})) ?? [];
  const here = new Set(rulesHere());
  const items = [...rules.filter(({ id }) => here.has(id)), ...rules.filter(({ id }) => !here.has(id))].map(
    ({ id, category, severity, summary }) => ({ label: id, description: `${severity}, ${category}`, detail: summary }),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Explain a rule',
    matchOnDetail: true,
    matchOnDescription: true,
  });
  return chosen?.label;
}

/** The rules that find something at the cursor. */
function rulesHere(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'cloudrun-lint' && range.contains(editor.selection.active));
  return found.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}
