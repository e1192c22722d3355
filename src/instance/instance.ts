import type { UserProduct } from '../catalogue/user-product.ts';
import type { Container } from '../model/container.ts';
import type { Workload } from '../model/workload.ts';
import { isLoopback } from './address.ts';
import type { Dial } from './dials.ts';
import type { Listener } from './listener.ts';
import { Member } from './member.ts';

/** The containers of one workload as they run together: one network, one set of ports, each other's callers. */
export class Instance {
  readonly workload: Workload;
  /** What the team says of its own images. */
  readonly userProducts: readonly UserProduct[];
  /** One for each container, in the order of the file. */
  readonly members: readonly Member[];
  readonly #byContainer: ReadonlyMap<Container, Member>;
  readonly #byName: ReadonlyMap<string, Member>;

  constructor(workload: Workload, userProducts: readonly UserProduct[]) {
    this.workload = workload;
    this.userProducts = userProducts;
    this.members = workload.containers.map((container) => new Member(this, container));
    this.#byContainer = new Map(this.members.map((member) => [member.container, member]));
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

  get listeners(): readonly Listener[] {
    return this.members.flatMap(({ listeners }) => listeners);
  }

  get dials(): readonly Dial[] {
    return this.members.flatMap(({ dials }) => dials);
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
    const rank = (listener: Listener): number => (listener.member === caller ? 0 : 1) + listener.sure;
    let best: Listener | undefined;
    for (const listener of named ? named.listeners : this.listeners) {
      if (listener.port !== port || listener.udp !== udp) continue;
      if (!best || rank(listener) > rank(best)) best = listener;
    }
    return best;
  }
}

const instances = new WeakMap<Workload, Instance>();

/**
 * The instance of a workload, made once. Whoever knows the team's own products asks first, before any rule does;
 * later calls get the same instance.
 */
export function instanceOf(workload: Workload, userProducts: readonly UserProduct[] = []): Instance {
  let instance = instances.get(workload);
  if (!instance) {
    instance = new Instance(workload, userProducts);
    instances.set(workload, instance);
  }
  return instance;
}
