import { suite as uvuSuite } from 'uvu';
import { tally } from './tally.ts';

type Test = (title: string, run: () => void | Promise<void>) => void;

/**
 * Defines a suite and registers it, so that no file can forget to.
 * `test/run.ts` loads every `test/**\/*.test.ts`.
 */
export function suite(name: string, define: (test: Test) => void): void {
  const tests = uvuSuite(name);
  define((title, run) =>
    tests(title, async () => {
      tally.failed++;
      await run();
      tally.failed--;
      tally.passed++;
    }));
  tests.run();
}
