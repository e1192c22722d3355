import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { fingerprint, formattedTexts } from '../../scripts/hcl-format/texts.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import { suite } from '../suite.ts';

suite('hcl: what is edited stays formatted', (test) => {
  test("as HashiCorp's formatter has it, which npm run hcl-format asks", () => {
    const known = new Set(readFileSync('test/hcl/formatted.txt', 'utf8').split('\n'));
    const texts = formattedTexts();
    assert.ok(texts.length > 1000);
    assert.equal(
      texts.filter((text) => !known.has(fingerprint(text))),
      [],
    );
  });

  test('and can be read', () => {
    const unread = formattedTexts().filter((text) => parseHcl(text).problems.length > 0);
    assert.equal(unread, []);
  });
});
