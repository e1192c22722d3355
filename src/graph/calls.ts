import type { Protocol } from '../catalogue/product.ts';
import type { Dial } from '../instance/dials.ts';
import type { Instance } from '../instance/instance.ts';
import type { Member } from '../instance/member.ts';
import { isLoopback } from '../model/address.ts';
import { baseName } from '../text/path.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import { drawn, textAt } from './as-written.ts';
import type { Builder, Node } from './builder.ts';
import type { Places } from './marks.ts';

/** Draws who calls whom within the instance, and what the proxies connect to beyond it. */
export function drawCalls(instance: Instance, nodes: readonly Node[], builder: Builder, places: Places): void {
  const nodeOf = new Map(instance.members.map((member) => [member, nodes[member.container.index]!]));
  for (const member of instance.members) {
    for (const dial of member.dials) {
      // What a container says of its own port is no arrow.
      if (dial.target === member) continue;
      const target = dial.target ? nodeOf.get(dial.target)! : missingTarget(dial, instance, builder);
      const edge = builder.edge('dial', nodeOf.get(member)!, target, dialLabel(dial));
      if (isOwnPlace(dial.on, member)) continue;
      places.claimSpan(dial.on, edge);
      places.claimSpan(dial.hostOn, edge);
    }
    drawConnections(member, nodeOf.get(member)!, builder, places);
  }
}

/** A default of the product is pointed at by the container's image, where other findings sit too. */
function isOwnPlace({ span }: Dial['on'], { place }: Member): boolean {
  return span.start === place.span.start && span.end === place.span.end;
}

function missingTarget({ host, port }: Dial, instance: Instance, builder: Builder): Node {
  if (!isLoopback(host)) {
    const note = instance.namesKnown ? 'no such container' : 'no known container';
    return builder.node('missing', `host ${host}`, () => ({ label: drawn(host), notes: [note] }));
  }
  const note = port === undefined ? 'unknown port' : 'no known listener';
  return builder.node('missing', `port ${port}`, () => ({ label: '?', notes: [note] }));
}

/** Says more than that it is a connection or a call. */
const generic: ReadonlySet<Protocol | undefined> = new Set(['http', 'https', 'grpc', 'tcp', undefined]);

function dialLabel({ port, udp, protocol, listener, on, source }: Dial): string {
  const written = port === undefined ? textAt(on) : '';
  const number = port ?? (hasPlaceholder(written) ? written : '?');
  const spoken = generic.has(protocol) ? (listener?.protocol ?? protocol) : protocol;
  // A call that stands in another file is looked for there.
  const file = source === 'file' ? ` (${baseName(on.source.path)})` : '';
  return drawn(`:${number}${udp ? '/udp' : ''} ${spoken ?? ''}${file}`);
}

function drawConnections(member: Member, node: Node, builder: Builder, places: Places): void {
  for (const { instance, on } of member.connections) {
    const name = instance ?? textAt(on);
    const notes = [member.product?.database ?? 'database'];
    const remote = builder.node('remote', name, () => ({ label: shortInstance(name), notes }));
    places.claimSpan(on, builder.edge('dial', node, remote));
  }
}

/** The end of a name is what tells instances apart: of a URI's, from the cluster on. Settings behind a `?` are no name. */
function shortInstance(name: string): string {
  return drawn(name.replace(/^projects\/[^/]+\/locations\/[^/]+\//, '').replace(/\?[a-z-]+=.*/s, ''));
}
