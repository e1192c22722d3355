import type { Reach } from '../../catalogue/product.ts';
import { parsePort, reachOf } from '../../model/address.ts';
import { below, type Open } from '../open-yaml.ts';
import type { Collector } from './configuration.ts';

/** Where a server of the collector listens. */
export interface Bound {
  /** undefined where it cannot be known. */
  readonly port: number | undefined;
  /** undefined where it is not known. */
  readonly reach: Reach | undefined;
  /** The endpoint, or what lacks it. */
  readonly on: Open;
}

/** The address in `endpoint`, or the usual one where there is none. */
export function boundBy(server: Open, usualPort: number, { bindsLocalhost, fill }: Collector): Bound {
  const endpoint = below(server, 'endpoint');
  if (!endpoint.exists || endpoint.isNull) {
    const reach = bindsLocalhost === undefined ? undefined : bindsLocalhost ? 'loopback' : 'all';
    return { port: server.isScalar && !server.isNull ? undefined : usualPort, reach, on: server };
  }
  const text = fill(endpoint);
  const [, host, port] = /^(?:\w+:\/\/)?(\[[^\]]*\]|[^:/]*):(\d+)\/?$/.exec(text ?? '') ?? [];
  if (host === undefined || port === undefined) return { port: undefined, reach: undefined, on: endpoint };
  return { port: parsePort(port), reach: reachOf(host), on: endpoint };
}
