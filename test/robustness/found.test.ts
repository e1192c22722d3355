import { check } from '../../scripts/fuzz/check.ts';
import { checkConfig } from '../../scripts/fuzz/check-config.ts';
import { Random } from '../../scripts/random.ts';
import { suite } from '../suite.ts';
import { found, foundConfigs } from './found.ts';

/** What `npm run fuzz` once found fault with stays mended. */
suite('robustness/found', (test) => {
  for (const [name, text] of Object.entries(found)) {
    test(name, async () => {
      for (let seed = 0; seed < 10; seed++) await check(text, new Random(seed));
    });
  }
  for (const [name, text] of Object.entries(foundConfigs)) test(name, () => checkConfig(text));
});
