import { instanceOf } from '../instance/instance.ts';
import type { Listener } from '../instance/listener.ts';
import type { FieldAt } from './field-at.ts';

/** Which product a container is, what it does there and where it listens; undefined where the place is no image, or nothing is known of it. */
export function aboutImage({ workload, field }: FieldAt): string | undefined {
  const container = workload.containerAt(field.path);
  if (!container || field !== (container.field.get('image') as unknown)) return undefined;
  const member = instanceOf(workload).of(container);
  const { product } = member;
  if (!product) return undefined;
  const isCertain = member.isCertain ? '' : ' (probably)';
  const ports = member.listeners.map(describeListener);
  const needs = (product.requires ?? []).map(({ anyOf }) => anyOf.map((setting) => `\`${setting}\``).join(' or '));
  const { endOfLife } = product;
  return [
    `**${product.name}**${isCertain}: ${member.role.replaceAll('-', ' ')}`,
    ...(ports.length > 0 ? [`Listens on ${[...new Set(ports)].join(', ')}.`] : []),
    ...(needs.length > 0 ? [`Needs ${needs.join('; ')}.`] : []),
    ...(/^https:/.test(product.page) ? [`[About ${product.name}](${product.page})`] : []),
    ...(endOfLife ? [`Its support ends or has ended: see ${endOfLife.successor}.`] : []),
  ].join('\n\n');
}

function describeListener({ port, udp, protocol, purpose, reach }: Listener): string {
  const facts = [
    protocol,
    purpose === 'data' ? undefined : purpose,
    reach === 'loopback' ? 'this instance only' : undefined,
  ];
  const told = facts.filter((fact) => fact !== undefined).join(', ');
  return `${port ?? 'an unknown port'}${udp ? '/udp' : ''}${told === '' ? '' : ` (${told})`}`;
}
