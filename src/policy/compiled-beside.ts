import type { StatedBeside } from './config.ts';
import { nameMatcher, type PathMatcher, pathMatcher } from './glob.ts';

/** What a configuration file says belongs to a container, with its globs compiled. */
export interface CompiledBeside {
  /** As the file has it. */
  readonly stated: StatedBeside;
  /** The folder that its paths count from: absolute, with forward slashes. */
  readonly folder: string;
  /** Whether it speaks of a manifest; of all where it names no files. */
  readonly matchesFile: PathMatcher;
  /** Whether it speaks of a container's name; of all, those without a name too, where it gives none. */
  readonly matchesContainer: (name: string | undefined) => boolean;
}

/** @param folder absolute, of the configuration file, with forward slashes */
export function compileBeside(stated: StatedBeside, folder: string): CompiledBeside {
  const { files, container } = stated;
  const isMeant = container === undefined ? undefined : nameMatcher([container]);
  return {
    stated,
    folder,
    matchesFile: files ? pathMatcher(folder, files) : () => true,
    matchesContainer: (name) => !isMeant || (name !== undefined && isMeant(name)),
  };
}
