import type { Image } from './image.ts';

/**
 * Whether an image is of an earlier release than `version` (three numbers). No tag and `latest` count as the newest;
 * undefined where a placeholder, a digest alone or a tag in words hides the release.
 */
export function isOlder(image: Image | undefined, version: string): boolean | undefined {
  if (!image || image.unknown.has('tag')) return undefined;
  const { tag } = image;
  if (tag === undefined) return image.digest === undefined && !image.unknown.has('digest') ? false : undefined;
  const [, major, minor = '', patch = ''] = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:[-+].*)?$/.exec(tag) ?? [];
  if (major === undefined) return /^latest\b/.test(tag) ? false : undefined;
  const wanted = version.split('.').map(Number);
  // A tag of one or two numbers follows its newest release.
  const found = [major, minor, patch].map((part) => (part === '' ? Number.POSITIVE_INFINITY : Number(part)));
  for (let index = 0; index < 3; index++) {
    const difference = (found[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
