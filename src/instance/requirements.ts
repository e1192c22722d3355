import type { Requirement } from '../catalogue/product.ts';
import type { Member } from './member.ts';

/**
 * What the container's product does not work without, and the file does not give. Only the catalogue's certain facts;
 * whether the product itself is certain, and whether a setting may be hidden, is for the caller to ask.
 */
export function missingRequirements({ config, container, product, settings }: Member): readonly Requirement[] {
  return (product?.requires ?? []).filter(({ anyOf, confidence, unless, unlessConfigured, unlessIngress }) => {
    if (confidence !== 'H' || (unlessConfigured && config !== 'stock') || (unlessIngress && container.isIngress))
      return false;
    return !settings.first(anyOf) && !(unless && settings.isOn(unless) !== false);
  });
}
