/** What ran so far, over all suites of the process. */
export const tally = { passed: 0, failed: 0, failures: [] as string[] };

/** The ids of the rules whose tests alone are wanted of the file that is being loaded; undefined for all its tests. */
export const selection: { rules: readonly string[] | undefined } = { rules: undefined };
