import type { FormatOptions } from '../report.ts';
import { pathBelow } from '../text/path.ts';

/** Where the repository's root is. */
export type Root = Pick<FormatOptions, 'root' | 'rootFolder'>;

/** Windows' drive letter or a leading slash: not relative to anything. */
const absolute = /^(?:[A-Za-z]:)?\//;

/** A diagnostic's path as seen from the repository's root, without `.` and `..` where they can be resolved. */
export function fromRoot(path: string, { root, rootFolder }: Root): string {
  const below = rootFolder === undefined ? undefined : pathBelow(path, rootFolder);
  if (below !== undefined) return below;
  const segments: string[] = [];
  for (const segment of (absolute.test(path) ? path : root + path).split('/')) {
    const last = segments.at(-1);
    if (segment === '..' && last !== undefined && last !== '..' && last !== '') segments.pop();
    else if (segment !== '.' && (segment !== '' || segments.length === 0)) segments.push(segment);
  }
  return segments.join('/');
}

/** The same as a URI reference: percent-encoded, a colon never read as a scheme; `file:` for an absolute path. */
export function toUri(path: string, root: Root): string {
  const place = fromRoot(path, root);
  const encoded = place
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (!absolute.test(place)) return encoded;
  return place.startsWith('/') ? `file://${encoded}` : `file:///${encoded.replace('%3A', ':')}`;
}

/** The address of a line as it is in the commit that the run is about; undefined where the build server names none. */
export function lineUrl(
  path: string,
  line: number,
  options: Root & Pick<FormatOptions, 'repository'>,
): string | undefined {
  const { uri, revision, blobs } = options.repository ?? {};
  const place = toUri(path, options);
  if (!uri || !revision || !blobs || place.startsWith('../') || place.startsWith('file:')) return undefined;
  // Brackets would end a link in Markdown.
  const encoded = place.replaceAll('(', '%28').replaceAll(')', '%29');
  return `${uri}/${blobs}/${revision}/${encoded}#L${line}`;
}
