import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { describeReference } from '../../scripts/site/references.ts';
import { suite } from '../suite.ts';

suite('references', (test) => {
  test('are told by their addresses', () => {
    const said = (address: string) => {
      const { title, publisher } = describeReference(address);
      return `${title} (${publisher})`;
    };
    assert.is(
      said('https://cloud.google.com/run/docs/configuring/services/containers#container-ordering'),
      'configuring › services › containers › container ordering (Cloud Run documentation)',
    );
    assert.is(said('https://github.com/a/b/issues/21'), 'issue 21 (a/b on GitHub)');
    assert.is(said('https://github.com/a/b/blob/main/cmd/root.go'), 'cmd/root.go (a/b on GitHub)');
    assert.is(said('https://github.com/a/b#usage'), 'b › usage (a/b on GitHub)');
    assert.is(said('https://hub.docker.com/_/nginx'), 'nginx (Docker Hub)');
    assert.is(said('https://example.com/'), 'example.com (example.com)');
  });

  test('have a title each, and no two of a rule have the same', () => {
    for (const { id, references } of rules) {
      const said = references.map((address) => Object.values(describeReference(address)).join());
      assert.is(new Set(said).size, said.length, id);
      for (const one of said) assert.not.match(one, /^,/, id);
    }
  });
});
