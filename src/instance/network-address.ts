import type { Placed } from '../tree/field.ts';
import type { Connection } from './connections.ts';
import type { Member } from './member.ts';

/** An address within a VPC network by which a connector's proxy reaches its database. */
export interface NetworkAddress {
  /** `private`: the database's private address; `psc`: a Private Service Connect endpoint. */
  readonly kind: 'private' | 'psc';
  /** What says so: a flag, a variable or an instance's option; where it is the default, the instance or the image. */
  readonly on: Placed;
}

/**
 * The first address within a VPC network that a connector's proxy is told to use, or uses unless told otherwise;
 * undefined where there is none, that is unknown, or the container is no such proxy. An instance's own option wins
 * over the flag.
 */
export function networkAddressOf(member: Member): NetworkAddress | undefined {
  const { config, connections, connector, place, settings } = member;
  if (!connector || config === 'own') return undefined;
  // Without a readable instance there is still one that the flags are for.
  const entries: readonly (Connection | undefined)[] = connections.length > 0 ? connections : [undefined];
  const { switches, variablePrefix: prefix } = connector;
  const psc = settings.switchPlace(['--psc', `${prefix}PSC`]);
  // The others use the private address unless they are told otherwise.
  if (switches.has('private-ip')) {
    const privately = settings.switchPlace(['--private-ip', `${prefix}PRIVATE_IP`]);
    for (const entry of entries) {
      const found = addressBy(entry, 'private-ip', privately?.on, 'private') ?? addressBy(entry, 'psc', psc?.on, 'psc');
      if (found) return found;
    }
    return undefined;
  }
  const isPublic = member.mayBringSettings ? undefined : settings.isOn(['--public-ip', `${prefix}PUBLIC_IP`]);
  for (const entry of entries) {
    const found = addressBy(entry, 'psc', psc?.on, 'psc');
    if (found) return found;
    const option = switchOf(entry, 'public-ip');
    const usesPublic = option === undefined ? isPublic : option;
    if (usesPublic === false) return { kind: 'private', on: entry?.on ?? place };
  }
  return undefined;
}

function addressBy(
  entry: Connection | undefined,
  option: string,
  flag: Placed | undefined,
  kind: NetworkAddress['kind'],
): NetworkAddress | undefined {
  const own = switchOf(entry, option);
  if (own === true) return { kind, on: entry!.placeOf(option) };
  return own === undefined && flag ? { kind, on: flag } : undefined;
}

/** Whether an instance's option is on, as the proxies read it; undefined where there is none, null where unknown. */
function switchOf(entry: Connection | undefined, option: string): boolean | null | undefined {
  const value = entry?.options.get(option)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === '' || value === 't' || value === 'true') return true;
  return value === 'f' || value === 'false' ? false : null;
}
