import { groupBy } from '../group-by.ts';
import type { Workload } from '../model/workload.ts';
import { onceEach } from '../once.ts';
import type { Vocabulary } from '../text/say.ts';
import type { Entry, MapNode } from '../tree/node.ts';
import { Place, type Placed } from '../tree/place.ts';
import type { Span } from '../tree/span.ts';
import { blockAt, entryOf, itemsOf } from './blocks.ts';
import { systemKey } from './joint.ts';
import { namePairs } from './names.ts';
import { type Origin, originOf } from './origin.ts';
import type { ObjectKind, Table } from './table.ts';
import { objectKinds } from './tables/index.ts';
import { DialectWords } from './vocabulary.ts';

export { entryOf as entryIn, itemsOf as itemsIn, tableName } from './blocks.ts';

/** An object in other words than v1's as it is written, with places. */
export class WrittenObject {
  readonly #origin: Origin;
  readonly #on: Placed;

  constructor(origin: Origin, on: Placed) {
    this.#origin = origin;
    this.#on = on;
  }

  /** What it is. */
  get kind(): ObjectKind {
    return this.#origin.kind;
  }

  /** Where it is pointed at as a whole. */
  get header(): Span {
    return this.#origin.header;
  }

  /** Names in it that are not known. */
  get unknownNames(): Origin['unknownNames'] {
    return this.#origin.unknownNames;
  }

  /** All its arguments and blocks. */
  get written(): MapNode {
    return this.#origin.written;
  }

  /** The template, or of a job that of the execution; undefined where it is not known. */
  get template(): MapNode | undefined {
    return blockAt(this.written, this.kind.instance.slice(0, 1));
  }

  /** Its containers, as far as they are known. */
  get containers(): readonly MapNode[] {
    const instance = blockAt(this.written, this.kind.instance);
    return instance ? itemsOf(instance, 'containers') : [];
  }

  /** Whether no more containers may come from a dynamic block. */
  get hasAllContainers(): boolean {
    const instance = blockAt(this.written, this.kind.instance);
    const list = instance && entryOf(instance, 'containers')?.value;
    return list?.kind === 'list' && !list.isOpen;
  }

  /** Its volumes, as far as they are known. */
  get volumes(): readonly MapNode[] {
    const instance = blockAt(this.written, this.kind.instance);
    return instance ? itemsOf(instance, 'volumes') : [];
  }

  /** A place in it. */
  place({ start, end }: Span): Placed {
    return new Place(this.#on, { start, end });
  }

  /** Where the name of an argument or block stands. */
  keyOf({ keySpan, value }: Entry): Placed {
    return this.place(keySpan ?? value?.span ?? this.header);
  }
}

/** What a workload is written as. Only for rules whose `only` is not `yaml`. */
export function writtenOf(workload: Workload): WrittenObject {
  return new WrittenObject(originOf(workload.field.node)!, workload.field);
}

/** How findings about an object in other words than v1's name things. */
export function wordsOf({ kind }: Pick<Origin, 'kind'>): Vocabulary {
  return new DialectWords(kind);
}

/** Whether a workload is an object of the v2 API, in whatever language. */
export function isOfV2({ field }: Workload): boolean {
  return originOf(field.node)?.kind.isV2 ?? false;
}

/** The blocks that stand under a name, as far as they are known. */
export function blocksOf(entry: Entry | undefined): readonly MapNode[] {
  const value = entry?.value;
  if (value?.kind === 'map') return [value];
  return value?.kind === 'list' ? value.items.flatMap((item) => (item?.kind === 'map' ? [item] : [])) : [];
}

/** Whether more blocks of a type may come than are shown, from a dynamic block. */
export function mayHaveMore(block: MapNode, name: string): boolean {
  const value = entryOf(block, name)?.value;
  return value?.kind === 'scalar' ? value.unknown === true : value?.isOpen === true;
}

/** The text of an argument; undefined where it is absent or not known. */
export function textIn(block: MapNode, name: string): string | undefined {
  const value = entryOf(block, name)?.value;
  return value?.kind === 'scalar' && !value.unknown ? value.text : undefined;
}

/** Annotations and labels that a resource of the v2 API may not have. */
export function systemEntries(
  resource: WrittenObject,
): readonly { readonly entry: Entry; readonly on: Placed; readonly what: 'annotation' | 'label' }[] {
  const levels = [resource.written, resource.template].filter((level) => level !== undefined);
  return levels.flatMap((level) =>
    (['annotation', 'label'] as const).flatMap((what) => {
      const map = entryOf(level, `${what}s`)?.value;
      const entries = map?.kind === 'map' ? map.entries : [];
      return entries
        .filter(({ key }) => systemKey.test(key))
        .map((entry) => ({ entry, on: resource.keyOf(entry), what }));
    }),
  );
}

/** The field, in quotes, that a kind of resource has for an annotation; undefined where it has none. */
export function wordFor({ kind }: WrittenObject, annotation: string): string | undefined {
  const isKnown = namePairs(kind).some(({ v1, isAnnotation }) => isAnnotation && v1.at(-1) === annotation);
  return isKnown ? wordsOf({ kind }).annotation(annotation) : undefined;
}

const pairsByOwnName = onceEach((kind: ObjectKind) => groupBy(namePairs(kind), ({ own }) => own.at(-1)));

/** What a block calls the field that the resource of the other API has under this name. */
export function otherWordsFor(kind: ObjectKind, table: Table, name: string): string | undefined {
  const theirs = objectKinds
    .filter((other) => other.isV2 !== kind.isV2 && other.kind === kind.kind)
    .flatMap((other) => pairsByOwnName(other).get(name) ?? []);
  if (theirs.length === 0) return undefined;
  const ways = new Set(theirs.map(({ v1 }) => v1.join('\n')));
  const own = namePairs(kind).find((pair) => ways.has(pair.v1.join('\n')) && Object.hasOwn(table, pair.own.at(-1)!));
  return own?.own.at(-1);
}
