import { say, setting, type Text } from '../text/say.ts';
import type { Member } from './member.ts';

/**
 * What to write for a container that lacks a startup probe. undefined where no port is known that Cloud Run can ask: one
 * that the container certainly opens over TCP, for more than localhost.
 */
export function startupProbeFor({ label, listeners }: Member): Text | undefined {
  const open = listeners.filter(({ certainty, port, reach, udp }) => {
    return certainty === 'certain' && port !== undefined && reach === 'all' && !udp;
  });
  const listener = open.find(({ purpose }) => purpose === 'health') ?? open[0];
  return listener && say`Write ${setting('startupProbe', `{ tcpSocket: { port: ${listener.port} } }`)} in "${label}".`;
}
