import * as assert from 'uvu/assert';
import { didYouMean, suggest } from '../../src/text/suggest.ts';
import { suite } from '../suite.ts';

suite('text/suggest', (test) => {
  test('guesses what differs least, and nothing where nothing is near', () => {
    assert.is(suggest('nginxx', ['envoy', 'nginx']), 'nginx');
    assert.is(suggest('caddy', ['envoy', 'nginx']), undefined);
    assert.is(didYouMean('Nginy', ['nginx']), ' Did you mean "nginx"?');
  });
  test('looks at no more candidates than a person could know', () => {
    let asked = 0;
    function* names(count: number): Generator<string> {
      for (; asked < count; asked++) yield `name-${asked}`;
    }
    assert.is(suggest('name-1', names(900)), 'name-1');
    asked = 0;
    assert.is(suggest('name-1', names(1_000_000)), undefined);
    assert.ok(asked <= 1001, String(asked));
  });
});
