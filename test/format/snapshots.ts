import { readFileSync, writeFileSync } from 'node:fs';
import * as assert from 'uvu/assert';

/** Compares with a file of test/format/snapshots; `UPDATE=1 npm test format` writes it instead. */
export function matchesSnapshot(name: string, actual: string): void {
  const file = new URL(`snapshots/${name}`, import.meta.url);
  if (process.env.UPDATE === '1') writeFileSync(file, actual);
  assert.fixture(actual, readFileSync(file, 'utf8'));
}
