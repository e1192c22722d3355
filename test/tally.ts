/** What ran so far, over all suites of the process. */
export const tally = { passed: 0, failed: 0 };
