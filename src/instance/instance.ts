import { rankOf } from '../catalogue/certainty.ts';
import type { UserProduct } from '../catalogue/user-product.ts';
import { isLoopback } from '../model/address.ts';
import type { Container } from '../model/container.ts';
import type { Workload } from '../model/workload.ts';
import { onceEach } from '../once.ts';
import type { Dial } from './dials.ts';
import type { Listener } from './listener.ts';
import { Member } from './member.ts';

/**
 * Of a workload with more containers than this nothing is told: Cloud Run refuses more than 10, and what relates every
 * container to every other has to end.
 */
const mostContainers = 100;

/** The containers of one workload as they run together: one network, one set of ports, each other's callers. */
export class Instance {
  /** The service, job, worker pool or instance that runs as this instance. */
  readonly workload: Workload;
  /** What the team says of its own images. */
  readonly userProducts: readonly UserProduct[];
  /** One for each container, in the order of the file; none where there are too many to be meant. */
  readonly members: readonly Member[];
  readonly #byContainer: ReadonlyMap<Container, Member>;
  readonly #byName: ReadonlyMap<string, Member>;
  #listeners: readonly Listener[] | undefined;
  #listenersByPort: ReadonlyMap<string, readonly Listener[]> | undefined;
  #dials: readonly Dial[] | undefined;

  constructor(workload: Workload, userProducts: readonly UserProduct[]) {
    this.workload = workload;
    this.userProducts = userProducts;
    const all = workload.containers.map((container) => new Member(this, container));
    this.members = all.length > mostContainers ? [] : all;
    this.#byContainer = new Map(all.map((member) => [member.container, member]));
    this.#byName = new Map(
      this.members.flatMap((member) => (member.container.name ? [[member.container.name, member]] : [])),
    );
  }

  /** The container as a member of its instance. The container has to be one of the workload's. */
  of(container: Container): Member {
    const member = this.#byContainer.get(container);
    if (!member) throw new Error('a container of another workload');
    return member;
  }

  /** The container of that name, which other containers can use as a host. */
  named(name: string): Member | undefined {
    return this.#byName.get(name);
  }

  /** Whether every container's name can be read, so that a host that names none names nothing here. */
  get namesKnown(): boolean {
    return this.members.every(({ container }) => container.name !== undefined || !container.field.get('name').exists);
  }

  /** The ports that its members open, member by member. */
  get listeners(): readonly Listener[] {
    this.#listeners ??= this.members.flatMap(({ listeners }) => listeners);
    return this.#listeners;
  }

  /** What its members call within it, member by member. */
  get dials(): readonly Dial[] {
    this.#dials ??= this.members.flatMap(({ dials }) => dials);
    return this.#dials;
  }

  /**
   * The containers that call this one; where none is seen to, whoever most likely does: the ingress container, or the
   * only other one.
   */
  callersOf(member: Member): readonly Member[] {
    const callers = this.members.filter(
      (other) => other !== member && other.dials.some(({ target }) => target === member),
    );
    if (callers.length > 0) return callers;
    const { ingress } = this.workload;
    const others = this.members.filter((other) => other !== member);
    const likely = ingress ? this.of(ingress) : others.length === 1 ? others[0] : undefined;
    return likely && likely !== member ? [likely] : [];
  }

  /**
   * Who answers at this host and port of the instance: the surest of the listeners there; undefined where none is
   * known. The caller itself comes last.
   */
  listenerAt(host: string, port: number, udp: boolean, caller?: Member): Listener | undefined {
    const named = isLoopback(host) ? undefined : this.named(host);
    if (!named && !isLoopback(host)) return undefined;
    const rank = (listener: Listener): number => (listener.member === caller ? 0 : 3) + rankOf(listener.certainty);
    let best: Listener | undefined;
    for (const listener of this.#listenersAt(port, udp)) {
      if (named && listener.member !== named) continue;
      if (!best || rank(listener) > rank(best)) best = listener;
    }
    return best;
  }

  /** The surest listener of each container at a port, so that there are no more than containers. */
  #listenersAt(port: number, udp: boolean): readonly Listener[] {
    this.#listenersByPort ??= surestByPort(this.listeners);
    return this.#listenersByPort.get(portKey(port, udp)) ?? [];
  }
}

function surestByPort(listeners: readonly Listener[]): ReadonlyMap<string, readonly Listener[]> {
  const byPort = new Map<string, Map<Member, Listener>>();
  for (const listener of listeners) {
    if (listener.port === undefined) continue;
    const key = portKey(listener.port, listener.udp);
    const surest = byPort.get(key) ?? new Map<Member, Listener>();
    byPort.set(key, surest);
    const known = surest.get(listener.member);
    if (!known || rankOf(listener.certainty) > rankOf(known.certainty)) surest.set(listener.member, listener);
  }
  return new Map([...byPort].map(([key, surest]) => [key, [...surest.values()]]));
}

function portKey(port: number, udp: boolean): string {
  return `${port}/${udp ? 'udp' : 'tcp'}`;
}

/**
 * The instance of a workload, made once. Whoever knows the team's own products asks first, before any rule does;
 * later calls get the same instance.
 */
export const instanceOf = onceEach(
  (workload: Workload, userProducts: readonly UserProduct[] = []): Instance => new Instance(workload, userProducts),
);
