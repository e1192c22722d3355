import { type Bounds, outOfBounds } from './bounds.ts';
import { isThere } from './fault.ts';
import { displayPath } from './paths.ts';
import { decode, readOrdinary } from './read.ts';

/** Reads files that lie near a manifest and say how it is deployed. Nobody has named them, so they may be anything. */
export class Neighbours {
  readonly #cwd: string;
  readonly #bounds: Bounds;
  readonly #onRead: (absolute: string) => void;
  readonly #problems: string[] = [];

  /** @param onRead is told of every file that is read */
  constructor(cwd: string, bounds: Bounds, onRead: (absolute: string) => void = () => {}) {
    this.#cwd = cwd;
    this.#bounds = bounds;
    this.#onRead = onRead;
  }

  /** Which were not read since they lead out of the repository, a line each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The text of a file; undefined where there is none, or none that can be read. */
  read(absolute: string): string | undefined {
    if (!isThere(absolute)) return undefined;
    if (this.#bounds.isLeftByFound(absolute)) {
      this.#problems.push(`${displayPath(absolute, this.#cwd)}: ${outOfBounds}`);
      return undefined;
    }
    this.#onRead(absolute);
    const content = decode(readOrdinary(absolute));
    return 'text' in content ? content.text : undefined;
  }
}
