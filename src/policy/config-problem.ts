import type { Placed } from '../tree/field.ts';

/** A mistake in a configuration file, where it stands. */
export interface ConfigProblem {
  /** The value or the key that is wrong, or what lacks something. */
  readonly on: Placed;
  /** One sentence or two, without a newline. */
  readonly message: string;
  /** Whether it is told without the lines that it is about. */
  readonly isBare?: true;
}

/** Why a configuration file does not count, and so the files below it are not linted. */
export type ConfigRefusal = {
  /** The file that was named or found, absolute; a mistake may stand in one that it extends. */
  readonly file: string;
} & (
  | {
      /** At least one, in the order of their finding. */
      readonly problems: readonly ConfigProblem[];
    }
  | {
      /** Why nothing of the file could be read: a sentence. */
      readonly unreadable: string;
    }
);
