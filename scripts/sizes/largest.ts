import { parseHcl } from '../../src/hcl/parse.ts';
import { tooLarge } from '../../src/yaml/size.ts';
import type { Kind } from './texts.ts';

/** The longest text of a kind that is read, to a hundredth: what is longer is refused for its size. */
export function largest(kind: Kind): number {
  let fits = 1000;
  let refused = 3_999_000;
  if (isRead(kind.path, kind.of(refused))) return refused;
  while (refused > fits * 1.01) {
    const middle = Math.floor(Math.sqrt(fits * refused));
    if (isRead(kind.path, kind.of(middle))) fits = middle;
    else refused = middle;
  }
  return fits;
}

function isRead(path: string, text: string): boolean {
  if (!path.endsWith('.tf')) return tooLarge(text) === undefined;
  return !parseHcl(text).problems.some(({ message }) => /and is not read\.$/.test(message));
}
