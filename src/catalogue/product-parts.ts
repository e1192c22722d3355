import type { Protocol } from './product.ts';

/** How the libraries that send to a product are told where it is, in an application's own variables. */
export interface Library {
  /** What the library speaks. */
  readonly protocol: Protocol;
  /** Absent for TCP. */
  readonly udp?: true;
  /** Where it sends unless it is told otherwise: this port of localhost. */
  readonly port: number;
  /** Variables that hold the host alone. */
  readonly hostFrom: readonly string[];
  /** Variables that hold a URL. */
  readonly urlFrom: readonly string[];
  /** The variable that holds the port alone. */
  readonly portFrom: string;
}

/** A program of the product's makers that starts an application, with an agent in the same container. */
export interface Wrapper {
  /** The last component of its path. */
  readonly program: string;
  /** Whose it is, as messages say it: "Datadog". */
  readonly maker: string;
}

/** Where a shipper of logs finds the files that it reads. */
export interface LogFiles {
  /** Settings that hold the path. */
  readonly from?: readonly string[];
  /** An input among the arguments, each with properties behind it: `-i tail -p path=/logs/shop.log`. */
  readonly input?: {
    /** The input that reads files. */
    readonly plugin: string;
    /** Flags that name an input. */
    readonly flags: readonly string[];
    /** Flags that name another plugin, so that the properties behind it are none of the input's. */
    readonly others: readonly string[];
    /** Flags that give a property, as `NAME=VALUE`. */
    readonly properties: readonly string[];
    /** The property that holds the path. */
    readonly property: string;
  };
}

/** The folder of the sockets that a database proxy serves. */
export interface Sockets {
  /** Settings that hold it. */
  readonly folder: readonly string[];
  /** True if there are sockets whenever the folder is given, and a port besides. */
  readonly always?: true;
}
