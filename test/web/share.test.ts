import * as assert from 'uvu/assert';
import { fromHash, toHash } from '../../src/web/share.ts';
import { suite } from '../suite.ts';

const shared = { path: 'service.yaml', text: 'kind: Service # ありがとう\n', config: 'rules: {}\n', profile: 'strict' };

suite('a shared link', (test) => {
  test('carries a text, its name, the configuration and the profile', async () => {
    const hash = (await toHash(shared))!;
    assert.match(hash, /^#v1:[A-Za-z0-9_-]+$/);
    assert.equal(await fromHash(hash), shared);
  });

  test('is not made of a long text', async () => {
    assert.is(await toHash({ ...shared, text: 'a'.repeat(30_000) }), undefined);
  });

  test('that is broken, foreign, of another version or a bomb gives nothing', async () => {
    const hash = (await toHash(shared))!;
    const bomb = new Blob([JSON.stringify(['', 'a'.repeat(2_000_000), '', ''])]).stream();
    const packed = await new Response(bomb.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    const text = Buffer.from(packed).toString('base64url');
    for (const bad of [
      '',
      '#',
      '#rule',
      hash.slice(0, -3),
      `${hash}!`,
      hash.replace('v1', 'v2'),
      '#v1:AAAA',
      `#v1:${text}`,
    ]) {
      assert.is(await fromHash(bad), undefined, bad.slice(0, 20));
    }
  });
});
