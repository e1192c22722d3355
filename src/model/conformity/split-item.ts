import type { OpenField } from './written.ts';

/**
 * The container that another one was most likely meant to be one with, as a dash too many cuts one in two: one half
 * lacks the image, the other the name, and no key stands in both. The half without an image is asked about; undefined
 * where it is complete, or no neighbour fits.
 */
export function otherHalfOf(half: OpenField): OpenField | undefined {
  if (!isHalf(half)) return undefined;
  const items = (half.parent?.items ?? []) as readonly OpenField[];
  const index = items.findIndex(({ path }) => path.at(-1) === half.path.at(-1));
  const before = items.slice(0, index).findLast((item) => !isHalf(item));
  const after = items[index + 1];
  if (before && completes(before, half)) return before;
  return after && half.keys.every((key) => key === 'name') && completes(after, half) ? after : undefined;
}

/** Whether any container of a list is half of its neighbour. */
export function hasSplitContainer(containers: readonly OpenField[]): boolean {
  return containers.some((container) => otherHalfOf(container) !== undefined);
}

function isHalf(field: OpenField): boolean {
  if (field.shape?.title !== 'Container' || !field.isMap || field.unknown || field.keys.length === 0) return false;
  return !field.get('image').exists && field.parent?.isList === true;
}

function completes(other: OpenField, half: OpenField): boolean {
  if (!other.isMap || other.unknown || !other.get('image').exists) return false;
  return !half.keys.some((key) => other.has(key));
}
