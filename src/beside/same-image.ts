import type { Image } from '../model/image.ts';

/**
 * How many parts of two images' names are the same in both, where nothing tells them apart: hosts and components of the
 * path, of which the last has to be known on both sides. undefined where they are different images, or may be.
 */
export function sameParts(one: Image, other: Image): number | undefined {
  const last = one.path.at(-1);
  if (last === undefined || other.path.at(-1) !== last) return undefined;
  const [short, long] = one.path.length < other.path.length ? [one, other] : [other, one];
  // What stands for the host may stand for all that is before the last parts: `${REGISTRY}/web`.
  const more = long.path.length - short.path.length;
  if (more > 0 && short.registryKind !== 'unknown') return undefined;
  let same = 0;
  for (const [index, part] of short.path.entries()) {
    const its = long.path[index + more];
    if (part === undefined || its === undefined) continue;
    if (part !== its) return undefined;
    same++;
  }
  if (one.registry === undefined || other.registry === undefined) return isSameKind(one, other) ? same : undefined;
  return one.registry === other.registry ? same + 1 : undefined;
}

/** A host that a placeholder hides may be any, but a known kind of registry is no other. */
function isSameKind(one: Image, other: Image): boolean {
  return one.registryKind === 'unknown' || other.registryKind === 'unknown' || one.registryKind === other.registryKind;
}
