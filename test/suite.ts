import { suite as uvuSuite } from 'uvu';
import { selection, tally } from './tally.ts';

type Test = (title: string, run: () => void | Promise<void>) => void;

/**
 * Defines a suite and registers it, so that no file can forget to.
 * `test/run.ts` loads every `test/**\/*.test.ts`.
 */
export function suite(name: string, define: (test: Test) => void): void {
  const tests = uvuSuite(name);
  const { rules } = selection;
  let isEmpty = true;
  define((title, run) => {
    if (rules && !rules.some((id) => title.split(/[^\w-]+/).includes(id))) return;
    isEmpty = false;
    tests(title, async () => {
      tally.failed++;
      tally.failures.push(`${name}: ${title}`);
      await run();
      tally.failures.pop();
      tally.failed--;
      tally.passed++;
    });
  });
  if (!isEmpty) tests.run();
}
