import { globTest } from '../text/glob.ts';
import { pathBelow } from '../text/path.ts';

/** Whether a path below a folder is meant by one of its globs. */
export type PathMatcher = (absolute: string) => boolean;

/**
 * Compiles globs over the paths below a folder, as `.gitignore` understands them: without a slash they hold at any
 * depth, and a folder's name means all that is in it. An empty one means nothing.
 *
 * @param folder absolute, with forward slashes
 */
export function pathMatcher(folder: string, globs: readonly string[]): PathMatcher {
  const patterns = globs.filter(isSomething).flatMap((glob) => {
    const plain = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    const anywhere = plain.includes('/') || glob.startsWith('/') ? plain : `**/${plain}`;
    return anywhere === '' ? ['**'] : [anywhere, `${anywhere}/**`];
  });
  const matches = anyOf(patterns);
  return (absolute) => {
    const path = pathBelow(absolute, folder);
    return path !== undefined && matches(path);
  };
}

/** Compiles globs over names; one behind `!` means all other names. An empty one means nothing. */
export function nameMatcher(globs: readonly string[]): (name: string) => boolean {
  return anyOf(globs.filter(isSomething));
}

function anyOf(globs: readonly string[]): (text: string) => boolean {
  const tests = globs.map((glob) => {
    const test = globTest(glob.replace(/^!/, ''));
    return glob.startsWith('!') ? (text: string) => !test(text) : test;
  });
  return (text) => tests.some((test) => test(text));
}

function isSomething(glob: string): boolean {
  return glob !== '';
}
