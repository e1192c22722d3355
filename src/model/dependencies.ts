import type { Field, Placed } from '../yaml/field.ts';
import type { Container } from './container.ts';

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

type Graph = Record<string, string[]>;

const graphShape = {
  type: 'object',
  patternProperties: { '^.*$': { type: 'array', items: { type: 'string' } } },
} as const;

/**
 * The start order of an instance. The annotation's text is read as JSON and, leniently, as YAML flow, since a third
 * of public manifests write `{app: [proxy]}` and the API takes it. The key `""` names the unnamed container, as in
 * files that Cloud Run itself exported.
 */
export class Dependencies {
  /** The annotation, whether or not the file has it. */
  readonly annotation: Field<string>;
  /** The map inside the annotation's text; without value where it cannot be read. */
  readonly graph: Field<Graph>;
  /** Every edge whose both ends are known, in the order of the file. */
  readonly all: readonly Dependency[];
  readonly #byWaiter = new Map<Container, Container[]>();

  constructor(annotation: Field<string>, containers: readonly Container[]) {
    this.annotation = annotation;
    this.graph = annotation.embedded<Graph>(graphShape);
    const byName = new Map(containers.map((container) => [container.field.get('name').text ?? '', container]));
    this.all = annotation.unknown ? [] : [...this.#read(byName)];
    for (const { waiter, needed } of this.all) {
      if (!waiter || !needed) continue;
      const known = this.#byWaiter.get(waiter);
      if (known) known.push(needed);
      else this.#byWaiter.set(waiter, [needed]);
    }
  }

  /** Whether the file states a start order, readable or not. */
  get exists(): boolean {
    return this.annotation.exists && !this.annotation.isNull;
  }

  /** Whether the start order can be read, so that its silence about a container means something. */
  get isReadable(): boolean {
    return !this.exists || (this.graph.isMap && !this.annotation.unknown);
  }

  /** The containers that this one waits for directly. */
  of(container: Container): readonly Container[] {
    return this.#byWaiter.get(container) ?? [];
  }

  /** Whether `waiter` starts only after `needed`, directly or through others. */
  waitsFor(waiter: Container, needed: Container): boolean {
    const seen = new Set<Container>([waiter]);
    const queue = [...this.of(waiter)];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (next === needed) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...this.of(next));
    }
    return false;
  }

  *#read(byName: ReadonlyMap<string, Container>): Generator<Dependency> {
    for (const [from, needs] of this.graph.entries) {
      for (const need of needs.items) {
        const to = need.value;
        if (to === undefined) continue;
        yield { from, to, fromPlace: needs.key, toPlace: need, waiter: byName.get(from), needed: byName.get(to) };
      }
    }
  }
}
