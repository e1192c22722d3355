import type { Range } from 'vscode-languageserver';
import type { Knowledge } from '../editor/knowledge.ts';
import type { Analyse } from '../editor/open-file.ts';

/** A mistake in a configuration file, which is shown where it stands. */
export interface Trouble {
  /** The configuration file, as `Host.canonical` spells it. */
  readonly uri: string;
  /** Where in it. */
  readonly range: Range;
  /** A sentence or two on one line. */
  readonly message: string;
}

/** What holds for one document. */
export interface Holding {
  /** As findings name it. */
  readonly path: string;
  /** Finds what the command line would find; undefined where the configuration leaves the file out. */
  readonly analyse: Analyse | undefined;
  /** Absent where no file beside it is ever read. */
  readonly around?: Around;
}

/** What the findings of a document hang on beside its own text. */
export interface Around {
  /** Whether some of it is not as it was; tells so once. */
  readonly hasChanged: () => boolean;
  /** The files that were read, as `Host.canonical` spells their addresses. */
  readonly read: () => readonly string[];
  /** Brings what was looked for and is not at hand; whether there was such a thing. Absent where all is at hand. */
  readonly bring?: () => Promise<boolean>;
}

/** A file as it is saved. */
export interface Manifest {
  /** As `Host.canonical` spells it. */
  readonly uri: string;
  /** All of it. */
  readonly text: string;
}

/** The world around the server: a file system, or what stands in place of one. */
export interface Host {
  /** Prose and schemas. */
  readonly knowledge: Knowledge;
  /** Globs of the files whose change may change what is found in others. */
  readonly watched: readonly string[];
  /** Lets it ask for the texts of open documents, by addresses as `canonical` spells them: they count, saved or not. */
  readonly lookInto: (openText: (uri: string) => string | undefined) => void;
  /** A file as it is saved; undefined where there is none that can be read. */
  readonly savedText: (uri: string) => Promise<string | undefined>;
  /** What holds for a document now; that of the last configuration that counted where the present one does not. */
  readonly holdingFor: (uri: string) => Promise<Holding>;
  /** What is wrong with configurations that were read since the last `reload`. */
  readonly troubles: () => readonly Trouble[];
  /** The manifests that a run over a folder would look at, one after the other; none that cannot be read. */
  readonly manifestsIn: (folder: string) => AsyncIterable<Manifest>;
  /** The address of a path that a finding names. */
  readonly uriOf: (path: string) => string;
  /** The one spelling of an address, as troubles have it: clients escape different characters. */
  readonly canonical: (uri: string) => string;
  /** Whether a document is one of those that decide what is found in others. */
  readonly isWatched: (uri: string) => boolean;
  /** Forgets what was read of the surroundings, so that the next question reads them anew. */
  readonly reload: () => void;
}
