import type { Protocol, Purpose, Reach } from '../catalogue/product.ts';
import type { Placed } from '../tree/place.ts';
import type { SourceText } from '../tree/source-text.ts';

/** A port that a configuration opens. */
export interface OpenedPort {
  /** undefined where it cannot be known. */
  readonly port: number | undefined;
  /** Absent for TCP. */
  readonly udp?: true;
  /** undefined where it is not known who reaches it. */
  readonly reach: Reach | undefined;
  /** undefined where nothing tells. */
  readonly protocol: Protocol | undefined;
  /** Who asks there. */
  readonly purpose: Purpose;
  /** The paths that answer an HTTP probe, all others being errors; absent where that is open. */
  readonly paths?: readonly string[];
  /** What says so. */
  readonly on: Placed;
}

/** An address that a configuration sends to. */
export interface Called {
  /** As written. */
  readonly host: string;
  /** undefined where it cannot be known. */
  readonly port: number | undefined;
  /** undefined where nothing tells. */
  readonly protocol: Protocol | undefined;
  /** What says so, as messages call it: `proxy_pass`, `exporters.otlp.endpoint`. */
  readonly name: string;
  /** Host and port. */
  readonly on: Placed;
}

/** A mistake in a file by itself. */
export type Defect =
  /** What is named is not described: the collector's kinds, such as `exporter`, or Envoy's `cluster`. */
  | {
      readonly kind: 'undefined-component';
      readonly on: Placed;
      readonly what: string;
      readonly name: string;
      readonly known: readonly string[];
    }
  /** The program cannot read it. */
  | { readonly kind: 'unreadable'; readonly on: Placed; readonly why: string }
  /** A whole configuration where a part belongs, or the other way round. */
  | { readonly kind: 'misplaced'; readonly on: Placed; readonly isWhole: boolean; readonly at: string }
  /** A variable in a file that nothing fills in. */
  | { readonly kind: 'unrendered'; readonly on: Placed; readonly name: string }
  /** A variable of a template that nobody sets. */
  | { readonly kind: 'unset'; readonly on: Placed; readonly name: string }
  /** Logs that go to a file which nobody reads. */
  | { readonly kind: 'log-to-file'; readonly on: Placed; readonly path: string }
  /** A collector sends what it receives to itself again. */
  | { readonly kind: 'circle'; readonly on: Placed; readonly port: number; readonly receiver: Placed }
  /** A name in a cluster of Envoy that takes addresses alone. */
  | { readonly kind: 'static-name'; readonly on: Placed; readonly host: string; readonly cluster: string }
  /** All that is received is printed or dropped. */
  | { readonly kind: 'nowhere'; readonly on: Placed; readonly exporters: readonly string[] };

/** What a container's configuration says. */
export interface Configuration {
  /** The ports that it opens. */
  readonly opened: readonly OpenedPort[];
  /** Whether those are all, so that another one is surely closed. */
  readonly isComplete: boolean;
  /** Where it sends to. */
  readonly called: readonly Called[];
  /** What is wrong with it by itself. */
  readonly defects: readonly Defect[];
  /** The files that it was read from, each with how it gets into the container. */
  readonly files: readonly ConfigFile[];
}

/** A file with the place that it has in a container. */
export interface ConfigFile {
  /** Absolute, in the container. */
  readonly at: string;
  /** What is read. */
  readonly source: SourceText;
  /** How it gets there, for people: `COPY, line 3`. */
  readonly because: string;
}

/** A variable of the container: undefined where nobody sets it, without a text where its value is hidden. */
export type VariableOf = (name: string) => { readonly text: string | undefined } | undefined;
