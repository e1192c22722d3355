/** What the benchmark measures in one process, bundled as it is published. */
export { rules } from '../../rules/index.ts';
export { lint } from '../../src/lint.ts';
