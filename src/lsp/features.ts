import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type Position,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { TextEdit } from '../diagnostic.ts';
import { hoverAt } from '../editor/hover.ts';
import type { Knowledge } from '../editor/knowledge.ts';
import { occurrenceAt, occurrencesIn } from '../editor/names.ts';
import type { Snapshot } from '../editor/open-file.ts';
import { type Outline, outlineOf } from '../editor/symbols.ts';
import { placesOf } from './diagnostics.ts';
import type { Settings } from './settings.ts';

/** What is told of a position; null where there is nothing to tell. */
export function hover(snapshot: Snapshot, position: Position, settings: Settings, knowledge: Knowledge): Hover | null {
  const places = placesOf(snapshot);
  const found = hoverAt(snapshot, places.offset(position), knowledge, settings.hover === 'all');
  return found ? { contents: { kind: 'markdown', value: found.markdown }, range: places.range(found.span) } : null;
}

const symbolKinds = { workload: SymbolKind.Class, container: SymbolKind.Object, volume: SymbolKind.File } as const;

/** The outline of a document. */
export function symbols(snapshot: Snapshot): DocumentSymbol[] {
  const places = placesOf(snapshot);
  const shown = ({ kind, name, detail, span, nameSpan, children }: Outline): DocumentSymbol => ({
    name,
    detail,
    kind: symbolKinds[kind],
    range: places.range(span),
    selectionRange: places.range(nameSpan),
    children: children.map(shown),
  });
  return outlineOf(snapshot).map(shown);
}

/** Where what is meant at a position gets its name, or starts to listen; null where nothing is meant. */
export function definition(snapshot: Snapshot, uri: string, position: Position): Location | null {
  const places = placesOf(snapshot);
  const found = occurrenceAt(snapshot, places.offset(position));
  if (!found) return null;
  const named = occurrencesIn(snapshot).find(({ of, role }) => of === found.of && role === 'definition');
  const span = found.leadsTo ?? named?.span ?? found.of.field.span;
  return { uri, range: places.range(span) };
}

/** Every place that means the same; [] where nothing is meant. */
export function references(snapshot: Snapshot, uri: string, position: Position, withDefinition: boolean): Location[] {
  const places = placesOf(snapshot);
  const found = occurrenceAt(snapshot, places.offset(position));
  return occurrencesIn(snapshot)
    .filter(({ of, role }) => of === found?.of && (withDefinition || role !== 'definition'))
    .map(({ span }) => ({ uri, range: places.range(span) }));
}

/** The same places for marking them; the one that gives the name as written. */
export function highlights(snapshot: Snapshot, position: Position): DocumentHighlight[] {
  const places = placesOf(snapshot);
  const found = occurrenceAt(snapshot, places.offset(position));
  return occurrencesIn(snapshot)
    .filter(({ of }) => of === found?.of)
    .map(({ span, role }) => ({
      range: places.range(span),
      kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/** A document as an edit names it. */
export interface Edited {
  /** Its address. */
  readonly uri: string;
  /** That of the text that the offsets count in. */
  readonly version: number;
  /** Whether the client takes edits of a version, so that it refuses those of an older one. */
  readonly versioned: boolean;
}

/** Edits of one document. */
export function workspaceEdit(
  snapshot: Snapshot,
  edits: readonly TextEdit[],
  { uri, version, versioned }: Edited,
): WorkspaceEdit {
  const places = placesOf(snapshot);
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const shown = ordered.map((edit) => ({ range: places.range(edit), newText: edit.text }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: shown }] }
    : { changes: { [uri]: shown } };
}
