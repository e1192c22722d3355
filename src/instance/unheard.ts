import { isLoopback } from './address.ts';
import type { Dial } from './dials.ts';
import type { Instance } from './instance.ts';
import type { Listener } from './listener.ts';
import { meantFor, receiversOff, speaks, telemetryOf } from './meant.ts';
import type { Member } from './member.ts';

/** Telemetry that an application sends to a port on which the agent that it is meant for does not listen. */
export interface Unheard {
  /** The call that nobody takes; its port is known and certain. */
  readonly dial: Dial;
  /** The only agent that it can be meant for. */
  readonly agent: Member;
  /** Where the agent takes such data, by its default or its settings; [] where it takes none until it is told to. */
  readonly receivers: readonly Listener[];
  /** The settings that it lacks to take such data, where `receivers` are none. */
  readonly lacking: ReturnType<typeof receiversOff>;
}

/** The telemetry that is certain to reach no agent; nothing where another container may take it. */
export function* unheardTelemetry({ dials, members }: Instance): Generator<Unheard> {
  for (const dial of dials) {
    const { certainty, host, listener, member, port, target } = dial;
    // What wraps the application is an agent, too; "agent-beside-wrapper" speaks of it.
    if (listener || port === undefined || certainty !== 'certain' || member.wrapper) continue;
    if (!target && !isLoopback(host)) continue;
    const [agent, another] = meantFor(dial).filter((candidate) => !target || target === candidate);
    const spoken = telemetryOf(dial);
    if (!agent || another || spoken.length === 0) continue;
    // Another container, whose ports we cannot tell, may be the one that is meant.
    const others = members.filter((other) => other !== member && other !== agent);
    if (others.some((other) => !other.listenersKnown && other.role !== 'application')) continue;
    const receivers = agent.listeners.filter(({ protocol }) => speaks(spoken, protocol));
    if (receivers.some((receiver) => receiver.port === undefined || mayBeMoved(agent, receiver))) continue;
    yield { dial, agent, receivers, lacking: receivers.length > 0 ? [] : receiversOff(agent, spoken) };
  }
}

/** Whether a default may not hold: a configuration of the team's own, or an image of theirs, can say another port. */
function mayBeMoved({ config, match }: Member, { certainty, source }: Listener): boolean {
  return certainty !== 'certain' || (source === 'default' && (config === 'own' || !match.stock));
}
