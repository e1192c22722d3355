import { certaintyBy, weaker } from '../catalogue/certainty.ts';
import type { Listen, Reach } from '../catalogue/product.ts';
import { pushAll } from '../group-by.ts';
import { parseBind, parsePort, reachOf } from '../model/address.ts';
import { isOlder } from '../model/image-version.ts';
import type { Placed } from '../tree/field.ts';
import { connectionListeners } from './connections.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';
import { configuredListeners } from './read-configuration.ts';
import { serverCommandOf } from './server-command.ts';
import type { Given } from './settings.ts';
import { portSettings } from './variable-names.ts';

/** The ports that a container opens: what its product opens, then what the file says of it besides. */
export function readListeners(member: Member): readonly Listener[] {
  if (member.match.ports) return member.match.ports.map((port) => stated(member, port));
  const listeners = [...connectionListeners(member), ...serverListeners(member)];
  const configured = configuredListeners(member);
  pushAll(listeners, configured);
  for (const listen of member.product?.listens ?? []) {
    // What was read takes the place of what is usual.
    if (!listen.inConfig || !member.beside?.configuration) pushAll(listeners, readListen(member, listen));
  }
  if (knowsAll(member, listeners)) return listeners;
  const hints = [...readHints(member, listeners)];
  // What the file says takes the place of a guess.
  return [
    ...listeners.filter(
      (listener) => listener.certainty !== 'guess' || !hints.some((hint) => isSamePort(hint, listener)),
    ),
    ...hints,
  ];
}

/** Whether these are all the ports of the container. */
export function knowsAll(member: Member, listeners: readonly Listener[]): boolean {
  if (member.match.ports) return true;
  const { product } = member;
  const configuration = member.beside?.configuration;
  if (configuration) return configuration.isComplete && !member.settings.mayHideSome;
  if (!product?.listens || product.moreListeners || !member.isCertain || member.settings.mayHideSome) return false;
  if (member.config === 'own' || (member.config !== 'stock' && product.listens.some(({ inConfig }) => inConfig))) {
    return false;
  }
  return listeners.every(
    ({ port, certainty, reach, udp }) => port !== undefined && certainty === 'certain' && (reach !== undefined || udp),
  );
}

function isSamePort(one: Listener, other: Listener): boolean {
  return one.port === other.port && one.udp === other.udp;
}

/** What the team's configuration says. */
function stated(member: Member, port: number): Listener {
  return {
    member,
    port,
    udp: false,
    reach: undefined,
    protocol: undefined,
    purpose: 'data',
    on: member.place,
    source: 'configuration',
    certainty: 'certain',
  };
}

/** A web server of an application, told by the command line where to listen. */
function serverListeners(member: Member): readonly Listener[] {
  const server = member.product ? undefined : serverCommandOf(member);
  if (!server) return [];
  const { port, reach, on } = server;
  return [
    { member, port, reach, on, udp: false, protocol: 'http', purpose: 'data', source: 'setting', certainty: 'certain' },
  ];
}

function* readListen(member: Member, listen: Listen): Generator<Listener> {
  const { settings } = member;
  if (listen.offWith && settings.isOn(listen.offWith)) return;
  if (listen.onlyWith && !settings.isOn(listen.onlyWith)) return;
  if (isOfAnotherVariant(member, listen)) return;
  const both = settings.first(listen.listenFrom);
  // Some take a list of addresses: `0.0.0.0:8000, 0.0.0.0:8443 ssl`.
  const values = both?.value?.split(',').filter((value, index) => index === 0 || value.trim() !== '') ?? [undefined];
  for (const value of values) {
    const listener = readAddress(member, listen, both && { ...both, value });
    if (listener) yield listener;
  }
}

/** Whether the image is surely none of the variants that open this port. What a tag hides may be any of them. */
function isOfAnotherVariant({ image }: Member, { tagEnding, unlessTagEnding }: Listen): boolean {
  const tag = image?.tag ?? (image?.digest === undefined && !image?.unknown.has('tag') ? 'latest' : undefined);
  if (tag === undefined) return false;
  if (tagEnding !== undefined && !tag.endsWith(tagEnding)) return true;
  return unlessTagEnding !== undefined && tag.endsWith(unlessTagEnding);
}

/** The listener at one address; `both` is the setting that names host and port. */
function readAddress(member: Member, listen: Listen, both: Given | undefined): Listener | undefined {
  const { settings } = member;
  const port = settings.first(listen.portFrom);
  const host = settings.first(listen.hostFrom);
  const bind = both?.value === undefined ? undefined : parseBind(both.value);
  const injected = port ? undefined : injectedPort(member, listen);
  const given = both ?? port;
  const number = both
    ? both.value === undefined
      ? undefined
      : (bind?.port ?? listen.port)
    : port
      ? parsePort(port.value ?? '')
      : (injected?.port ?? listen.port);
  // A listener without a port of its own is there only if a setting names one.
  if (number === undefined && !given) return undefined;
  const isDefault = !given && !injected;
  const certain = !isDefault || !listen.inConfig || member.config === 'stock';
  // Of an unseen configuration, an ingress container's data port is the one that Cloud Run is told.
  if (!certain && (listen.inConfig === 'stock' || (member.container.isIngress && listen.purpose === 'data')))
    return undefined;
  return {
    member,
    port: number,
    udp: listen.udp ?? false,
    reach:
      certain || host
        ? readReach(member, listen, both ? bind : host && { reach: reachOf(host.value ?? '?') })
        : undefined,
    protocol: listen.protocol,
    purpose: listen.purpose,
    listen,
    on: given?.on ?? injected?.on ?? member.place,
    source: given ? 'setting' : injected ? 'port' : 'default',
    certainty: certain ? weaker(member.certainty, certaintyBy[member.product?.confidence ?? 'general']) : 'guess',
  };
}

/** Cloud Run puts the number of the container's port into PORT, on the ingress container alone. */
function injectedPort(
  member: Member,
  { portFrom }: Listen,
): { readonly port: number | undefined; readonly on: Placed } | undefined {
  const { container } = member;
  if (!container.isIngress || !portFrom?.includes('PORT')) return undefined;
  return { port: container.containerPort, on: portPlace(member) };
}

function readReach(
  member: Member,
  listen: Listen,
  bind: { readonly reach: Reach | undefined } | undefined,
): Reach | undefined {
  if (listen.allWith && member.settings.isOn(listen.allWith)) return 'all';
  // A setting that gives the port alone leaves the address as it was.
  if (bind?.reach !== undefined) return bind.reach;
  const given = member.settings.first([...(listen.listenFrom ?? []), ...(listen.hostFrom ?? [])]);
  if (given && (given.value === undefined || parsePort(given.value) === undefined)) return undefined;
  if (member.settings.mayHideSome) return undefined;
  const { reach = 'all' } = listen;
  if (reach === 'unknown') return undefined;
  if (typeof reach === 'string') return reach;
  const older = isOlder(member.image, reach.since);
  return older === undefined ? undefined : older ? reach.before : reach.reach;
}

/** What the file says of a container whose product is not known, or leaves it to a configuration. */
function* readHints(member: Member, known: readonly Listener[]): Generator<Listener> {
  const { container } = member;
  const seen = new Set(known.filter(({ certainty, udp }) => certainty !== 'guess' && !udp).map(({ port }) => port));
  const base = { member, udp: false, protocol: undefined, purpose: 'data' } as const;
  const { containerPort } = container;
  if (container.isIngress && containerPort !== undefined && !seen.has(containerPort)) {
    seen.add(containerPort);
    // The stock configuration decides, whatever Cloud Run is told.
    const isOverruled = member.config === 'stock' && known.some(({ purpose }) => purpose === 'data');
    const certainty = isOverruled ? 'guess' : 'certain';
    yield {
      ...base,
      port: containerPort,
      reach: 'all',
      protocol: 'http',
      on: portPlace(member),
      source: 'port',
      certainty,
    };
  }
  const port = container.isIngress ? undefined : member.settings.first(portSettings);
  const number = parsePort(port?.value ?? '');
  if (port && number !== undefined && !seen.has(number)) {
    seen.add(number);
    yield {
      ...base,
      port: number,
      reach: undefined,
      on: port.on,
      source: 'setting',
      certainty: member.product ? 'guess' : 'likely',
    };
  }
  for (const probe of container.probes) {
    const asked = probe.port.value;
    if (asked === undefined || seen.has(asked)) continue;
    seen.add(asked);
    const protocol = probe.handlers[0] === 'httpGet' ? 'http' : probe.handlers[0] === 'grpc' ? 'grpc' : undefined;
    yield { ...base, port: asked, reach: undefined, protocol, on: probe.port, source: 'probe', certainty: 'likely' };
  }
}

function portPlace(member: Member): Placed {
  return member.container.portPlace ?? member.place;
}
