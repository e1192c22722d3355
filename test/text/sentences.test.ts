import * as assert from 'uvu/assert';
import { namelessContainer, unquoteNameless } from '../../src/text/sentences.ts';
import { suite } from '../suite.ts';

suite('text/sentences', (test) => {
  test('calls a container without a name by its place', () => {
    assert.is(namelessContainer(0, 1), 'the container');
    assert.is(namelessContainer(0, 2), 'the first container');
    assert.is(namelessContainer(9, 11), 'the tenth container');
    assert.is(namelessContainer(10, 11), 'container 11');
  });

  test('takes such words out of quotes, and begins a sentence with a capital', () => {
    const cases = [
      ['"the first container" waits for "web".', 'The first container waits for "web".'],
      ['Let "the container" wait. "container 12" is up.', 'Let the container wait. Container 12 is up.'],
      ['Names: "the second container" and "container".', 'Names: the second container and "container".'],
      ['Nothing reads "the last container".', 'Nothing reads "the last container".'],
    ] as const;
    for (const [message, expected] of cases) assert.is(unquoteNameless(message), expected);
  });
});
