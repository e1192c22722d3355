import { readFileSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';

/**
 * Run with `--expose-gc` and the names of manifests: lints them over and over, and after each lets the engine collect
 * what is young. Prints how many bytes a lint leaves behind that only a collection of all memory would take away.
 */
const collect = (globalThis as unknown as { readonly gc: (how?: { readonly type: 'minor' }) => void }).gc;
const texts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const rounds = 5;

function lintAll(): void {
  for (const text of texts) {
    lint('a.yaml', text, { rules });
    collect({ type: 'minor' });
  }
}

function oldSpace(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!.space_used_size;
}

// What code brings into being when it first runs stays for good.
for (let round = 0; round < rounds; round++) lintAll();
collect();
collect();
const before = oldSpace();
for (let round = 0; round < rounds; round++) lintAll();
console.log((oldSpace() - before) / (rounds * texts.length));
