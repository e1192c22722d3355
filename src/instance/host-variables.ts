import type { Protocol } from '../catalogue/product.ts';
import type { Library } from '../catalogue/product-parts.ts';
import { libraries } from '../catalogue/tables.ts';

/** What variables of one family usually mean where they name a host without a port. */
interface Usual {
  readonly port: number | undefined;
  /** Whether the makers of the library document the port as its default. */
  readonly isDocumented: boolean;
  readonly kind: { readonly protocol: Protocol | undefined; readonly udp?: boolean };
}

const families: readonly {
  readonly pattern: RegExp;
  readonly port?: number;
  readonly protocol?: Protocol;
  readonly udp?: true;
}[] = [
  { pattern: /^(?:PG|PGADAPTER_|POSTGRES(?:QL)?_)/, port: 5432, protocol: 'postgres' },
  { pattern: /^(?:MYSQL|MARIADB)_/, port: 3306, protocol: 'mysql' },
  { pattern: /^(?:REDIS|VALKEY)_/, port: 6379, protocol: 'redis' },
  { pattern: /^MEMCACHED?_/, port: 11211, protocol: 'memcached' },
  { pattern: /^MONGO(?:DB)?_/, port: 27017, protocol: 'mongodb' },
  { pattern: /^STATSD_/, port: 8125, protocol: 'statsd', udp: true },
  { pattern: /^CLAMD_/, port: 3310, protocol: 'clamd' },
  { pattern: /^FLUENT_/, port: 24224, protocol: 'fluent-forward' },
];

/** The library that reads this variable for a host or a URL; undefined where the catalogue knows none. */
export function libraryOf(name: string): Library | undefined {
  return libraries.find(({ hostFrom, urlFrom }) => hostFrom.includes(name) || urlFrom.includes(name));
}

/** The usual port and protocol of what a host variable names; neither where nothing is usual. */
export function defaultPorts(name: string): Usual {
  const library = libraryOf(name);
  const family = library ?? families.find(({ pattern }) => pattern.test(name));
  return {
    port: family?.port,
    isDocumented: library !== undefined,
    kind: { protocol: family?.protocol, ...(family?.udp && { udp: true }) },
  };
}

/** The variable that holds the port to this host variable: DB_HOST has DB_PORT, db__host db__port. */
export function portNameOf(name: string): string | undefined {
  if (name === 'INSTANCE_HOST') return 'DB_PORT';
  const library = libraryOf(name);
  if (library) return library.portFrom;
  const port = name.replace(/(?:HOST(?:NAME)?|ADDR)$/, 'PORT').replace(/host$/, 'port');
  return port === name ? undefined : port;
}
