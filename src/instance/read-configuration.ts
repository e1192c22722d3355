import type { Called, OpenedPort } from '../beside/facts.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';

/** The ports that a configuration beside the manifest opens. */
export function configuredListeners(member: Member): readonly Listener[] {
  return member.beside?.configuration?.opened.map((opened) => asListener(member, opened)) ?? [];
}

function asListener(member: Member, { paths, ...opened }: OpenedPort): Listener {
  const { port, protocol = 'tcp', purpose, udp } = opened;
  const listen = {
    ...(port !== undefined && { port }),
    protocol,
    purpose,
    ...(paths && { paths, onlyPaths: true as const }),
  };
  return { ...opened, member, udp: udp ?? false, listen, source: 'file', certainty: 'certain' };
}

/** What a configuration beside the manifest sends to, as dials have it. */
export function configuredDials({ beside }: Member) {
  return (beside?.configuration?.called ?? []).map(({ on, ...called }: Called) => {
    return { ...called, on, hostOn: on, source: 'file' as const, certainty: 'certain' as const };
  });
}
