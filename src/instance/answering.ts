import type { Protocol } from '../catalogue/product.ts';
import { probePorts } from '../catalogue/tables.ts';
import type { Dial } from './dials.ts';
import type { Listener } from './listener.ts';
import { receiversOff } from './meant.ts';
import type { Member } from './member.ts';

/** Protocols that many programs speak, on ports of their own choice. */
const common: ReadonlySet<Protocol | undefined> = new Set(['http', 'https', 'grpc', 'tcp', undefined]);

/**
 * Whether a container may answer a call that meets no listener, for all that the file tells. It may not where all its
 * ports are known, where it lacks what would speak that protocol, or where it is the team's own and says by a setting or
 * a probe on which other port it serves.
 */
export function mayAnswer(member: Member, dial: Dial): boolean {
  if (member.listenersKnown || lacksReceiver(member, dial.protocol)) return false;
  return !servesElsewhere(member, dial);
}

/** Whether a product speaks the protocol only once it is told to, and is not. */
function lacksReceiver(member: Member, protocol: Protocol | undefined): boolean {
  return protocol !== undefined && !common.has(protocol) && receiversOff(member, [protocol]).length > 0;
}

/**
 * What serves HTTP on the port that it is told may serve gRPC or others on a second one, so that only a call whose
 * protocol is known, and is none of these, counts.
 */
function servesElsewhere(member: Member, { port, protocol }: Dial): boolean {
  if (member.product || member.container.isIngress || port === undefined) return false;
  if (protocol === undefined || protocol === 'grpc' || protocol === 'tcp' || mayServe(member, port)) return false;
  // A placeholder may be any product, and a product's usual port for probes is not where it serves.
  if (member.image?.path.every((part) => part === undefined) ?? true) return false;
  return member.listeners.some(
    (listener) => listener.source === 'setting' || (listener.source === 'probe' && !isUsuallyProbed(listener)),
  );
}

const usuallyProbed: ReadonlySet<string> = new Set(probePorts.map(([port]) => port));

function isUsuallyProbed({ port }: Listener): boolean {
  return usuallyProbed.has(String(port));
}

/** Whether a container may open a port that no listener names: its texts name the port, or hold what we cannot see. */
export function mayServe({ beside, container, settings }: Member, port: number): boolean {
  if (settings.mayHideSome || beside?.names(port)) return true;
  const named = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return container.texts.some(({ text, unknown }) => unknown || named.test(text ?? ''));
}

/**
 * The port that the file gives an application by a setting, in place of one that is called; undefined where it may serve
 * that, too.
 */
export function portInsteadOf(called: number, member: Member): Listener | undefined {
  if ((member.role !== 'application' && member.role !== 'unknown') || mayServe(member, called)) return undefined;
  return member.listeners.find(({ source, port }) => source === 'setting' && port !== undefined);
}
