import type { Protocol, Reach } from '../catalogue/product.ts';
import { pushAll } from '../group-by.ts';

/** A host and a port in a text, with where they stand in it. */
export interface Address {
  /** As written, brackets of an IPv6 address included. */
  readonly host: string;
  /** undefined where the text names none. */
  readonly port: number | undefined;
  /** The stretch of the text that holds both; the port alone where they stand apart. */
  readonly start: number;
  /** Just behind that stretch. */
  readonly end: number;
  /** What the text says is spoken there. */
  readonly protocol?: Protocol;
}

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]', 'ip6-localhost']);

/** Whether the host is the instance itself. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host.toLowerCase()) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** A port as text; undefined for what is none. */
export function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text.trim())) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** What a server is told to bind: `:8080`, `0.0.0.0:8080`, `[::]:8080`, `localhost`, `http://127.0.0.1:4180`, `8080`. */
export function parseBind(text: string): { readonly reach: Reach | undefined; readonly port: number | undefined } {
  const bare = text
    .trim()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/,\s].*$/s, '');
  const alone = parsePort(bare);
  if (alone !== undefined) return { reach: undefined, port: alone };
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(bare) ?? [undefined, bare];
  return { reach: reachOf(host), port: parsePort(port) };
}

/** Who reaches a listener bound to this host; undefined for an address of some interface, or a name. */
export function reachOf(host: string): Reach | undefined {
  if (host === '' || host === '*' || host === '0.0.0.0' || host === '::' || host === '[::]') return 'all';
  return isLoopback(host) ? 'loopback' : undefined;
}

interface Scheme {
  readonly protocol?: Protocol;
  readonly port?: number;
}

const schemes: Readonly<Record<string, Scheme>> = {
  http: { protocol: 'http', port: 80 },
  https: { protocol: 'https', port: 443 },
  ws: { protocol: 'http', port: 80 },
  wss: { protocol: 'https', port: 443 },
  grpc: { protocol: 'grpc' },
  grpcs: { protocol: 'grpc' },
  postgres: { protocol: 'postgres', port: 5432 },
  postgresql: { protocol: 'postgres', port: 5432 },
  pgsql: { protocol: 'postgres', port: 5432 },
  mysql: { protocol: 'mysql', port: 3306 },
  mysql2: { protocol: 'mysql', port: 3306 },
  mariadb: { protocol: 'mysql', port: 3306 },
  sqlserver: { protocol: 'sqlserver', port: 1433 },
  mssql: { protocol: 'sqlserver', port: 1433 },
  mongodb: { protocol: 'mongodb', port: 27017 },
  redis: { protocol: 'redis', port: 6379 },
  rediss: { protocol: 'redis', port: 6379 },
  valkey: { protocol: 'redis', port: 6379 },
  memcached: { protocol: 'memcached', port: 11211 },
  amqp: { port: 5672 },
  amqps: { port: 5671 },
  bolt: { port: 7687 },
  neo4j: { port: 7687 },
  nats: { port: 4222 },
  socks5: { protocol: 'socks5', port: 1080 },
  socks5h: { protocol: 'socks5', port: 1080 },
  tcp: { protocol: 'tcp' },
  udp: {},
  dns: {},
};

/**
 * The addresses in a value of one of the usual forms: URLs (several hosts and `jdbc:` included), Go's MySQL names,
 * libpq and ADO key-value lists. [] for anything else. Placeholders elsewhere in the text do no harm.
 */
export function parseAddresses(text: string): readonly Address[] {
  const url = /^(?:jdbc:)?([a-z][a-z0-9]*)(?:\+[a-z0-9_]+)?:\/\//i.exec(text);
  if (url) return parseUrl(text, url[0].length, (url[1] ?? '').toLowerCase());
  const mysql = /(?:^|@)tcp\(([^()\s]*)\)/.exec(text);
  if (mysql) {
    const at = mysql.index + mysql[0].indexOf('(') + 1;
    return one(text, at, at + (mysql[1] ?? '').length, { protocol: 'mysql', port: 3306 });
  }
  return parsePairs(text);
}

function parseUrl(text: string, start: number, name: string): readonly Address[] {
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!scheme) return [];
  const pathAt = text.slice(start).search(/[/?#;]/);
  const end = pathAt < 0 ? text.length : start + pathAt;
  let from = Math.max(start, text.lastIndexOf('@', end - 1) + 1);
  const found: Address[] = [];
  for (const part of text.slice(from, end).split(',')) {
    pushAll(found, one(text, from, from + part.length, scheme));
    from += part.length + 1;
  }
  return found;
}

/** One `host[:port]` between two offsets; [] where it is none or holds a placeholder. */
function one(text: string, start: number, end: number, scheme: Scheme): readonly Address[] {
  const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text.slice(start, end)) ?? [];
  if (host === undefined) return [];
  const { protocol } = scheme;
  return [
    {
      host,
      port: port === undefined ? scheme.port : parsePort(port),
      start,
      end,
      ...(protocol && { protocol }),
    },
  ];
}

const hostKey =
  /(?:^|[\s;])(?:host|server|data source|addr|address)\s*=\s*(?:tcp:)?([A-Za-z0-9._-]+)(?:[,:](\d{1,5}))?(?=[\s;]|$)/i;
const portKey = /(?:^|[\s;])port\s*=\s*(\d{1,5})(?=[\s;]|$)/i;

/** What stands beside the host where the pairs tell of a connection: `host=web` alone may be a label. */
const otherKey =
  /(?:^|[\s;])(?:port|user|user id|username|uid|password|pwd|db|dbname|database|initial catalog|sslmode)\s*=/i;

function parsePairs(text: string): readonly Address[] {
  const host = text.includes('=') && otherKey.test(text) ? hostKey.exec(text) : null;
  if (!host?.[1]) return [];
  const port = portKey.exec(text);
  const start = host.index + host[0].indexOf(host[1], host[0].indexOf('='));
  if (!port?.[1]) return [{ host: host[1], port: parsePort(host[2] ?? ''), start, end: host.index + host[0].length }];
  const end = port.index + port[0].length;
  return [{ host: host[1], port: parsePort(port[1]), start: end - port[1].length, end }];
}
