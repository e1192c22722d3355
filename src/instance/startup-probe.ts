import { fieldName, say, setting, type Text } from '../text/say.ts';
import type { Member } from './member.ts';

/**
 * What to write for a container that lacks a startup probe: with a port that it certainly opens over TCP for more than
 * localhost; for a database connector with its health checks, which it then needs; or else without a port.
 */
export function startupProbeFor({ connector, label, listeners, settings }: Member): Text {
  const open = listeners.filter(({ certainty, port, reach, udp }) => {
    return certainty === 'certain' && port !== undefined && reach === 'all' && !udp;
  });
  const listener = open.find(({ purpose }) => purpose === 'health') ?? open[0];
  if (listener)
    return say`Write ${setting('startupProbe', `{ tcpSocket: { port: ${listener.port} } }`)} in "${label}".`;
  if (connector && !settings.mayHideSome) {
    return say`Add "--health-check" and "--http-address=0.0.0.0" to "${label}", and write ${setting('startupProbe', '{ httpGet: { path: /startup, port: 9090 } }')}.`;
  }
  return say`Write a ${fieldName('startupProbe')} in "${label}" with a port that it opens on all interfaces.`;
}

/** What else to write for a container that another is to wait for; undefined where it has a startup probe. */
export function probeToWaitFor(member: Member): Text | undefined {
  return member.container.startupProbe.exists ? undefined : startupProbeFor(member);
}
