import * as assert from 'uvu/assert';
import { type Kind, kinds } from '../../scripts/sizes/texts.ts';
import { lint } from '../../src/library/index.ts';
import { suite } from '../suite.ts';

const byName = new Map([...kinds()].map((kind) => [kind.name, kind]));

/** CPU seconds that it takes to lint a text of a kind. */
function seconds({ path, of }: Kind, length: number): number {
  const text = of(length);
  const start = process.cpuUsage();
  lint(text, { path });
  return process.cpuUsage(start).user / 1e6;
}

/** What once took more than its share of time when it was long, with a length that tells. */
const mended: readonly (readonly [kind: string, length: number])[] = [
  ['arguments', 800_000],
  ['comments that silence what is there', 1_000_000],
  ['Terraform labels', 830_000],
  ['unknown fields', 160_000],
];

suite('robustness/growth', (test) => {
  for (const [name, length] of mended) {
    test(`eight times as many ${name} take no more than eight times as long, and some`, () => {
      const kind = byName.get(name)!;
      seconds(kind, length / 16);
      const small = seconds(kind, length / 8);
      const large = seconds(kind, length);
      assert.ok(large < 12 * small + 0.1, `${large} s after ${small} s`);
    });
  }

  for (const name of ['JSON of dependencies', 'a circle of dependencies']) {
    test(`an annotation with too many ${name} is refused with its file`, () => {
      const { path, of } = byName.get(name)!;
      const { diagnostics } = lint(of(3_999_000), { path });
      assert.equal(
        diagnostics.map(({ message }) => message),
        ['The file holds more than 250,000 words and signs and is not read.'],
      );
    });
  }
});
