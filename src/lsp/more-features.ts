import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentLink,
  type InlayHint,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { completionsAt } from '../editor/complete.ts';
import type { Completion } from '../editor/complete-keys.ts';
import { hintsIn } from '../editor/hints.ts';
import type { Knowledge } from '../editor/knowledge.ts';
import { linksIn } from '../editor/links.ts';
import type { Snapshot } from '../editor/open-file.ts';
import { placesOf } from './diagnostics.ts';
import type { Settings } from './settings.ts';

const itemKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  name: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  rule: CompletionItemKind.Constant,
};

/** What may be written at a position, as far as the settings want it from this server. */
export function completions(
  snapshot: Snapshot,
  position: Position,
  settings: Settings,
  knowledge: Knowledge,
): CompletionItem[] {
  if (settings.completion === 'off') return [];
  const places = placesOf(snapshot);
  const { span, items } = completionsAt(snapshot, places.offset(position), knowledge);
  const range = places.range(span);
  return items
    .filter(({ kind }) => settings.completion === 'all' || (kind !== 'key' && kind !== 'value'))
    .map(({ label, insert, kind, detail }, i) => ({
      label,
      kind: itemKinds[kind],
      // Some clients take an edit for a sign that nothing is left to be filtered.
      filterText: label,
      ...(detail && { detail }),
      textEdit: { range, newText: insert },
      // The order is that of the schema, which is the order in which people write.
      sortText: String(i).padStart(4, '0'),
    }));
}

/** Where the document leads. */
export function documentLinks(snapshot: Snapshot): DocumentLink[] {
  const places = placesOf(snapshot);
  return linksIn(snapshot).map(({ span, url, about }) => ({
    range: places.range(span),
    target: url,
    tooltip: `About ${about}`,
  }));
}

/** Remarks within a range; none unless the settings want them. */
export function inlayHints(snapshot: Snapshot, range: Range, settings: Settings): InlayHint[] {
  if (!settings.inlayHints) return [];
  const places = placesOf(snapshot);
  return hintsIn(snapshot, places.span(range)).map(({ offset, label }) => ({
    position: places.position(offset),
    label,
    paddingLeft: true,
  }));
}
