import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { decode, mayHoldCloudRun, readBytes } from '../../src/cli/read.ts';
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
  test('knows UTF-32, with a byte order mark and without, but no other bytes for it', () => {
    const problem = 'it is UTF-32 text, and only UTF-8 and UTF-16 are read';
    for (const mark of ['\ufeff', '']) {
      const little = utf32(`${mark}apiVersion: run.googleapis.com/v1`);
      for (const bytes of [little, Buffer.from(little).swap32()]) {
        assert.equal(decode(bytes), { problem });
        assert.ok(mayHoldCloudRun(bytes));
      }
      const other = utf32(`${mark}apiVersion: apps/v1`);
      assert.not(mayHoldCloudRun(other));
      assert.not(mayHoldCloudRun(Buffer.from(other).swap32()));
    }
    for (const bytes of [
      [],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0x61, 0, 0, 0, 0],
      [0x61, 0, 0x62, 0],
      [0xff, 0xfe, 0x61, 0],
    ]) {
      const told = decode(Uint8Array.from(bytes));
      assert.not('problem' in told && told.problem === problem, String(bytes));
    }
  });
});

function utf32(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 4);
  for (let at = 0; at < text.length; at++) bytes.writeUInt32LE(text.charCodeAt(at), at * 4);
  return bytes;
}
