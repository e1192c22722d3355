import { isFrontProxy, type Role } from '../catalogue/product.ts';
import { isLoopback } from '../model/address.ts';
import type { Instance } from './instance.ts';
import type { Member } from './member.ts';

/** What a front proxy can have behind it, beside other proxies. */
const servers: ReadonlySet<Role> = new Set(['application', 'unknown', 'model-server', 'tool']);

/** The proxy that takes the requests of an instance; undefined where an application does, or the proxy is alone. */
export function frontProxyOf({ members }: Instance): Member | undefined {
  const ingress = members.find(({ container }) => container.isIngress);
  return ingress && members.length > 1 && isFrontProxy(ingress.role) ? ingress : undefined;
}

/** The containers that are no known helper: the team's own programs, as far as can be told. */
export function applicationsOf({ members }: Instance): readonly Member[] {
  return members.filter(({ role }) => role === 'application' || role === 'unknown');
}

/** The containers that a proxy's settings name as its upstream; [] where the file does not show them. */
export function upstreamsOf(proxy: Member): readonly Member[] {
  const targets = proxy.dials.flatMap(({ target }) => target ?? []);
  return [...new Set(targets)].filter((member) => member !== proxy && canBeBehind(member));
}

/** Whether a container can have requests passed on to it by a proxy in front. */
export function canBeBehind({ role }: Member): boolean {
  return servers.has(role) || isFrontProxy(role);
}

/**
 * Whether some container calls this one, or calls a port of the instance of which nobody is known to be the listener,
 * so that it may be this one.
 */
export function mayBeCalled(member: Member): boolean {
  return member.instance.dials.some(({ member: caller, target, host, port }) => {
    if (caller === member) return false;
    return target === member || (!target && isLoopback(host) && port !== undefined && !member.listenersKnown);
  });
}
