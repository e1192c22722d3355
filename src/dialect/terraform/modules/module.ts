import { TextNode } from '../../../hcl/nodes.ts';
import type { Entry, ListNode, MapNode, Node } from '../../../tree/node.ts';
import type { Span } from '../../../tree/span.ts';
import type { ObjectKind } from '../../table.ts';

/** A module whose calls are read: what it makes of its inputs is a service of the v2 API. */
export interface Module {
  /** What it makes, in the words of its inputs. */
  readonly kind: ObjectKind;
  /**
   * The arguments of the resource that it makes.
   * @param inputs those of the call
   * @param header where the call is pointed at as a whole
   */
  read(inputs: MapNode, header: Span): MapNode;
}

/** A map of a resource that a module makes. */
export function made(span: Span, entries: readonly Entry[], isOpen = false): MapNode {
  return { kind: 'map', span, isFlow: true, entries, ...(isOpen && { isOpen }) };
}

/** A list of a resource that a module makes. */
export function madeList(span: Span, items: readonly (Node | null)[], isOpen = false): ListNode {
  return { kind: 'list', span, isFlow: true, items, ...(isOpen && { isOpen }) };
}

/** What a module says by itself, where the call says nothing. */
export function implied(key: string, value: string | Node, span: Span): Entry {
  return { key, value: typeof value === 'string' ? new TextNode(value, span) : value, implied: true };
}

/** Whether an input is `false`; undefined where it is not known. `otherwise` is what holds without it. */
export function truthOf(entry: Entry | undefined, otherwise: boolean): boolean | undefined {
  if (!entry?.value) return otherwise;
  const { value } = entry;
  if (value.kind !== 'scalar' || value.unknown) return undefined;
  return value.text === 'true' ? true : value.text === 'false' ? false : undefined;
}

/** The items of a list that are not known to be gone, and whether it may have more. */
export function itemsIn(value: Node | null | undefined): { readonly items: readonly (Node | null)[]; isOpen: boolean } {
  if (value?.kind === 'list') return { items: value.items, isOpen: value.isOpen ?? false };
  return { items: [], isOpen: value !== null && value !== undefined };
}
