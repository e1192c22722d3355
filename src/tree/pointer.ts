import type { Segment } from './place.ts';

/** A path as an RFC 6901 JSON pointer; "" for the root. */
export function toPointer(path: readonly Segment[]): string {
  let pointer = '';
  for (const segment of path) pointer += `/${typeof segment === 'number' ? segment : inPointer(segment)}`;
  return pointer;
}

/** A key as a step of a pointer. */
export function inPointer(key: string): string {
  return key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
