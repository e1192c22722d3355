import {
  Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  Pair,
  parseAllDocuments,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Random } from '../random.ts';
import { mutateJson } from './mutate-json.ts';
import { keys, pieces, values } from './values.ts';

/** What can stand at a place of a document. */
type Content = Node | null;

/** A place of a document that holds a node. */
interface Slot {
  readonly node: Content;
  readonly put: (node: Content) => void;
}

/** The parsed documents of a text, and where to take foreign pieces from. */
interface Trees {
  readonly documents: readonly Document[];
  readonly foreign: readonly Document[];
  readonly random: Random;
}

/**
 * Changes the nodes of a text a few times and writes it anew. A text that cannot be parsed, or whose change cannot be
 * written as YAML, is left as it is.
 */
export function mutateTree(text: string, other: string, random: Random): string {
  const documents = parse(text);
  if (documents.some(({ errors }) => errors.length > 0)) return text;
  const trees: Trees = { documents, foreign: parse(other), random };
  for (let changes = 1 + random.below(4); changes > 0; changes--) random.pick(operators)(trees);
  const style = { lineWidth: random.pick([0, 40, 80]), indentSeq: random.below(2) === 0, verifyAliasOrder: false };
  try {
    return documents.map((document) => document.toString(style)).join(random.pick(['---\n', '...\n---\n']));
  } catch {
    return text;
  }
}

function parse(text: string): readonly Document[] {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  return 'empty' in documents ? [] : documents;
}

const operators: readonly ((trees: Trees) => void)[] = [
  replaceValue,
  replaceValue,
  renameKey,
  addEntry,
  copyNode,
  copyNode,
  swapNodes,
  dropItem,
  repeatItem,
  shuffleItems,
  changeKind,
  nestDeeply,
  changeFlow,
  changeStyle,
  setTag,
  repeatByAlias,
  mergeByAlias,
  addComment,
  insertPiece,
  changeJson,
  changeJson,
];

/** Every place that holds a node, keys included. */
function slotsOf(documents: readonly Document[]): Slot[] {
  const slots: Slot[] = [];
  for (const document of documents) {
    slots.push(slot(document, 'contents'));
    visit(document, {
      Pair: (_, pair) => void slots.push(slot(pair, 'key'), slot(pair, 'value')),
      Seq: (_, { items }) => void slots.push(...items.map((_, i) => slot(items, i))),
    });
  }
  return slots;
}

/** A property that holds a node. */
function slot(holder: object, property: string | number): Slot {
  const held = holder as Record<string | number, Content>;
  return {
    node: held[property] ?? null,
    put(node) {
      held[property] = node;
    },
  };
}

/** The nodes that a test holds for. */
function all<T extends Node>(documents: readonly Document[], test: (node: unknown) => node is T): T[] {
  return slotsOf(documents).flatMap(({ node }) => (test(node) ? [node] : []));
}

/** Does something with one of them, if there is any. */
function withOne<T>(items: readonly T[], random: Random, change: (item: T) => void): void {
  if (items.length > 0) change(random.pick(items));
}

function copy(node: Content): Content {
  return node === null || node === undefined ? null : (node.clone() as Node);
}

function scalar(random: Random): Scalar {
  const value = random.pick(values);
  return new Scalar(random.below(40) === 0 ? value.repeat(2000) : value);
}

function replaceValue({ documents, random }: Trees): void {
  withOne(slotsOf(documents), random, ({ put }) => put(random.below(8) === 0 ? null : scalar(random)));
}

function renameKey({ documents, random }: Trees): void {
  withOne(all(documents, isMap), random, ({ items }) =>
    withOne(items, random, (pair) => {
      pair.key = new Scalar(random.pick(keys));
    }),
  );
}

function addEntry({ documents, random }: Trees): void {
  withOne(all(documents, isMap), random, ({ items }) => {
    items.splice(random.below(items.length + 1), 0, new Pair(new Scalar(random.pick(keys)), scalar(random)));
  });
}

/** Puts a copy of a node, of this text or of the other, somewhere else. */
function copyNode({ documents, foreign, random }: Trees): void {
  const from = slotsOf(random.below(2) === 0 ? foreign : documents);
  withOne(from, random, ({ node }) => withOne(slotsOf(documents), random, ({ put }) => put(copy(node))));
}

function swapNodes({ documents, random }: Trees): void {
  const slots = slotsOf(documents);
  if (slots.length === 0) return;
  const [one, two] = [random.pick(slots), random.pick(slots)];
  const [first, second] = [copy(one.node), copy(two.node)];
  one.put(second);
  two.put(first);
}

function dropItem({ documents, random }: Trees): void {
  withOne(all(documents, isCollection), random, ({ items }) => items.splice(random.below(items.length), 1));
}

function repeatItem({ documents, random }: Trees): void {
  withOne(all(documents, isCollection), random, ({ items }) => {
    if (items.length === 0) return;
    const item = random.pick(items) as Node | Pair;
    for (let i = random.pick([1, 1, 2, 30]); i > 0; i--) {
      items.splice(random.below(items.length + 1), 0, item?.clone() as never);
    }
  });
}

function shuffleItems({ documents, random }: Trees): void {
  withOne(all(documents, isCollection), random, ({ items }) => {
    for (let i = items.length; i > 0; i--) items.push(...(items.splice(random.below(i), 1) as never[]));
  });
}

/** A scalar becomes a list or a mapping, a list one of its items, a mapping a list, anything the text of itself. */
function changeKind({ documents, random }: Trees): void {
  withOne(slotsOf(documents), random, ({ node, put }) => {
    const inner = copy(node);
    const list = new YAMLSeq();
    const map = new YAMLMap();
    map.items.push(new Pair(new Scalar(random.pick(keys)), inner));
    if (isCollection(node) && random.below(2) === 0) {
      const item = node.items[random.below(node.items.length)] as Node | Pair | undefined;
      put(item instanceof Pair ? copy(item.value as Content) : copy((item ?? null) as Content));
    } else if (isMap(node) && random.below(2) === 0) {
      list.items.push(...node.items.map(({ key, value }) => copy((value ?? key) as Content)));
      put(list);
    } else if (random.below(4) === 0) {
      put(new Scalar(textOf(node)));
    } else if (random.below(2) === 0) {
      list.items.push(inner);
      put(list);
    } else put(map);
  });
}

/** The node as JSON, as annotations hold it. */
function textOf(node: Content): string {
  try {
    return JSON.stringify(node?.toJSON() ?? null);
  } catch {
    return '{"a":["b"]}';
  }
}

function nestDeeply({ documents, random }: Trees): void {
  withOne(slotsOf(documents), random, ({ node, put }) => {
    let inner = copy(node);
    const key = random.pick(keys);
    for (let depth = random.pick([2, 5, 60]); depth > 0; depth--) {
      const outer = random.below(2) === 0 ? new YAMLSeq() : new YAMLMap();
      outer.items.push((outer instanceof YAMLMap ? new Pair(new Scalar(key), inner) : inner) as never);
      inner = outer;
    }
    put(inner);
  });
}

function changeFlow({ documents, random }: Trees): void {
  withOne(all(documents, isCollection), random, (node) => {
    node.flow = !node.flow;
  });
}

const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

function changeStyle({ documents, random }: Trees): void {
  withOne(all(documents, isScalar), random, (node) => {
    node.type = random.pick(styles);
  });
}

function setTag({ documents, random }: Trees): void {
  withOne(all(documents, isScalarOrCollection), random, (node) => {
    node.tag = random.pick(['tag:yaml.org,2002:str', '!x', 'tag:yaml.org,2002:int', 'tag:yaml.org,2002:set']);
  });
}

function isScalarOrCollection(node: unknown): node is Scalar | YAMLMap | YAMLSeq {
  return isScalar(node) || isCollection(node);
}

/** Gives a node an anchor and its name. */
function anchor({ documents, random }: Trees): string | undefined {
  const nodes = all(documents, isScalarOrCollection);
  if (nodes.length === 0) return undefined;
  const node = random.pick(nodes);
  node.anchor ??= random.pick(['a', 'b', 'c']);
  return node.anchor;
}

function repeatByAlias(trees: Trees): void {
  const name = anchor(trees);
  for (let i = trees.random.pick([1, 1, 5]); i > 0 && name !== undefined; i--) {
    withOne(slotsOf(trees.documents), trees.random, ({ put, node }) => {
      if (!isAlias(node) && (node as Scalar | null)?.anchor !== name) put(new Alias(name));
    });
  }
}

function mergeByAlias(trees: Trees): void {
  const name = anchor(trees);
  if (name === undefined) return;
  const several = new YAMLSeq();
  several.items.push(new Alias(name), new Alias(name));
  const merged = trees.random.pick([new Alias(name), several]);
  withOne(all(trees.documents, isMap), trees.random, ({ items }) => {
    items.splice(trees.random.below(items.length + 1), 0, new Pair(new Scalar('<<'), merged) as never);
  });
}

function addComment({ documents, random }: Trees): void {
  withOne(all(documents, isScalarOrCollection), random, (node) => {
    const comment = random.pick([
      ' cloudrun-lint-ignore wrong-type',
      ' cloudrun-lint-ignore floating-image-tag: on purpose',
      ' cloudrun-lint-ignore-file unknown-field, plaintext-secret: on purpose',
      ' cloudrun-lint-ignore',
      ' from-param: ${x}',
      ' words',
    ]);
    if (random.below(2) === 0) node.comment = comment;
    else node.commentBefore = comment;
  });
}

/** Puts a piece into the middle of a value. */
function insertPiece({ documents, random }: Trees): void {
  withOne(all(documents, isScalar), random, (node) => {
    const text = String(node.value ?? '');
    const at = random.below(text.length + 1);
    node.value = text.slice(0, at) + random.pick(random.below(2) === 0 ? pieces : values) + text.slice(at);
  });
}

/** Changes JSON inside a value, as annotations hold it; where there is none, a value becomes some. */
function changeJson({ documents, random }: Trees): void {
  const scalars = all(documents, isScalar);
  const holders = scalars.filter(({ value }) => /^\s*[[{]/.test(String(value)));
  withOne(holders.length > 0 ? holders : scalars, random, (node) => {
    node.value = mutateJson(String(node.value ?? ''), random);
  });
}
