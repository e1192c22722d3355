import * as assert from 'uvu/assert';
import { recorded } from '../recorded.ts';

/** Compares with a file of test/format/snapshots; `UPDATE=1 npm test format` writes it instead. */
export function matchesSnapshot(name: string, actual: string): void {
  assert.fixture(actual, recorded(`test/format/snapshots/${name}`, actual, 'format'));
}
