import type { Certainty } from '../catalogue/certainty.ts';
import type { Protocol } from '../catalogue/product.ts';
import { libraries, ownNames } from '../catalogue/tables.ts';
import { type Address, isLoopback, parseAddresses, parsePort } from '../model/address.ts';
import type { Placed } from '../tree/field.ts';
import { defaultPorts, libraryOf, portNameOf } from './host-variables.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';
import { configuredDials } from './read-configuration.ts';
import { means } from './variable-names.ts';

/** An address within the instance that a container is told to call. */
export interface Dial {
  /** The container that calls. */
  readonly member: Member;
  /** `localhost`, a loopback address, or a single label: a container's name, or nothing's. */
  readonly host: string;
  /** undefined where none is said and none is usual. */
  readonly port: number | undefined;
  /** False for TCP, and where nothing tells. */
  readonly udp: boolean;
  /** undefined where nothing tells what is spoken. */
  readonly protocol: Protocol | undefined;
  /** The variable or flag that says so. */
  readonly name: string;
  /** Where the file says so: the port's place where host and port are apart. */
  readonly on: Placed;
  /** Where the host stands. */
  readonly hostOn: Placed;
  /** The container that it means; undefined where none is known to listen there. */
  readonly target: Member | undefined;
  /** The listener that it meets; undefined where none is known. */
  readonly listener: Listener | undefined;
  /**
   * What kind of thing says so: a variable or argument, nothing but the product, or its configuration, which lies beside
   * the manifest.
   */
  readonly source: 'setting' | 'default' | 'file';
  /** How certain it is that the container calls this. */
  readonly certainty: Certainty;
}

type Found = Pick<Dial, 'host' | 'port' | 'protocol' | 'name' | 'on' | 'hostOn' | 'certainty'> & {
  readonly udp?: boolean;
  readonly source?: Dial['source'];
};

/** What a container's variables and arguments tell it to call within the instance. */
export function readDials(member: Member): readonly Dial[] {
  const configured = configuredDials(member);
  const set = [...fromVariables(member), ...fromImage(member), ...fromArguments(member), ...fromProduct(member)];
  // A template that a variable fills in says who is called; the variable says it once more.
  const isRepeated = ({ host, port }: Found): boolean =>
    configured.some((dial) => dial.host === host && dial.port === port);
  return [...set.filter((dial) => !isRepeated(dial)), ...configured]
    .filter(({ host }) => isLoopback(host) || /^[a-z][a-z0-9-]*$/i.test(host))
    .map((dial) => resolve(member, dial));
}

function resolve(member: Member, found: Found): Dial {
  const { instance } = member;
  const { udp = false, source = 'setting' } = found;
  const listener = found.port === undefined ? undefined : instance.listenerAt(found.host, found.port, udp, member);
  const target = isLoopback(found.host) ? listener?.member : instance.named(found.host);
  return { ...found, member, udp, source, target, listener };
}

function* fromVariables(member: Member): Generator<Found> {
  const own = ownListenVariables(member);
  for (const variable of member.container.env) {
    const { name } = variable;
    const value = variable.field.get('value');
    const text = value.text;
    if (name === undefined || text === undefined || text === '' || !mayBeAddress(name, text)) continue;
    if (variable.isFromSecret) continue;
    if (own.has(name) || ownNames.includes(name) || means(name, 'bind', 'own', 'allowed', 'label')) continue;
    const addresses = parseAddresses(text);
    if (addresses.length > 0) {
      for (const address of addresses) yield asFound(address, name, value);
      continue;
    }
    yield* hostAndPort(member, name, text, value);
  }
  yield* portsAlone(member);
}

/** Addresses in the variables that the image sets and the file does not. */
function* fromImage(member: Member): Generator<Found> {
  const own = ownListenVariables(member);
  for (const [name, { value, on }] of member.beside?.build.env ?? []) {
    if (value === undefined || value !== on.text || member.container.variable(name) || !mayBeAddress(name, value))
      continue;
    if (own.has(name) || ownNames.includes(name) || means(name, 'bind', 'own', 'perhaps-own', 'allowed', 'label'))
      continue;
    const addresses = parseAddresses(value);
    for (const address of addresses) yield asFound(address, name, on);
    if (addresses.length === 0) yield* hostAndPort(member, name, value, on);
  }
}

/** Whether a text can be an address of any form, so that most values are told by one look. */
function mayBeAddress(name: string, text: string): boolean {
  return /[:=(]/.test(text) || means(name, 'host');
}

function asFound(address: Address, name: string, value: { part(start: number, end: number): Placed }): Found {
  const on = value.part(address.start, address.end);
  const protocol = protocolByName(name, address.protocol);
  return { host: address.host, port: address.port, protocol, name, on, hostOn: on, certainty: 'certain' };
}

/** The variable's name may say more than the scheme: an OTLP endpoint is a plain http URL. */
function protocolByName(name: string, protocol: Protocol | undefined): Protocol | undefined {
  return libraryOf(name)?.protocol ?? protocol;
}

function* hostAndPort(member: Member, name: string, text: string, on: Placed): Generator<Found> {
  const [, host = '', port] = /^(\[::1\]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host === '') return;
  const isHere = isLoopback(host) || member.instance.named(host) !== undefined;
  if (port !== undefined) {
    if (!isHere && !means(name, 'address')) return;
    yield {
      host,
      port: parsePort(port),
      protocol: protocolByName(name, undefined),
      name,
      on,
      hostOn: on,
      certainty: 'certain',
    };
    return;
  }
  if (!means(name, 'host') || /^\d+$/.test(host)) return;
  const usual = defaultPorts(name);
  const portName = portNameOf(name);
  const given = portName === undefined ? undefined : member.settings.given(portName);
  if (given) {
    yield {
      host,
      port: given.value === undefined ? undefined : parsePort(given.value),
      ...usual.kind,
      name: given.name,
      on: given.on,
      hostOn: on,
      certainty: 'certain',
    };
  } else {
    yield {
      host,
      port: usual.port,
      ...usual.kind,
      name,
      on,
      hostOn: on,
      certainty: usual.port === undefined || usual.isDocumented ? 'certain' : 'likely',
    };
  }
}

/** Some libraries call localhost unless told otherwise, so that a port alone says enough. */
function* portsAlone(member: Member): Generator<Found> {
  if (member.role === 'monitoring-agent') return;
  for (const { portFrom: name, hostFrom, urlFrom, protocol, udp = false } of libraries) {
    const variable = member.container.variable(name);
    if (!variable?.isSet || [...hostFrom, ...urlFrom].some((other) => member.container.variable(other)?.isSet))
      continue;
    const port = parsePort(variable.value ?? '');
    if (port === undefined) continue;
    const { place: on } = variable;
    yield { host: 'localhost', port, protocol, udp, name, on, hostOn: on, certainty: 'certain' };
  }
}

function* fromArguments(member: Member): Generator<Found> {
  if (member.connections.length > 0) return;
  const own = new Set(
    (member.product?.listens ?? []).flatMap((listen) => [...(listen.listenFrom ?? []), ...(listen.hostFrom ?? [])]),
  );
  let flag = '';
  for (const word of member.words) {
    const equals = word.text.startsWith('-') ? word.text.indexOf('=') : -1;
    const name = word.text.startsWith('-') ? (equals < 0 ? word.text : word.text.slice(0, equals)) : flag;
    flag = word.text.startsWith('-') && equals < 0 ? word.text : '';
    if (word.text === name || name === '' || own.has(name) || means(name, 'bind')) continue;
    const offset = equals + 1;
    const text = word.text.slice(offset);
    for (const address of parseAddresses(text)) {
      const on = word.part(offset + address.start, offset + address.end);
      const { host, port, protocol } = address;
      yield { host, port, protocol, name, on, hostOn: on, certainty: 'certain' };
    }
    const [, host, port] = /^(localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})$/.exec(text) ?? [];
    if (host !== undefined && port !== undefined) {
      const on = word.part(offset);
      yield { host, port: parsePort(port), protocol: undefined, name, on, hostOn: on, certainty: 'certain' };
    }
  }
}

/** What a product calls without being told, and ports that it is told apart from the host. */
function* fromProduct(member: Member): Generator<Found> {
  const { product, settings } = member;
  const upstream = product?.upstream;
  if (!product || !upstream) return;
  const { protocol } = upstream;
  const port = settings.first(upstream.portFrom);
  if (port && upstream.from.length === 0) {
    const number = parsePort(port.value ?? '');
    if (number === undefined) return;
    yield {
      host: 'localhost',
      port: number,
      protocol,
      name: port.name,
      on: port.on,
      hostOn: port.on,
      certainty: 'certain',
    };
    return;
  }
  if (upstream.port === undefined || settings.first(upstream.from) || settings.mayHideSome) return;
  if (product.config && (member.config === 'own' || member.config === 'read')) return;
  const certainty = member.match.stock && !upstream.overruled ? member.certainty : 'likely';
  yield {
    host: 'localhost',
    port: upstream.port,
    protocol,
    name: product.name,
    on: member.place,
    hostOn: member.place,
    source: 'default',
    certainty,
  };
}

/** Variables by which this very container is told what to bind. */
function ownListenVariables(member: Member): ReadonlySet<string> {
  const names = (member.product?.listens ?? []).flatMap((listen) => [
    ...(listen.listenFrom ?? []),
    ...(listen.hostFrom ?? []),
    ...(listen.portFrom ?? []),
  ]);
  return new Set(names.filter((name) => !name.startsWith('-')));
}
