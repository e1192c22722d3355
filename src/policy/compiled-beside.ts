import type { Stated } from '../model/surroundings.ts';
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

/**
 * What configuration files say of the containers of a manifest.
 *
 * @param beside what they say, the strongest first
 * @param absolute the manifest, with forward slashes
 * @param placed a path that stands in a file of this folder as seen from the root; undefined where it leads out of that
 */
export function statedFor(
  beside: readonly CompiledBeside[],
  absolute: string,
  placed: (path: string, folder: string) => string | undefined,
): (container: string | undefined) => Stated | undefined {
  const meant = beside.filter(({ matchesFile }) => matchesFile(absolute));
  return (container) => {
    const found = meant.find(({ matchesContainer }) => matchesContainer(container));
    if (!found) return undefined;
    const { dockerfile, context, config, at, isOff, from } = found.stated;
    const place = (path: string | undefined) => (path === undefined ? undefined : placed(path, found.folder));
    return {
      dockerfile: place(dockerfile),
      context: place(context),
      config: config.flatMap((path) => place(path) ?? []),
      at,
      isOff,
      from,
    };
  };
}
