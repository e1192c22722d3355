import { readFile } from 'node:fs/promises';
import * as assert from 'uvu/assert';
import { refuseNode } from '../../src/cli/node-version.ts';
import { suite } from '../suite.ts';

suite('the version of Node.js', (test) => {
  test('is refused when it is too old, in a sentence', () => {
    assert.is(refuseNode('18.20.8'), 'Node.js 20.19 or newer is needed, and this is 18.20.8.');
    assert.is(refuseNode('20.9.0'), 'Node.js 20.19 or newer is needed, and this is 20.9.0.');
  });

  test('is accepted as package.json promises', async () => {
    const { engines } = JSON.parse(await readFile('package.json', 'utf8'));
    assert.is(engines.node, '>=20.19');
    for (const version of ['20.19.0', '22.0.0', '24.9.0', '26.0.0-nightly']) assert.is(refuseNode(version), undefined);
  });
});
