import type { Segment } from './place.ts';

/** A path as an RFC 6901 JSON pointer; "" for the root. */
export function toPointer(path: readonly Segment[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
