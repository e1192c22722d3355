import type { SourceText } from '../tree/source-text.ts';

/** What a person says of where files are deployed: by the file's own signals, or all to Cloud Run. */
export type Target = 'auto' | 'cloud-run';

/**
 * Who reads a manifest on its way to Cloud Run. `gcloud run services replace` takes a value only in the type of its
 * field. skaffold, and with it Cloud Deploy, makes texts of numbers and booleans where a text belongs, as
 * sigs.k8s.io/yaml does.
 */
export type Deployer = 'gcloud' | 'skaffold';

/** What the team says belongs to a container. Paths count from the root. */
export interface Stated {
  /** Its Dockerfile; undefined where none is named. */
  readonly dockerfile: string | undefined;
  /** What `COPY` counts from; the Dockerfile's folder where undefined. */
  readonly context: string | undefined;
  /** Files that the product reads; globs are taken in the last component. */
  readonly config: readonly string[];
  /** The folder in the container that these lie in; undefined for the product's own. */
  readonly at: string | undefined;
  /** Whether nothing shall be read. */
  readonly isOff: boolean;
  /** Who says so: `cloudrun-lint.yaml:12`. */
  readonly from: string;
}

/** Files of the repository that a manifest is part of. Paths count from its root and have forward slashes. */
export interface FilesAround {
  /** The folder of the manifest, "" for the root. */
  readonly folder: string;
  /**
   * A text file; undefined where there is none that may be read. The same object as long as the file does not change,
   * so that what is made of it is made once.
   */
  read(path: string): SourceText | undefined;
  /** What the team says of a container of this name; undefined where it says nothing. */
  stated?(container: string | undefined): Stated | undefined;
  /** The names in a folder in their order, folders with a slash at the end; [] where there is none that may be read. */
  list(folder: string): readonly string[];
}

/** What is known of a manifest from outside of it. */
export interface Surroundings {
  /** `auto` where nobody says. */
  readonly target: Target;
  /** Asked only where something hangs on it, since files are looked for. */
  readonly deployer: () => Deployer;
  /** Asked only of workloads with several containers; absent, or undefined, where no file may be read. */
  readonly filesAround?: (() => FilesAround | undefined) | undefined;
}

/** Nothing is known: whoever deploys it, gcloud may be asked to. */
export const unknownSurroundings: Surroundings = { target: 'auto', deployer: () => 'gcloud' };
