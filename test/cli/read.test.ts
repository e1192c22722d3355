import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { mayHoldCloudRun, readBytes } from '../../src/cli/read.ts';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

suite('cli/read', (test) => {
  test(
    'reads files of any size up to a limit whole, also one after another',
    inFolder({ 'small.yaml': 'a: b\n' }, async ({ folder }) => {
      for (const size of [0, 1, 262_143, 262_144, 262_145, 1_000_000]) {
        const file = join(folder, `${size}.yaml`);
        const bytes = Buffer.alloc(size, 'abcdefghij');
        await writeFile(file, bytes);
        assert.ok(bytes.equals(readBytes(file) as Buffer), `${size}`);
        assert.is(String(readBytes(join(folder, 'small.yaml'))), 'a: b\n');
      }
    }),
  );
  test(
    'does not read a file of 100 MB',
    inFolder({ 'large.yaml': '' }, async ({ folder }) => {
      const file = join(folder, 'large.yaml');
      await truncate(file, 100_000_000);
      assert.equal(readBytes(file), { problem: 'it is larger than 16 MB' });
    }),
  );
  test('looks for manifests in bytes of any encoding', () => {
    assert.ok(mayHoldCloudRun(Buffer.from('apiVersion: serving.knative.dev/v1')));
    assert.ok(mayHoldCloudRun(Buffer.from('apiVersion: run.googleapis.com/v1')));
    assert.not(mayHoldCloudRun(Buffer.from('apiVersion: apps/v1')));
    assert.ok(mayHoldCloudRun(Buffer.from('\ufeffapiVersion: x', 'utf16le')));
    assert.not(mayHoldCloudRun(Buffer.from([0xff, 0xfe].slice(1))));
  });
});
