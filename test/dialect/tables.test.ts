import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import type { Row, Table } from '../../src/dialect/table.ts';
import { objectKinds } from '../../src/dialect/tables/index.ts';
import { suite } from '../suite.ts';

/**
 * The fields of terraform-provider-google that a configuration may set, version 7.46, by resource: `!` marks a required
 * one, `1` a block that stands once at most.
 */
const fields = JSON.parse(readFileSync('test/dialect/provider-fields.json', 'utf8')) as Record<string, string[]>;

/** Blocks whose inner fields are not read one by one. */
function isUnread(table: Table, path: readonly string[]): boolean {
  const row = rowAt(table, path.slice(0, 1));
  if (!row) return false;
  if ('unread' in row || 'joint' in row) return true;
  const inner = 'block' in row ? row.block : 'blocks' in row ? row.blocks : undefined;
  return inner !== undefined && path.length > 1 && isUnread(inner, path.slice(1));
}

function rowAt(table: Table, path: readonly string[]): Row | undefined {
  const row = table[path[0]!];
  if (path.length === 1 || !row) return row;
  const inner = 'block' in row ? row.block : 'blocks' in row ? row.blocks : undefined;
  return inner && rowAt(inner, path.slice(1));
}

suite('dialect tables', (test) => {
  for (const { resource, table } of objectKinds) {
    test(`know every field of ${resource}`, () => {
      const missing = fields[resource]!.map((line) => line.split(' ')[0]!).filter((path) => {
        const way = path.split('.');
        return !rowAt(table, way) && !isUnread(table, way);
      });
      assert.equal(missing, []);
    });

    test(`know which blocks of ${resource} stand once`, () => {
      const wrong = fields[resource]!.flatMap((line) => {
        const [path = '', ...marks] = line.split(' ');
        const row = rowAt(table, path.split('.'));
        const isOnce = marks.includes('1');
        return (row && 'block' in row && !isOnce) || (row && 'blocks' in row && isOnce) ? [path] : [];
      });
      // One block at most in Terraform, but a list in v1.
      assert.equal(
        wrong,
        wrong.filter((path) => path.endsWith('.ports')),
      );
    });
  }
});
