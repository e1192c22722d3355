import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleScript } from './bundle-script.ts';
import { largest } from './sizes/largest.ts';
import { Measure } from './sizes/measure.ts';
import { kinds } from './sizes/texts.ts';

/**
 * `npm run sizes -- [--only WORD] [--command lint|fix|graph] [--length N]`: makes texts of many kinds and prints those
 * whose time grows faster than they do, from a quarter of the length to all of it. With `--length largest` each is as
 * long as it may be, and what takes more than docs/reliability.md promises gives exit code 1. `--only pieces` leaves
 * out the pairs of tokens.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    command: { type: 'string', default: 'lint' },
    length: { type: 'string', default: '60000' },
    growth: { type: 'string', default: '6' },
    floor: { type: 'string', default: '80' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'cloudrun-lint-sizes-'));
const measure = new Measure(await bundleScript('scripts/sizes/child.ts', folder), values.command);
let tried = 0;
for (const kind of kinds()) {
  const isPair = /^[\w ]+: "/.test(kind.name);
  if (values.only === 'pieces' ? isPair : !kind.name.startsWith(values.only)) continue;
  tried++;
  if (values.length === 'largest') {
    const length = largest(kind);
    const { ms, mb } = await measure.alone(kind, length);
    if (!(ms <= 8000 && mb <= 1024)) process.exitCode = 1;
    console.log(`${kind.name}\t${length} characters\t${ms} ms\t${mb} MB`);
    continue;
  }
  const length = Number(values.length);
  let large = await measure.spent(kind, length);
  if (large < Number(values.floor)) continue;
  large = Math.min(large, await measure.spent(kind, length));
  const small = Math.min(await measure.spent(kind, length / 4), await measure.spent(kind, length / 4));
  const growth = large / Math.max(small, 1);
  if (growth < Number(values.growth) && large < length / 200) continue;
  console.log(`${kind.name}\t${small} ms, ${large} ms, x${growth.toFixed(1)}`);
}
console.log(`${tried} kinds`);
measure.end();
await rm(folder, { recursive: true });
