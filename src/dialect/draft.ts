import { TextNode } from '../hcl/nodes.ts';
import type { Entry, ListNode, MapNode, Node } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import type { Address } from './table.ts';

/** A map of the v1 manifest while it is being made. */
export interface DraftMap extends MapNode {
  readonly entries: Entry[];
  isOpen?: boolean;
}

/** A list of the v1 manifest while it is being made. */
export interface DraftList extends ListNode {
  readonly items: (Node | null)[];
}

/** A new map without anything in it. */
export function draftMap(span: Span, isFlow = false): DraftMap {
  return { kind: 'map', span, isFlow, entries: [] };
}

/** The steps of an address, and whether they begin at the document. */
export interface Way {
  /** Keys, in order. */
  readonly steps: readonly string[];
  /** Whether they begin at the document, rather than at the map that a table is about. */
  readonly isAbsolute: boolean;
  /** Whether it leads to an annotation, which is always a text. */
  readonly isAnnotation: boolean;
}

/** Where an address leads. `templateMetadata` is what `T:` stands for. */
export function wayTo(address: Address, templateMetadata: readonly string[]): Way {
  if (typeof address !== 'string') return { steps: address, isAbsolute: true, isAnnotation: false };
  const level = address.startsWith('S:') ? ['metadata'] : address.startsWith('T:') ? templateMetadata : undefined;
  if (level) return { steps: [...level, 'annotations', address.slice(2)], isAbsolute: true, isAnnotation: true };
  const isAbsolute = address.startsWith('/');
  return { steps: address.slice(isAbsolute ? 1 : 0).split('.'), isAbsolute, isAnnotation: false };
}

/** Puts an entry at the end of a way, with maps before it that stand at `home`. What is there already stays. */
export function put(root: DraftMap, steps: readonly string[], entry: Omit<Entry, 'key'>, home: Span): void {
  putAll(root, steps.slice(0, -1), [{ key: steps.at(-1)!, ...entry }], home);
}

/** Puts entries into the map at the end of a way, as `put` does with one. */
export function putAll(root: DraftMap, steps: readonly string[], entries: readonly Entry[], home: Span): void {
  if (entries.length === 0) return;
  let map = root;
  for (const step of steps) {
    const known = map.entries.find(({ key }) => key === step)?.value;
    if (known && known.kind !== 'map') return;
    const next = (known as DraftMap | undefined) ?? draftMap(home);
    if (!known) map.entries.push({ key: step, keySpan: home, value: next });
    map = next;
  }
  const keys = new Set(map.entries.map(({ key }) => key));
  for (const entry of entries) {
    if (!keys.has(entry.key)) map.entries.push(entry);
    keys.add(entry.key);
  }
}

/** Puts what is so without being written. */
export function putImplied(root: DraftMap, steps: readonly string[], text: string, home: Span): void {
  put(root, steps, { value: new TextNode(text, home), implied: true }, home);
}

/** What a draft has at the end of a way. */
export function find(root: DraftMap, steps: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of steps) {
    node = node?.kind === 'map' ? (node.entries.find(({ key }) => key === step)?.value ?? undefined) : undefined;
  }
  return node;
}
