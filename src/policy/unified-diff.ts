import { createTwoFilesPatch } from 'diff';

/** What changes between two texts of a file, as `git diff` would show it, so that `git apply` and `patch` take it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '');
}
