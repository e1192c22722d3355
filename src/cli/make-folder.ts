import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Throws the operating system's error. Node's own way
 * (`recursive`) never comes back where a folder exists but takes none, such as `/proc`.
 *
 * @param mode of the folders that are made, as far as the process allows it
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // Another run may just have made it.
    if (!isFolder(folder)) throw error;
  }
}

/** Whether there is a folder, or a link to one; false where the system does not say. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
