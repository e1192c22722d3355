import type { Diagnostic } from '../diagnostic.ts';
import type { Graph } from '../graph/graph.ts';
import type { Options } from '../library/types.ts';

/** A file of the playground. */
export interface WebFile {
  /** Its name: what findings call it, and what decides in which language it is read. */
  readonly path: string;
  /** What the person has typed. */
  readonly text: string;
}

/** What the page asks the worker for. */
export interface Question {
  /** Comes back with the answer, so that an old one is known as such. */
  readonly id: number;
  /** `lint` for what is found, `fix` for the texts with all safe fixes, `unsafe` with all fixes. */
  readonly task: 'lint' | 'fix' | 'unsafe';
  /** All files: those of Cloud Run are linted, the others lie beside them. */
  readonly files: readonly WebFile[];
  /** The file whose picture is wanted; another is drawn where nothing is to be drawn of it, and none where absent. */
  readonly draw?: string;
  /** The profile and the configuration that the person has chosen. */
  readonly options: Pick<Options, 'profile' | 'config'>;
}

/** What the worker answers. */
export interface Answer {
  /** That of the question. */
  readonly id: number;
  /** Why nothing could be done: a mistake in the configuration. All other fields are empty then. */
  readonly problem: string;
  /** By path and place, suppressed ones included. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many Cloud Run objects each linted file holds, by its path. */
  readonly resources: ReadonlyMap<string, number>;
  /** The instances of one file, to be drawn; [] where there is none, or none was asked for. */
  readonly graphs: readonly Graph[];
  /** The texts that fixes have changed, by their paths. */
  readonly fixed: ReadonlyMap<string, string>;
}
