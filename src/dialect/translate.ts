import { TextNode, unknownNode } from '../hcl/nodes.ts';
import type { Entry, MapNode, Node } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import { blockAt, entryOf, tableName } from './blocks.ts';
import { type DraftList, type DraftMap, draftMap, put, putImplied, wayTo } from './draft.ts';
import { readJoint } from './joint.ts';
import { readArgument } from './readings.ts';
import type { Address, Argument, Group, Many, ObjectKind, Row, Table } from './table.ts';

/** A name that a block has and its table does not. */
export interface UnknownName {
  /** The entry as it is written. */
  readonly entry: Entry;
  /** The names that it could have been. */
  readonly table: Table;
}

/** What an object is in v1, and what of it has no place there. */
export interface Translation {
  /** The manifest. */
  readonly root: MapNode;
  /** Names that are not known, in order. */
  readonly unknownNames: readonly UnknownName[];
}

/**
 * The v1 manifest that an object in other words stands for.
 * @param written its arguments and blocks, or keys
 * @param header where the object as a whole is pointed at
 * @param home where a field that it lacks is pointed at
 */
export function translate(kind: ObjectKind, written: MapNode, header: Span, home = header): Translation {
  const root = draftMap(written.span);
  put(root, ['apiVersion'], { keySpan: header, value: new TextNode(kind.apiVersion, header) }, header);
  put(root, ['kind'], { keySpan: header, value: new TextNode(kind.kind, header) }, header);
  root.entries.push({ key: 'metadata', keySpan: header, value: draftMap(header) });
  root.entries.push({ key: 'spec', keySpan: home, value: draftMap(home) });
  const walk = new Walk(kind, root);
  walk.block(kind.table, written, root, home);
  readJoint(kind, written, root, home);
  ensureTemplate(kind, written, root);
  return { root, unknownNames: walk.unknownNames };
}

/**
 * A template that says nothing is a template nonetheless. In Terraform, `template {}` is that of a service that runs
 * already and whose traffic alone is managed there, so that nothing is known of it.
 */
function ensureTemplate(kind: ObjectKind, written: MapNode, root: DraftMap): void {
  const home = entryOf(written, 'template')?.keySpan;
  const instance = blockAt(written, kind.instance);
  if (!home || !instance) return;
  const spec = [...(kind.kind === 'Job' ? ['spec', 'template'] : []), 'spec', 'template', 'spec'];
  const value = draftMap(home);
  if (kind.form === 'hcl' && instance.entries.length === 0) value.isOpen = true;
  put(root, spec, { keySpan: home, value }, home);
}

class Walk {
  readonly unknownNames: UnknownName[] = [];
  readonly #kind: ObjectKind;
  readonly #root: DraftMap;

  constructor(kind: ObjectKind, root: DraftMap) {
    this.#kind = kind;
    this.#root = root;
  }

  /** Reads the fields of a block into the map that they belong to. */
  block(table: Table, written: MapNode, into: DraftMap, home: Span): void {
    for (const entry of written.entries) {
      const name = tableName(entry.key);
      const row = Object.hasOwn(table, name) ? table[name] : undefined;
      if (!row) this.unknownNames.push({ entry, table });
      else if (entry.value) this.#field(row, entry, entry.value, into, home);
      else if ('to' in row) this.#put(row.to!, entry, into, home, () => null);
    }
    if (written.isOpen) into.isOpen = true;
    else this.#defaults(table, written, into);
  }

  #field(row: Row, entry: Entry, value: Node, into: DraftMap, home: Span): void {
    if ('block' in row) this.#group(row, entry, value, into);
    else if ('blocks' in row) this.#many(row, entry, value, into, home);
    else if ('to' in row) this.#put(row.to, entry, into, home, (isText) => readArgument(row, value, isText));
    else if (mayBeSource(row) && isOpen(value)) into.isOpen = true;
  }

  #group(row: Group, entry: Entry, value: Node, into: DraftMap): void {
    const home = entry.keySpan ?? value.span;
    const inner = value.kind === 'list' ? value.items[0] : value;
    if (inner?.kind !== 'map') {
      if (!inner && !isOpen(value)) return;
      if (row.to !== undefined) this.#put(row.to, entry, into, home, () => unknownNode(entry.key, home));
      else this.#forget(row.block, entry, into, home);
      return;
    }
    const target = row.to === undefined ? into : draftMap(inner.span, inner.isFlow);
    this.block(row.block, inner, target, home);
    for (const [to, text] of row.implies ?? []) putImplied(target, wayTo(to, []).steps, text, home);
    if (row.to !== undefined) this.#put(row.to, entry, into, home, () => target);
  }

  #many(row: Many, entry: Entry, value: Node, into: DraftMap, home: Span): void {
    const written = value.kind === 'list' ? value.items : value.kind === 'map' ? [value] : undefined;
    const place = (node: Node): void => this.#put(row.to, entry, into, home, () => node);
    if (!written) {
      place(value);
      return;
    }
    const items = written.map((item) => {
      if (item?.kind !== 'map') return item;
      const target: DraftMap = { ...draftMap(item.span, item.isFlow), ...(item.isShared && { isShared: true }) };
      this.block(row.blocks, item, target, entry.keySpan ?? item.span);
      return target;
    });
    if (items.length === 0 && isOpen(value)) {
      place(unknownNode(entry.key, entry.keySpan ?? value.span));
      return;
    }
    const isFlow = value.kind === 'list' && value.isFlow;
    const list: DraftList = { kind: 'list', span: value.span, isFlow, items };
    place(isOpen(value) ? { ...list, isOpen: true } : list);
  }

  /**
   * Where a block may or may not be there, nothing is known of all that it could say. Of an annotation not even whether
   * it is there, which an empty text stands for.
   */
  #forget(table: Table, entry: Entry, into: DraftMap, home: Span): void {
    for (const row of Object.values(table)) {
      if ('block' in row && row.to === undefined) this.#forget(row.block, entry, into, home);
      else if ('to' in row) this.#put(row.to!, entry, into, home, (isText) => perhaps(entry.key, home, isText));
      else if (mayBeSource(row)) into.isOpen = true;
    }
  }

  #defaults(table: Table, written: MapNode, into: DraftMap): void {
    for (const [name, row] of Object.entries(table)) {
      const { default: text, to } = row as Partial<Argument>;
      if (text === undefined || written.entries.some(({ key }) => tableName(key) === name)) continue;
      putImplied(into, wayTo(to!, []).steps, text, into.span);
    }
  }

  #put(
    to: Address,
    { keySpan, implied }: Entry,
    into: DraftMap,
    home: Span,
    value: (isText: boolean) => Node | null,
  ): void {
    const { steps, isAbsolute, isAnnotation } = wayTo(to, this.#kind.templateMetadata);
    const entry = { keySpan, value: value(isAnnotation), ...(implied && { implied }) };
    put(isAbsolute ? this.#root : into, steps, entry, home);
  }
}

function isOpen(node: Node): boolean {
  return node.kind === 'scalar' ? node.unknown === true : node.isOpen === true;
}

/** Whether a field that is read together with others is what a volume is made of. */
function mayBeSource(row: Row): boolean {
  return 'joint' in row && row.joint === 'cloud-sql';
}

function perhaps(name: string, home: Span, isAnnotation: boolean): Node {
  return isAnnotation ? new TextNode('', home, { unknown: true }) : unknownNode(name, home);
}
