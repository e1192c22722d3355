import * as assert from 'uvu/assert';
import { fromHash, toHash } from '../../src/web/share.ts';
import { suite } from '../suite.ts';

const files = [
  { path: 'service.yaml', text: 'kind: Service # ありがとう\n' },
  { path: 'edge/nginx.conf', text: 'events {}\n' },
];
const shared = { files, config: 'rules: {}\n', profile: 'strict' };

async function hashOf(mark: string, value: unknown): Promise<string> {
  const packed = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return mark + Buffer.from(await new Response(packed).arrayBuffer()).toString('base64url');
}

suite('a shared link', (test) => {
  test('carries all files, the configuration and the profile', async () => {
    const hash = (await toHash(shared))!;
    assert.match(hash, /^#v2:[A-Za-z0-9_-]+$/);
    assert.equal(await fromHash(hash), shared);
  });

  test('of the time when there was one file opens still', async () => {
    const hash = await hashOf('#v1:', ['service.yaml', 'kind: Service\n', 'rules: {}\n', 'strict']);
    const { config, profile } = shared;
    assert.equal(await fromHash(hash), { files: [{ path: 'service.yaml', text: 'kind: Service\n' }], config, profile });
  });

  test('is not made of a long text', async () => {
    assert.is(await toHash({ ...shared, files: [{ path: 'a', text: 'a'.repeat(30_000) }] }), undefined);
  });

  test('has only names that a person could give, and each once', async () => {
    const open = async (...names: string[]) =>
      fromHash(await hashOf('#v2:', ['strict', '', ...names.flatMap((name) => [name, 'text'])]));
    assert.equal((await open('a/b c.yaml', 'Dockerfile'))?.files.length, 2);
    for (const names of [
      ['../a'],
      ['/a'],
      ['a//b'],
      ['a\nb'],
      ['\u202ea'],
      ['a', 'a'],
      [''],
      ['cloudrun-lint.yaml'],
      [],
    ])
      assert.is(await open(...names), undefined, String(names));
    assert.is(await fromHash(await hashOf('#v2:', ['strict', '', 'a'])), undefined);
  });

  test('that is broken, foreign, of another version or a bomb gives nothing', async () => {
    const hash = (await toHash(shared))!;
    const bomb = await hashOf('#v2:', ['strict', '', 'a', 'a'.repeat(2_000_000)]);
    for (const bad of [
      '',
      '#',
      '#rule',
      hash.slice(0, -3),
      `${hash}!`,
      hash.replace('v2', 'v3'),
      hash.replace('v2', 'v1'),
      '#v2:AAAA',
      '#v1:AAAA',
      bomb,
    ]) {
      assert.is(await fromHash(bad), undefined, bad.slice(0, 20));
    }
  });
});
