import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { type Action, fixesAt, ignoresAt } from '../editor/actions.ts';
import { fixAll } from '../editor/fix-edits.ts';
import type { Snapshot } from '../editor/open-file.ts';
import { Lines } from '../tree/lines.ts';
import type { Span } from '../tree/span.ts';
import { placesOf } from './diagnostics.ts';
import { type Edited, workspaceEdit } from './features.ts';

/** The kind under which all safe fixes are made at once, such as on saving: a contract. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.cloudrun-lint`;

/** The command that moves the cursor to where a reason has to be written. */
export const placeCursor = 'cloudrun-lint.placeCursor';

/** What a client asks for. */
export interface Asked {
  /** The cursor, or what is selected. */
  readonly place: Span;
  /** The kinds that it wants; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** The findings that it shows there. */
  readonly shown: readonly Diagnostic[];
  /** Whether it can be asked to move the cursor. */
  readonly movesCursor: boolean;
}

/** What is offered at a place: fixes, comments that silence, and all safe fixes of the document at once. */
export function codeActions(snapshot: Snapshot, edited: Edited, asked: Asked): CodeAction[] {
  const wants = (kind: string): boolean =>
    asked.only === undefined || asked.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const found = [...fixesAt(snapshot, asked.place), ...ignoresAt(snapshot, asked.place)];
    for (const action of found) actions.push(quickFix(snapshot, action, edited, asked));
  }
  if (wants(fixAllKind) && (asked.only !== undefined || actions.length > 0)) {
    const edits = fixAll(snapshot);
    const title = 'Make all safe fixes of cloudrun-lint';
    if (edits.length > 0) actions.push({ title, kind: fixAllKind, edit: workspaceEdit(snapshot, edits, edited) });
  }
  return actions;
}

function quickFix(snapshot: Snapshot, action: Action, edited: Edited, asked: Asked): CodeAction {
  const { title, finding, isPreferred, edits, cursor } = action;
  const { start } = placesOf(snapshot).range(finding.span);
  const diagnostics = asked.shown.filter(
    ({ code, range }) =>
      code === finding.rule && range.start.line === start.line && range.start.character === start.character,
  );
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(isPreferred && { isPreferred }),
    edit: workspaceEdit(snapshot, edits, edited),
    ...(cursor !== undefined && asked.movesCursor && { command: cursorCommand(snapshot, action, cursor, edited.uri) }),
  };
}

/** The position counts in the text as it will be. */
function cursorCommand({ text, mark }: Snapshot, { title, edits: [edit] }: Action, cursor: number, uri: string) {
  const after = `${mark}${text.slice(0, edit!.start)}${edit!.text}${text.slice(edit!.end)}`;
  const { line, column } = new Lines(after).position(cursor + mark.length);
  return { title, command: placeCursor, arguments: [uri, { line: line - 1, character: column - 1 }] };
}
