import { resolve } from 'node:path';
import { isThere } from './fault.ts';
import { type Io, UsageError } from './io.ts';

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

/** What wants the working directory itself tells why it cannot be used. */
function folderIfThere(io: Pick<Io, 'cwd'>): string | undefined {
  try {
    return io.cwd;
  } catch {
    return undefined;
  }
}
