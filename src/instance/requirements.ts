import type { Requirement } from '../catalogue/product.ts';
import type { Member } from './member.ts';

/**
 * What the container's product does not work without, and the file does not give. Only the catalogue's certain facts;
 * whether the product itself is certain, and whether a setting may be hidden, is for the caller to ask.
 */
export function missingRequirements(member: Member): readonly Requirement[] {
  const { config, container, product, settings } = member;
  return (product?.requires ?? []).filter((requirement) => {
    const { anyOf, confidence, unless, unlessConfigured, unlessIngress, unlessServed } = requirement;
    if (confidence !== 'source' || (unlessConfigured && config !== 'stock') || (unlessIngress && container.isIngress))
      return false;
    if (unlessServed !== undefined && isServed(member, unlessServed)) return false;
    // A switch whose value is filled in later may well be on.
    return settings.isOn(anyOf) === false && !settings.first(anyOf) && !(unless && settings.isOn(unless) !== false);
  });
}

/** Whether another container listens on the port, as far as the file and the catalogue tell. */
function isServed({ instance, container }: Member, port: number): boolean {
  return instance.members.some((other) => {
    return other.container !== container && other.listeners.some((listener) => listener.port === port);
  });
}
