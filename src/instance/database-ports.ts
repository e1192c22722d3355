import { settingsOfFlag } from '../catalogue/connectors.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';
import type { Given } from './settings.ts';

/** What a database proxy serves to applications. */
export interface Served {
  /** Every port that it may open, the usual ones of databases among them where the database alone decides. */
  readonly ports: ReadonlySet<number>;
  /** The first data port; undefined where it serves only sockets. */
  readonly first: Listener | undefined;
  /** What tells it to serve sockets; undefined where nothing does. */
  readonly sockets: Given | undefined;
}

/** What Cloud SQL's proxy opens where nothing but the database tells: MySQL, Postgres and SQL Server. */
const databasePorts = [3306, 5432, 1433];

/** All that a database proxy serves; undefined where some of it cannot be known. */
export function servedBy(member: Member): Served | undefined {
  const { config, connector, isSeen, product, settings } = member;
  if (product?.moreListeners || settings.mayHideSome || config === 'own') return undefined;
  const data = member.listeners.filter(({ purpose, source }) => purpose === 'data' && source !== 'probe');
  // The default of an image of someone's own may be another.
  if (!isSeen && data.some(({ source }) => source === 'default')) return undefined;
  const sockets = connector && settings.first(settingsOfFlag(connector, 'unix-socket'));
  if (data.length === 0 && !sockets) return undefined;
  const isKnown = ({ certainty, port, source }: Listener): boolean =>
    certainty === 'certain' && (port !== undefined || source === 'default');
  return data.every(isKnown) ? { ports: new Set(portsOf(data)), first: data[0], sockets } : undefined;
}

function portsOf(listeners: readonly Listener[]): readonly number[] {
  const unknown = listeners.filter(({ port }) => port === undefined).length;
  // Of several instances of one kind of database, each takes the port after the last one's.
  const usual = databasePorts.flatMap((first) => Array.from({ length: unknown }, (_, index) => first + index));
  return [...listeners.flatMap(({ port }) => port ?? []), ...usual];
}
