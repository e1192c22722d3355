import { byLanguage, fieldName, nested, say, type Text } from '../text/say.ts';
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
  if (listener) return askPort(label, listener.port!);
  if (connector && !settings.mayHideSome) {
    return say`Add "--health-check" and "--http-address=0.0.0.0" to "${label}", and write ${nested(['startupProbe', 'httpGet'], { path: '/startup', port: 9090 })}.`;
  }
  return say`Write a ${fieldName('startupProbe')} in "${label}" with a port that it opens on all interfaces.`;
}

/** To write a startup probe that asks whether a port is open, as a sentence. */
export function askPort(label: string, port: number): Text {
  const probe = nested(['startupProbe', 'tcpSocket'], { port });
  return byLanguage({ yaml: say`Write ${probe} in "${label}".`, hcl: say`In "${label}", write ${probe}.` });
}

/** What else to write for a container that another is to wait for; undefined where it has a startup probe. */
export function probeToWaitFor(member: Member): Text | undefined {
  return member.container.startupProbe.exists ? undefined : startupProbeFor(member);
}
