import { append, pushAll } from '../group-by.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Field, Placed } from '../tree/field.ts';
import type { Container } from './container.ts';
import { findCircles, orderByNeed } from './start-order.ts';

/** One "waits for" of the annotation `run.googleapis.com/container-dependencies`. */
export interface Dependency {
  /** The waiting container's name as written in the annotation. */
  readonly from: string;
  /** The name of the container waited for, as written. */
  readonly to: string;
  /** Where `from` stands inside the annotation's text. */
  readonly fromPlace: Placed;
  /** Where `to` stands inside the annotation's text. */
  readonly toPlace: Placed;
  /** The waiting container; undefined where no container has that name. */
  readonly waiter: Container | undefined;
  /** The container waited for; undefined where no container has that name. */
  readonly needed: Container | undefined;
}

/** A dependency whose both ends are containers of the instance. */
export type Edge = Dependency & { readonly waiter: Container; readonly needed: Container };

type Graph = Record<string, string[]>;

const graphShape = {
  type: 'object',
  patternProperties: { '^.*$': { type: 'array', items: { type: 'string' } } },
} as const;

/**
 * The start order of an instance. The annotation's text is read as JSON and, leniently, as YAML flow, since a third
 * of public manifests write `{app: [proxy]}` and the API takes it; a YAML map in place of the text is read as well.
 * The key `""` names the unnamed container, as in files that Cloud Run itself exported.
 */
export class Dependencies {
  /** The annotation, whether or not the file has it. */
  readonly annotation: Field<string>;
  /** The map of names to lists of names; without keys where it cannot be read. */
  readonly graph: Field<Graph>;
  /**
   * Every "waits for" that can be read, in the order of the file, names that no container has included. Of an order that
   * is known in part, the part that is.
   */
  readonly all: readonly Dependency[];
  readonly #containers: readonly Container[];
  readonly #edges = new Map<Container, Edge[]>();
  readonly #edgesTo = new Map<Container, Edge[]>();
  #circles: readonly (readonly Edge[])[] | undefined;

  constructor(annotation: Field<string>, containers: readonly Container[]) {
    this.annotation = annotation;
    this.graph = annotation.isMap ? (annotation as unknown as Field<Graph>) : annotation.embedded<Graph>(graphShape);
    this.#containers = containers;
    const byName = new Map(containers.map((container) => [container.field.get('name').text ?? '', container]));
    this.all = annotation.unknown && !isComposed(annotation) ? [] : [...this.#read(byName)];
    for (const dependency of this.all) {
      if (!isEdge(dependency)) continue;
      append(this.#edges, dependency.waiter, dependency);
      append(this.#edgesTo, dependency.needed, dependency);
    }
  }

  /** Whether the file states a start order, readable or not. */
  get exists(): boolean {
    return this.annotation.exists && !this.annotation.isNull;
  }

  /** Whether the start order can be read, so that its silence about a container means something. */
  get isReadable(): boolean {
    if (!this.exists) return !this.annotation.isOpen;
    return this.graph.isMap && !this.annotation.unknown;
  }

  /** Whether the map holds nothing but lists of names. False where there is no map. */
  get isWellFormed(): boolean {
    return this.graph.isMap && this.graph.entries.every(([, needs]) => needs.isList && needs.items.every(isName));
  }

  /** The map of names to lists of names, all that is none left out; what JSON would hold. */
  toObject(): Graph {
    const lists = this.graph.entries.map(
      ([name, needs]) => [name, needs.items.map((need) => need.text ?? '')] as const,
    );
    return Object.fromEntries(lists);
  }

  /** The containers that this one waits for directly. */
  of(container: Container): readonly Container[] {
    return (this.#edges.get(container) ?? []).map(({ needed }) => needed);
  }

  /** Every "waits for" of another container, or of itself, that names this one. */
  edgesTo(container: Container): readonly Edge[] {
    return this.#edgesTo.get(container) ?? [];
  }

  /** Whether `waiter` starts only after `needed`, directly or through others. */
  waitsFor(waiter: Container, needed: Container): boolean {
    const seen = new Set<Container>([waiter]);
    const queue = [...this.of(waiter)];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (next === needed) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      pushAll(queue, this.of(next));
    }
    return false;
  }

  /** Circles of waiting, each edge by edge; a container that waits for itself is one of length one. */
  get circles(): readonly (readonly Edge[])[] {
    this.#circles ??= [...findCircles(this.#edges)];
    return this.#circles;
  }

  /** The containers, each behind all that it waits for; those in or behind a circle are left out. */
  get startOrder(): readonly Container[] {
    return orderByNeed(this.#containers, (container) => this.of(container));
  }

  *#read(byName: ReadonlyMap<string, Container>): Generator<Dependency> {
    for (const [from, needs] of this.graph.entries) {
      if (hasPlaceholder(from)) continue;
      for (const need of needs.items) {
        const to = need.unknown ? undefined : need.text;
        if (to === undefined) continue;
        yield { from, to, fromPlace: needs.key, toPlace: need, waiter: byName.get(from), needed: byName.get(to) };
      }
    }
  }
}

function isComposed({ node }: Field<string>): boolean {
  return node?.kind === 'scalar' && node.isComposed === true;
}

function isName(field: Field<string>): boolean {
  return field.isScalar;
}

function isEdge(dependency: Dependency): dependency is Edge {
  return dependency.waiter !== undefined && dependency.needed !== undefined;
}
