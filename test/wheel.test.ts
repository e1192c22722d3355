import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import * as assert from 'uvu/assert';
import { type About, wheel, wheelName } from '../scripts/executables/wheel.ts';
import { suite } from './suite.ts';

const about: About = {
  version: '1.2.3',
  summary: 'Finds mistakes.',
  homepage: 'https://example.com/lint',
  readme: '# Lint\n',
  licences: { LICENSE: 'All may use it.\n' },
};
const tags = 'manylinux_2_17_x86_64.manylinux2014_x86_64';
const program = strToU8('#!/bin/sh\necho 1.2.3\n');

suite('wheel', (test) => {
  const bytes = wheel(about, tags, 'cloudrun-lint', program);
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[`cloudrun_lint-1.2.3.dist-info/${name}`]!);

  test('is named after version and platform', () => {
    assert.is(wheelName(about, tags), `cloudrun_lint-1.2.3-py3-none-${tags}.whl`);
  });

  test('holds the program as a script, and what is said of it', () => {
    assert.equal(files['cloudrun_lint-1.2.3.data/scripts/cloudrun-lint'], program);
    assert.match(text('METADATA'), /^Metadata-Version: 2\.4\nName: cloudrun-lint\nVersion: 1\.2\.3\n/);
    assert.match(text('METADATA'), /\nLicense-File: LICENSE\n[\s\S]*\n\n# Lint\n$/);
    assert.is(text('licenses/LICENSE'), 'All may use it.\n');
    assert.match(text('WHEEL'), /\nTag: py3-none-manylinux_2_17_x86_64\nTag: py3-none-manylinux2014_x86_64\n$/);
  });

  test('lists every file with its digest and length', () => {
    const rows = text('RECORD').trimEnd().split('\n');
    assert.equal(rows.map((row) => row.split(',')[0]).sort(), Object.keys(files).sort());
    for (const row of rows) {
      const [name = '', digest = '', length = ''] = row.split(',');
      if (name.endsWith('/RECORD')) continue;
      assert.is(digest, `sha256=${createHash('sha256').update(files[name]!).digest('base64url')}`, name);
      assert.is(Number(length), files[name]!.length, name);
    }
  });

  test('is the same, byte for byte, whenever it is made', () => {
    assert.equal(wheel(about, tags, 'cloudrun-lint', program), bytes);
  });

  test('lets everybody run the program', () => {
    const name = 'cloudrun_lint-1.2.3.data/scripts/cloudrun-lint';
    const at = Buffer.from(bytes).lastIndexOf(name);
    // In the central directory of a zip file: "external file attributes", eight bytes before the name.
    assert.is(Buffer.from(bytes).readUInt32LE(at - 8) >>> 16, 0o100755);
  });
});
