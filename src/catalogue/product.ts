import type { Confidence } from './certainty.ts';
import type { Library, LogFiles, Sockets, Wrapper } from './product-parts.ts';

/** The part a container plays in an instance. `application` is also what no product is known to be; `unknown` is none. */
export type Role =
  | 'application'
  | 'reverse-proxy'
  | 'api-gateway'
  | 'auth-proxy'
  | 'mesh-proxy'
  | 'database-proxy'
  | 'connection-pooler'
  | 'monitoring-agent'
  | 'metrics-scraper'
  | 'log-shipper'
  | 'policy-engine'
  | 'secrets-agent'
  | 'runtime'
  | 'tunnel'
  | 'cache'
  | 'database'
  | 'model-server'
  | 'tool'
  | 'debug-tool'
  | 'unknown';

/** What is spoken on a port. */
export type Protocol =
  | 'http'
  | 'https'
  | 'grpc'
  | 'tcp'
  | 'socks5'
  | 'otlp-grpc'
  | 'otlp-http'
  | 'datadog-apm'
  | 'dogstatsd'
  | 'statsd'
  | 'zipkin'
  | 'jaeger'
  | 'xray'
  | 'fluent-forward'
  | 'syslog'
  | 'prometheus'
  | 'postgres'
  | 'mysql'
  | 'sqlserver'
  | 'mongodb'
  | 'redis'
  | 'memcached'
  | 'clamd'
  | 'ext-authz'
  | 'xds';

/** What a port is for. */
export type Purpose = 'data' | 'health' | 'admin' | 'metrics' | 'debug';

/** Which callers reach a listener: `all` is 0.0.0.0 or [::]; Cloud Run's probes and requests never come over `loopback`. */
export type Reach = 'all' | 'loopback';

/**
 * One way to give a product a setting: a flag among its args (`--port`, `-p`) or the name of an environment
 * variable (`DD_HEALTH_PORT`). With `=VALUE` behind it, only that value counts (`TS_ENABLE_HEALTH_CHECK=true`); a `*` at
 * the end stands for any rest of the name; with a dot in front it is the ending of an argument (`.conf`).
 */
export type Setting = string;

/** A port that a product opens, with what moves it. */
export interface Listen {
  /** The port of an unchanged image; absent where there is none until a setting names one. */
  readonly port?: number;
  /** What is spoken there, as far as it is one of these. */
  readonly protocol: Protocol;
  /** Who asks there: callers with data, probes, operators, scrapers or debuggers. */
  readonly purpose: Purpose;
  /** Absent for TCP. */
  readonly udp?: true;
  /** `all` unless said otherwise; a product that changed its mind in a release says both. */
  readonly reach?: Reach | 'unknown' | { readonly since: string; readonly reach: Reach; readonly before: Reach };
  /** Settings that hold a port number. */
  readonly portFrom?: readonly Setting[];
  /** Settings that hold a host or address to bind. */
  readonly hostFrom?: readonly Setting[];
  /** Settings that hold both, such as `0.0.0.0:4180` or `:8080`. */
  readonly listenFrom?: readonly Setting[];
  /** Reached by all callers, whatever `reach` says, if one of these is given. */
  readonly allWith?: readonly Setting[];
  /** Off unless one of these is given. */
  readonly onlyWith?: readonly Setting[];
  /** Off if one of these is given. */
  readonly offWith?: readonly Setting[];
  /** Only in variants of the image whose tag ends so. */
  readonly tagEnding?: string;
  /** Not in variants of the image whose tag ends so. */
  readonly unlessTagEnding?: string;
  /** A configuration file says so. `usual`: most others say the same; `stock`: the one in the makers' image alone. */
  readonly inConfig?: 'usual' | 'stock';
  /** Paths that answer an HTTP probe. */
  readonly paths?: readonly string[];
  /** True if every other path is answered with an error. */
  readonly onlyPaths?: true;
  /** How many seconds the answer takes by design; a probe has to wait longer. */
  readonly answersAfter?: number;
}

/** Something that the product does not work without. */
export interface Requirement {
  /** One of these has to be given. */
  readonly anyOf: readonly Setting[];
  /** What happens without, as a clause: "it exits at start". */
  readonly otherwise: string;
  /** Not required if one of these is given. */
  readonly unless?: readonly Setting[];
  /** Not required where the product reads a configuration of the user's own. */
  readonly unlessConfigured?: true;
  /** Not required of the container that takes the requests, for Cloud Run sets it there. */
  readonly unlessIngress?: true;
  /** Not required where another container may listen on this port, which it calls otherwise. */
  readonly unlessServed?: number;
  /** Only `source` makes a finding. */
  readonly confidence: Confidence;
}

/** Where the product reads its configuration. */
export interface Config {
  /** Absolute paths of files or folders that it reads by default. */
  readonly paths?: readonly string[];
  /** Absolute path of the file that it reads first, where others are read only if this one says so. */
  readonly main?: string;
  /** Settings that name another file, or hold the configuration itself. */
  readonly from?: readonly Setting[];
  /** True: the image carries none, and the product does not start (or do anything) without one. */
  readonly required?: true;
  /** True: the image carries none, and the product works without one. */
  readonly optional?: true;
  /** What the image's own configuration does that nobody wants in production, as a clause: "prints what it receives". */
  readonly stock?: string;
  /** Folders of which it reads the files with this ending alone. */
  readonly reads?: Readonly<Record<string, string>>;
  /** A folder of templates that it fills in at the start and one for the results, unless a setting names others. */
  readonly renders?: { readonly from: string; readonly into: string; readonly unless: Setting };
}

/** Work that goes on while no request is being handled. */
export interface Background {
  /** What it does then, as a clause without a subject: "flushes traces and metrics every 3 seconds". */
  readonly work: string;
  /** Settings that make it work within requests instead. */
  readonly synchronousWith?: readonly Setting[];
  /** The release that brought these settings, as a tag of the image: "2.11.0"; absent where all releases have them. */
  readonly synchronousSince?: string;
  /** A public link to where the fact comes from. */
  readonly source: string;
  /** How well the fact is known. */
  readonly confidence: Confidence;
}

/** A way to start the image that makes it something else than the sidecar it should be. */
export interface WrongStart {
  /**
   * `args`: any argument is given. `no-command`: the file gives no command. `lacks`: command and args hold nothing of
   * `noneOf`. `program`: the command begins with one of `programs`. `detached`: command or args begin with `program` and
   * hold nothing of `noneOf`, and the main configuration, which could say the same, is the image's.
   */
  readonly when: 'args' | 'no-command' | 'lacks' | 'program' | 'detached';
  /** For `detached`: what the command line begins with. */
  readonly program?: string;
  /** For `lacks`: arguments. For `detached`: pieces of text. */
  readonly noneOf?: readonly string[];
  /** For `program`: what the command begins with, as it is written. */
  readonly programs?: readonly string[];
  /** For `lacks`: true if it only counts where args are given at all, because the image's own args are right. */
  readonly onlyWithArgs?: true;
  /** What happens then, as a clause without a subject: "prints its version and exits". */
  readonly becomes: string;
  /** What to write instead, as a sentence without its period. */
  readonly instead: string;
}

/** Where a product sends what it receives. */
export interface Upstream {
  /** Settings that hold a URL, `host:port` or a port. */
  readonly from: readonly Setting[];
  /** Settings for the port, where `from` holds the host alone. */
  readonly portFrom?: readonly Setting[];
  /** Port on localhost without any setting. */
  readonly port?: number;
  /** True: a description that the file does not show, such as that of an API, may send requests elsewhere. */
  readonly overruled?: true;
  /** What is spoken with the upstream; absent where that is open. */
  readonly protocol?: Protocol;
}

/** What tells the product where the image does not. Weights from 0 to 1; see `match.ts` for how they combine. */
export interface Signals {
  /** Container names, lower case. */
  readonly names?: Readonly<Record<string, number>>;
  /** Environment variables: a whole name, or a prefix that ends in `*`. */
  readonly env?: Readonly<Record<string, number>>;
  /** Patterns over single args, anchored and without nested repetition. */
  readonly args?: readonly { readonly pattern: RegExp; readonly weight: number; readonly sidecarOnly?: true }[];
  /** Mount paths; a mount at or below the path counts. */
  readonly mounts?: Readonly<Record<string, number>>;
  /** Ports that a probe asks. */
  readonly probePorts?: Readonly<Record<number, number>>;
}

/** Support that has ended. */
export interface EndOfLife {
  /** ISO date from which there are no fixes; absent where only "deprecated" is said. */
  readonly date?: string;
  /** True while there are still fixes, but nothing else. */
  readonly fixesOnly?: true;
  /** What its makers offer instead. */
  readonly successor: string;
  /** A public link to the announcement. */
  readonly source: string;
}

/** Everything known of one sidecar product. Plain data: `docs/contributing-a-product.md` shows how to add one. */
export interface Product {
  /** Kebab case, stable: configuration files name it. */
  readonly id: string;
  /** As its makers write it. */
  readonly name: string;
  /** What it does beside an application; rules ask for roles rather than for products. */
  readonly role: Role;
  /** Published references with host and without tag; the first is the one to recommend. */
  readonly images: readonly string[];
  /** Last path components that mean this product in any registry; a final `*` stands for any rest. */
  readonly unmistakable?: readonly string[];
  /** Last path components that people also give to images of their own: they need a second signal. */
  readonly ambiguous?: readonly string[];
  /** What gives it away where the image does not. */
  readonly signals?: Signals;
  /**
   * The programs of its image that make it this product, see `CommandLine.runsAnother`: a container that runs another one, such as a
   * client, is something else. Absent where the image holds no other that people run.
   */
  readonly programs?: readonly string[];
  /** Every port that it is known to open; absent where none is known. */
  readonly listens?: readonly Listen[];
  /** True if `listens` may be incomplete even for an unchanged image; `internal`: of ports that are not for requests. */
  readonly moreListeners?: true | 'internal';
  /** What it does not work without; absent where it starts with nothing given. */
  readonly requires?: readonly Requirement[];
  /** Variables for the application's library; on the product's own container they do nothing. */
  readonly libraryVariables?: readonly string[];
  /** Variables for the product; on the application's container alone they do nothing. */
  readonly ownVariables?: readonly string[];
  /** Absent where it reads no configuration file. */
  readonly config?: Config;
  /** Absent where it works within requests alone, or that is unknown. */
  readonly background?: Background;
  /** `before-app`: the application sends to it, so waits for it. `after-app`: it calls the application, so comes last. */
  readonly order?: 'before-app' | 'after-app';
  /** Absent where it sends nothing on within the instance, or where to is unknown. */
  readonly upstream?: Upstream;
  /** Ways to start it that make it something else. */
  readonly wrongStarts?: readonly WrongStart[];
  /**
   * Set if its image's start-up splits every argument at blanks, but for those of its images with these last components:
   * they have no shell to do it.
   */
  readonly splitsArguments?: { readonly unless: readonly string[] };
  /** Variables that hold more arguments for its program, in one text. */
  readonly argumentsFrom?: readonly string[];
  /** For what joins another network: switches that let other containers call addresses there without its proxy. */
  readonly directWith?: readonly Setting[];
  /** Settings that list database instances with the port of each: `NAME=tcp:5432,NAME=unix:/name`. */
  readonly instanceLists?: readonly Setting[];
  /** What stands behind it, for pictures: "Cloud SQL instance"; absent where it may be any database. */
  readonly database?: string;
  /** Settings that give it a key of a service account. */
  readonly credentials?: readonly Setting[];
  /** Absent where it serves ports alone. */
  readonly sockets?: Sockets;
  /** The log files that it reads; absent where it reads none, or that is left to its configuration. */
  readonly logFiles?: LogFiles;
  /** The libraries that send to it, and how they are told where it is. */
  readonly libraries?: readonly Library[];
  /** Variables that hold the name under which it, or its library, reports; nobody calls that. */
  readonly ownNames?: readonly string[];
  /** A program that starts an application with this product inside. */
  readonly wrapper?: Wrapper;
  /** True if it is what service meshes are made of, whatever else it can be. */
  readonly mayBeMesh?: true;
  /** Absent while its makers support it. */
  readonly endOfLife?: EndOfLife;
  /** Public links to where the facts come from. */
  readonly sources: readonly string[];
  /** How well the entry as a whole is known. */
  readonly confidence: Confidence;
}

/** What there is to know of a product once a container is known to be it. Plain data without patterns. */
export type RecognisedProduct = Omit<
  Product,
  'images' | 'unmistakable' | 'ambiguous' | 'signals' | 'sources' | 'libraries' | 'ownNames'
> & {
  /** A page about it: the first of its sources. */
  readonly page: string;
};

const monitoringRoles: ReadonlySet<Role> = new Set(['monitoring-agent', 'metrics-scraper', 'log-shipper']);

/** True for roles that carry telemetry: agents, collectors, scrapers and log shippers. */
export function isMonitoring(role: Role): boolean {
  return monitoringRoles.has(role);
}

const databaseProxyRoles: ReadonlySet<Role> = new Set(['database-proxy', 'connection-pooler']);

/** True for what stands between an application and its database: connectors' proxies and poolers. */
export function isDatabaseProxy(role: Role): boolean {
  return databaseProxyRoles.has(role);
}

const frontProxyRoles: ReadonlySet<Role> = new Set(['reverse-proxy', 'api-gateway', 'auth-proxy']);

/** True for what takes requests in front of an application. */
export function isFrontProxy(role: Role): boolean {
  return frontProxyRoles.has(role);
}

const helperRoles: ReadonlySet<Role> = new Set([
  ...monitoringRoles,
  ...databaseProxyRoles,
  'mesh-proxy',
  'policy-engine',
  'secrets-agent',
  'tunnel',
  'cache',
  'database',
]);

/** True for what serves other containers of its instance, and has no use for requests from outside. */
export function isHelper(role: Role): boolean {
  return helperRoles.has(role);
}
