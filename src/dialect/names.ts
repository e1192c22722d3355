import { pushAll } from '../group-by.ts';
import { onceEach } from '../once.ts';
import { wayTo } from './draft.ts';
import type { ObjectKind, Row, Table } from './table.ts';

/** What v1 and another language call the same field. */
export interface NamePair {
  /** The way in v1, positions in lists left out; an annotation's key is one step. */
  readonly v1: readonly string[];
  /** The way in the other language. */
  readonly own: readonly string[];
  /** Whether v1 has an annotation for it. */
  readonly isAnnotation: boolean;
  /** How it is read. */
  readonly row: Row;
}

/** Annotations that several fields together stand for, with the one that a person writes. */
const jointAnnotations: Readonly<Record<string, readonly string[]>> = {
  'start-order': ['run.googleapis.com/container-dependencies'],
  'cpu-idle': ['run.googleapis.com/cpu-throttling'],
  'cpu-boost': ['run.googleapis.com/startup-cpu-boost'],
  'cloud-sql': ['run.googleapis.com/cloudsql-instances'],
  'network-interfaces': ['run.googleapis.com/network-interfaces'],
};

/** Every field of a kind of object under both names, in the order of its table. */
export const namePairs = onceEach((kind: ObjectKind): readonly NamePair[] => {
  const pairs: NamePair[] = [];
  collect(kind.table, [], [], kind, pairs);
  // Blocks whose fields v1 has in several maps.
  const [outer] = kind.instance as readonly [string];
  const row: Row = { block: {} };
  const spec = kind.kind === 'Job' ? ['spec', 'template', 'spec', 'template'] : ['spec', 'template'];
  pairs.push({ v1: [...spec, 'spec'], own: kind.instance, isAnnotation: false, row });
  if (kind.kind === 'Job') pairs.push({ v1: spec, own: kind.instance, isAnnotation: false, row });
  pairs.push({ v1: ['spec', 'template'], own: [outer], isAnnotation: false, row });
  pairs.push({ v1: kind.templateMetadata, own: [outer], isAnnotation: false, row });
  return pairs;
});

function collect(
  table: Table,
  own: readonly string[],
  base: readonly string[],
  kind: ObjectKind,
  into: NamePair[],
): void {
  for (const [name, row] of Object.entries(table)) {
    const here = [...own, name];
    if ('unread' in row) continue;
    if ('joint' in row) {
      for (const key of jointAnnotations[row.joint] ?? []) {
        into.push({ v1: [...kind.templateMetadata, 'annotations', key], own: here, isAnnotation: true, row });
      }
      if (row.joint === 'labels' || row.joint === 'annotations') {
        const metadata = own.length === 0 ? ['metadata'] : kind.templateMetadata;
        into.push({ v1: [...metadata, row.joint], own: here, isAnnotation: false, row });
      }
      continue;
    }
    const way = row.to === undefined ? undefined : wayTo(row.to, kind.templateMetadata);
    const v1 = way ? (way.isAbsolute ? way.steps : [...base, ...way.steps]) : base;
    if (way) into.push({ v1, own: here, isAnnotation: way.isAnnotation, row });
    if ('block' in row) collect(row.block, here, v1, kind, into);
    if ('blocks' in row) collect(row.blocks, here, v1, kind, into);
  }
}

/** The way that an object itself has to what v1 has at a path; what it has no word for keeps the name of v1. */
export function ownPath(kind: ObjectKind, path: readonly (string | number)[]): readonly (string | number)[] {
  const way: (string | number)[] = [];
  const names: string[] = [];
  let taken = 0;
  let known: readonly string[] = [];
  const flush = (): void => {
    const pushed = way.filter((step) => typeof step === 'string').length;
    pushAll(way, [...spelledWay(kind, known).slice(pushed), ...names.slice(taken)]);
    known = [...known, ...names.slice(taken)];
    taken = names.length;
  };
  for (const step of path) {
    if (typeof step === 'number') {
      flush();
      way.push(step);
      continue;
    }
    names.push(step);
    const found = ownWays(kind).get(names.join('\n'));
    if (found) {
      known = found;
      taken = names.length;
    }
  }
  flush();
  return way;
}

/** A way of names of a table as a kind of object spells them. */
export function spelledWay({ spell }: ObjectKind, way: readonly string[]): readonly string[] {
  return spell ? spell(way) : way;
}

const ownWays = onceEach((kind: ObjectKind): ReadonlyMap<string, readonly string[]> => {
  // From the last to the first, so that the first one stays.
  return new Map(
    namePairs(kind)
      .toReversed()
      .map(({ v1, own }) => [v1.join('\n'), own]),
  );
});
