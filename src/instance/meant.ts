import { isDatabaseProxy, type Protocol, type Setting } from '../catalogue/product.ts';
import type { Dial } from './dials.ts';
import type { Member } from './member.ts';
import { means } from './variable-names.ts';

/** Whether a call is one to a database, by what it speaks or by the name of its variable. */
export function isForDatabase({ name, protocol }: Dial): boolean {
  if (protocol !== undefined) return protocol === 'postgres' || protocol === 'mysql' || protocol === 'sqlserver';
  return means(name, 'sql') && !means(name, 'no-sql');
}

/** How the configuration of a collector calls what the collector sends of itself. */
const ownTelemetry = 'service.telemetry';

/** What an agent has to speak to be the one that the call is for; [] where the call is for no agent. */
export function telemetryOf({ name, protocol, source }: Dial): readonly Protocol[] {
  if (source === 'file' && name === ownTelemetry) return ['otlp-grpc', 'otlp-http'];
  if (protocol === 'datadog-apm' || protocol === 'dogstatsd') return [protocol];
  return name.startsWith('OTEL_EXPORTER_OTLP_') ? ['otlp-grpc', 'otlp-http'] : [];
}

/**
 * The containers that a call can only be meant for, whether or not they listen there: the database proxies of a call
 * to a database, the agents that speak what a telemetry library is told to send. Certain ones alone.
 */
export function meantFor(dial: Dial): readonly Member[] {
  const { members } = dial.member.instance;
  // A collector may send what it knows of itself through its own pipelines.
  const others = members.filter((member) => member.isCertain && (member !== dial.member || dial.name === ownTelemetry));
  if (isForDatabase(dial)) return others.filter(({ role }) => isDatabaseProxy(role));
  const spoken = telemetryOf(dial);
  if (spoken.length === 0) return [];
  const agents = others.filter(({ role }) => !isDatabaseProxy(role));
  const taking = agents.filter(({ listeners }) => {
    return listeners.some(({ protocol, certainty }) => speaks(spoken, protocol) && certainty === 'certain');
  });
  return taking.length > 0 ? taking : agents.filter((agent) => receiversOff(agent, spoken).length > 0);
}

/** The settings that an unchanged agent lacks to take what is spoken, such as Datadog's for OTLP; [] where it does. */
export function receiversOff({ config, product, settings }: Member, spoken: readonly Protocol[]): readonly Setting[] {
  if (config !== 'stock' || settings.mayHideSome) return [];
  const receivers = product?.listens?.filter(({ protocol }) => spoken.includes(protocol)) ?? [];
  const isOff = receivers.every(({ listenFrom, port }) => port === undefined && !settings.first(listenFrom));
  return isOff ? receivers.flatMap(({ listenFrom = [] }) => listenFrom.slice(0, 1)) : [];
}

/** Whether one of these is spoken; false where nothing tells what is. */
export function speaks(spoken: readonly Protocol[], protocol: Protocol | undefined): boolean {
  return protocol !== undefined && spoken.includes(protocol);
}
