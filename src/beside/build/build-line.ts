import type { Placed } from '../../tree/place.ts';

/** What a command or a file of a build tool says of how an image is built. */
export interface BuildLine {
  /** The image's name, tag included, as written. */
  readonly image: string;
  /** The build context as written; "." where nothing is said. */
  readonly context: string;
  /** The Dockerfile as written, which counts from where the command runs; undefined where the tool looks for it itself. */
  readonly dockerfile: string | undefined;
  /** Whether the Dockerfile counts from the context, as in skaffold and compose, and not from the working directory. */
  readonly inContext: boolean;
  /** The stage to stop at; the last one where absent. */
  readonly target?: string | undefined;
  /** The folders that its paths may count from. */
  readonly folders: readonly string[];
  /** Where it stands. */
  readonly on: Placed;
  /** Variables of the file that hold the image's name, see `nameOfMark`: manifests may have one of them in its place. */
  readonly variables?: readonly string[];
}

/** Another name for an image that the same file builds: `docker tag`. */
export interface TagLine {
  /** The name that it has already. */
  readonly of: string;
  /** The other name. */
  readonly image: string;
}

/** What a file says of images: how they are built, and how they are called besides. */
export type ImageLine = BuildLine | TagLine;
