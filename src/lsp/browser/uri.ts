/** The folder that a file lies in, without a slash at its end; the same address where it names no folder. */
export function folderOf(uri: string): string {
  const at = uri.lastIndexOf('/');
  return at > uri.indexOf('//') + 1 ? uri.slice(0, at) : uri;
}

/** A file as something in a folder names it. */
export function inFolder(folder: string, name: string): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return new URL(path, `${folder}/`).href;
}

/** Whether a file lies below a folder, at any depth. */
export function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

/** The path of an address, as findings name the file and globs match it. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
}

/** A folder and all above it, up to the root; the nearest first. */
export function upwards(folder: string, root: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; isIn(at, root); at = folderOf(at)) found.push(at);
  return [...found, root];
}
