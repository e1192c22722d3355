import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What a file of an earlier run holds, after writing `actual` into it where `UPDATE` is set. */
export function recorded(file: string | URL, actual: string, words: string): string {
  if (process.env.UPDATE) writeFileSync(file, actual);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Error(`There is no ${file} yet: UPDATE=1 npm test ${words} writes it`);
}
