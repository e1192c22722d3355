import { resolve } from 'node:path';
import { isThere } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { isFolder } from './make-folder.ts';

/**
 * Refuses words that are an option and the name of a file as well. Hooks and shells hand over the names of files as they
 * are, and whoever may name a file shall not give options: `--config=quiet.yaml`, `--format=sarif=service.yaml`.
 */
export function refuseNamesAsOptions(argv: readonly string[], io: Pick<Io, 'cwd'>): void {
  const end = argv.indexOf('--');
  const words = argv.slice(0, end === -1 ? undefined : end).filter((word) => word.startsWith('-'));
  const cwd = words.length === 0 ? undefined : folderIfThere(io);
  if (cwd === undefined) return;
  const name = words.find((word) => isThere(resolve(cwd, word)));
  if (name === undefined) return;
  const option = name === '-' ? 'standard input' : 'an option';
  throw new UsageError(
    `"${name}" is ${option}, and the name of a file here. Write "./${name}" for the file; for ${option}, rename the file.`,
  );
}

/**
 * Refuses a command that is the name of a file as well: of a list of names the first may be `graph`, and the others would
 * be drawn in place of linted. Folders of such names are common, and no hook hands them over.
 */
export function refuseNameAsCommand(command: string, io: Pick<Io, 'cwd'>): void {
  const cwd = folderIfThere(io);
  const path = cwd === undefined ? undefined : resolve(cwd, command);
  if (path === undefined || !isThere(path) || isFolder(path)) return;
  throw new UsageError(
    `"${command}" is a command, and the name of a file here. Write "./${command}" for the file; for the command, rename the file.`,
  );
}

/** What wants the working directory itself tells why it cannot be used. */
function folderIfThere(io: Pick<Io, 'cwd'>): string | undefined {
  try {
    return io.cwd;
  } catch {
    return undefined;
  }
}
