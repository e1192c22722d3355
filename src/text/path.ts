/** What stands behind the last slash of a path; all of it where there is none, "" where it ends in one. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What stands before the last slash of a path; "" where there is none, and for what lies at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * A path as seen from a folder that it lies below, at any depth; undefined where it does not, and for the folder
 * itself. Both are written alike, with forward slashes and without `.` and `..`.
 */
export function pathBelow(path: string, folder: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** A file's path as seen from the folder of another file. Both are written alike, with forward slashes. */
export function pathFrom(other: string, path: string): string {
  const folders = other.split('/').slice(0, -1);
  const segments = path.split('/');
  let same = 0;
  while (same < segments.length - 1 && folders[same] === segments[same]) same++;
  const up = folders.length - same;
  return [...Array<string>(up).fill('..'), ...segments.slice(same)].join('/');
}

/** Whether a path lies below a folder, written as `pathBelow` wants them. */
export function isBelow(path: string, folder: string): boolean {
  return pathBelow(path, folder) !== undefined;
}

/** The same, and true for the folder itself too. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || isBelow(path, folder);
}
