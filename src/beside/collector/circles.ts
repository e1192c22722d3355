import { isLoopback } from '../../model/address.ts';
import type { Defect, OpenedPort } from '../facts.ts';
import type { Components } from './components.ts';
import type { Gathered } from './configuration.ts';

/**
 * What a pipeline sends to a receiver of its own. Two pipelines that are tied together by a port are no circle, so that
 * both have to stand in the same one.
 */
export function* circles({ pipelines }: Components, { called, opened }: Gathered): Generator<Defect> {
  for (const { host, name, on, port } of called) {
    const exporter = /^exporters\.(.*)\.endpoint$/.exec(name)?.[1];
    const taken = opened.find((one) => one.port === port && one.udp === undefined && one.purpose === 'data');
    if (exporter === undefined || port === undefined || !taken || !isLoopback(host)) continue;
    const receiver = receiverOf(taken);
    const isCircle = pipelines.some(({ receivers, exporters }) => {
      return exporters.includes(exporter) && receivers.some((one) => one === receiver);
    });
    if (isCircle) yield { kind: 'circle', on, port, receiver: taken.on };
  }
}

/** The name of the receiver that opens a port; undefined where something else does. */
function receiverOf({ on }: OpenedPort): string | undefined {
  const [section, name] = on.path;
  return section === 'receivers' ? String(name) : undefined;
}
