import * as assert from 'uvu/assert';
import { executableOf, platforms } from '../scripts/executables/platforms.ts';
import { dockerfile, formula, type Release } from '../scripts/executables/release-files.ts';
import { suite } from './suite.ts';

const files = platforms.map((platform) => executableOf(platform).replace(/^.*[\\/]/, ''));
const checksums = new Map(files.map((file, i) => [file, String(i).repeat(64)]));
const release: Release = {
  version: '1.2.3',
  summary: 'Finds mistakes',
  homepage: 'https://example.com/lint',
  checksums,
};

suite('release files', (test) => {
  test('each download stands with the checksum of the same file', () => {
    const pairs = [
      ...formula(release).matchAll(/url ".*\/v1\.2\.3\/(.+)"\n *sha256 "(.+)"/g),
      ...[...dockerfile(release).matchAll(/sha256:(\w+) \S+\/v1\.2\.3\/(\S+) /g)].map(([all, sum, file]) => [
        all,
        file,
        sum,
      ]),
    ];
    assert.is(pairs.length, 6);
    for (const [, file, checksum] of pairs) assert.is(checksum, checksums.get(file!), file);
  });

  test('a file without a checksum is not named', () => {
    const less = new Map([...checksums].filter(([file]) => file !== 'cloudrun-lint-darwin-arm64'));
    assert.throws(() => formula({ ...release, checksums: less }), /SHA256SUMS lacks cloudrun-lint-darwin-arm64/);
  });
});
