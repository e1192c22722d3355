import type { Certainty } from '../catalogue/certainty.ts';
import type { Protocol } from '../catalogue/product.ts';
import type { EnvVar } from '../model/env.ts';
import type { Field, Placed } from '../yaml/field.ts';
import { type Address, isLoopback, parseAddresses, parsePort } from './address.ts';
import { defaultPorts, portNameOf } from './host-variables.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';

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
  /** How certain it is that the container calls this. */
  readonly certainty: Certainty;
}

type Found = Pick<Dial, 'host' | 'port' | 'protocol' | 'name' | 'on' | 'hostOn' | 'certainty'> & {
  readonly udp?: boolean;
};

/** What a container's variables and arguments tell it to call within the instance. */
export function readDials(member: Member): readonly Dial[] {
  const found = [...fromVariables(member), ...fromArguments(member), ...fromProduct(member)];
  return found
    .filter(({ host }) => isLoopback(host) || /^[a-z][a-z0-9-]*$/i.test(host))
    .map((dial) => resolve(member, dial));
}

function resolve(member: Member, found: Found): Dial {
  const { instance } = member;
  const udp = found.udp ?? false;
  const listener = found.port === undefined ? undefined : instance.listenerAt(found.host, found.port, udp, member);
  const target = isLoopback(found.host) ? listener?.member : instance.named(found.host);
  return { ...found, member, udp, target, listener };
}

/** Names under which a server is told what to bind; elsewhere the same words name a peer. */
const bindName =
  /(?:^|_)(?:BIND|LISTEN|LISTENER)(?:_|$)|^(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER_HOST|SERVER_ADDRESS|server__host)$/;

/** Names whose value is an address that others are to call, or are allowed to come from. */
const notCalled =
  /(?:^|_)(?:CORS|ORIGINS?|ALLOWED|TRUSTED|CSRF|CALLBACK|REDIRECT|REFERR?ERS?|ISSUER|AUDIENCE|PUBLIC|EXTERNAL|NEXTAUTH|SELF|SITE|VHOST|VIRTUAL|TAGS?|LABELS?|ATTRIBUTES)(?:_|$)/;

/** Names under which an agent is told what its own host is called, in reports or in a network of its own. */
const selfName = /^(?:DD|ELASTIC_APM|SPLUNK|TS)_HOSTNAME$/;

/** Names whose value is an address, so that a single label before a port is a host. */
const addressName = /(?:ADDR|ADDRESS|HOST|ENDPOINT|TARGET|SERVER|SERVERS|URL|URI|UPSTREAM|BACKEND|BROKERS|DSN|PROXY)$/;

function* fromVariables(member: Member): Generator<Found> {
  const own = ownListenVariables(member);
  for (const variable of member.container.env) {
    const { name } = variable;
    const value = variable.field.get('value');
    const text = value.text;
    if (name === undefined || text === undefined || text === '' || !mayBeAddress(name, text)) continue;
    if (variable.isFromSecret) continue;
    if (own.has(name) || bindName.test(name) || notCalled.test(name) || selfName.test(name)) continue;
    const addresses = parseAddresses(text);
    if (addresses.length > 0) {
      for (const address of addresses) yield asFound(address, name, value);
      continue;
    }
    yield* hostAndPort(member, variable, name, value, text);
  }
  yield* portsAlone(member);
}

/** Whether a text can be an address of any form, so that most values are told by one look. */
function mayBeAddress(name: string, text: string): boolean {
  return /[:=(]/.test(text) || hostName.test(name);
}

/** Names whose value is a host, the port being elsewhere or the usual one. */
const hostName = /(?<!(?:^|_)G)HOST(?:NAME)?$|_ADDR$|[_.]host$/;

function asFound(address: Address, name: string, value: Field<string>): Found {
  const on = value.part(address.start, address.end);
  const protocol = protocolByName(name, address.protocol);
  return { host: address.host, port: address.port, protocol, name, on, hostOn: on, certainty: 'certain' };
}

/** The variable's name may say more than the scheme: an OTLP endpoint is a plain http URL. */
function protocolByName(name: string, protocol: Protocol | undefined): Protocol | undefined {
  if (name.startsWith('DD_TRACE_AGENT')) return 'datadog-apm';
  if (name.includes('DOGSTATSD')) return 'dogstatsd';
  return protocol;
}

function* hostAndPort(
  member: Member,
  variable: EnvVar,
  name: string,
  value: Field<string>,
  text: string,
): Generator<Found> {
  const [, host = '', port] = /^(\[::1\]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host === '') return;
  const isHere = isLoopback(host) || member.instance.named(host) !== undefined;
  if (port !== undefined) {
    if (!isHere && !addressName.test(name)) return;
    yield {
      host,
      port: parsePort(port),
      protocol: protocolByName(name, undefined),
      name,
      on: value,
      hostOn: value,
      certainty: 'certain',
    };
    return;
  }
  if (!hostName.test(name) || /^\d+$/.test(host)) return;
  const usual = defaultPorts(name);
  const portName = portNameOf(name);
  const given = portName === undefined ? undefined : member.container.variable(portName);
  if (given?.isSet) {
    const stated = given.field.get('value').value;
    const number = stated === undefined ? undefined : parsePort(stated);
    yield {
      host,
      port: number,
      ...usual.kind,
      name: portName ?? name,
      on: given.place,
      hostOn: variable.place,
      certainty: 'certain',
    };
  } else {
    yield {
      host,
      port: usual.port,
      ...usual.kind,
      name,
      on: value,
      hostOn: value,
      certainty: usual.port === undefined || usual.isDocumented ? 'certain' : 'likely',
    };
  }
}

/** Datadog's libraries call localhost unless told otherwise, so a port alone says enough. */
const datadogPorts = [
  { name: 'DD_TRACE_AGENT_PORT', unless: ['DD_AGENT_HOST', 'DD_TRACE_AGENT_URL'], protocol: 'datadog-apm', udp: false },
  {
    name: 'DD_DOGSTATSD_PORT',
    unless: ['DD_AGENT_HOST', 'DD_DOGSTATSD_HOST', 'DD_DOGSTATSD_URL'],
    protocol: 'dogstatsd',
    udp: true,
  },
] as const;

function* portsAlone(member: Member): Generator<Found> {
  if (member.role === 'monitoring-agent') return;
  for (const { name, unless, protocol, udp } of datadogPorts) {
    const variable = member.container.variable(name);
    if (!variable?.isSet || unless.some((other) => member.container.variable(other)?.isSet)) continue;
    const port = parsePort(variable.value ?? '');
    if (port === undefined) continue;
    yield {
      host: 'localhost',
      port,
      protocol,
      udp,
      name,
      on: variable.place,
      hostOn: variable.place,
      certainty: 'certain',
    };
  }
}

const bindFlag = /listen|bind|addr(?:ess)?$|^--?(?:host|hostname|metrics|http)$/i;

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
    if (word.text === name || name === '' || own.has(name) || bindFlag.test(name)) continue;
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
  if (product.config && member.config === 'own') return;
  const certainty = member.match.stock && !upstream.overruled ? member.certainty : 'likely';
  yield {
    host: 'localhost',
    port: upstream.port,
    protocol,
    name: product.name,
    on: member.place,
    hostOn: member.place,
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
