import type { Protocol } from '../../catalogue/product.ts';
import { parsePort } from '../../model/address.ts';
import type { Defect } from '../facts.ts';
import { entriesOf, type Open } from '../open-yaml.ts';
import { boundBy } from './address.ts';
import { type Components, typeOf } from './components.ts';
import type { Collector, Gathered } from './configuration.ts';

const protocols: Readonly<Record<string, Protocol>> = {
  otlp: 'otlp-grpc',
  otlp_grpc: 'otlp-grpc',
  otlphttp: 'otlp-http',
  otlp_http: 'otlp-http',
  zipkin: 'zipkin',
  jaeger: 'jaeger',
};

/** Exporters that show or drop what they get: https://github.com/open-telemetry/opentelemetry-collector/tree/main/exporter */
const idle = /^(?:debug|logging|nop)$/;

/** Where exporters that some pipeline uses send to, and whether all of them only show what they get. */
export function* exportersOf(components: Components, collector: Collector, into: Gathered): Generator<Defect> {
  const used = components.used('exporter');
  for (const [name, exporter] of used) {
    const type = typeOf(name);
    if (type === 'prometheus') {
      into.opened.push({ ...boundBy(exporter, 8889, collector), protocol: 'prometheus', purpose: 'metrics' });
      continue;
    }
    for (const [key, endpoint] of entriesOf(exporter)) {
      if (key !== 'endpoint' && !key.endsWith('_endpoint')) continue;
      call(`exporters.${name}.${key}`, endpoint, protocols[type], collector, into);
    }
  }
  const [first] = used;
  const isKnown = components.references.every(
    ({ kinds, name }) => !kinds.includes('exporter') || used.some(([one]) => one === name),
  );
  if (first && isKnown && used.every(([name]) => idle.test(typeOf(name)))) {
    const on = components.references.find(({ kinds }) => kinds.includes('exporter'))!.on;
    yield { kind: 'nowhere', on, exporters: used.map(([name]) => name) };
  }
}

function call(
  name: string,
  endpoint: Open,
  protocol: Protocol | undefined,
  { fill }: Collector,
  { called }: Gathered,
): void {
  const text = fill(endpoint) ?? '';
  const [, scheme, host, port] = /^(?:([a-z]+):\/\/)?(\[[^\]]*\]|[\w.-]+)(?::(\d{1,5}))?(?:\/.*)?$/.exec(text) ?? [];
  if (host === undefined) return;
  const usual = scheme === 'http' ? 80 : scheme === 'https' ? 443 : undefined;
  called.push({ host, port: port === undefined ? usual : parsePort(port), protocol, name, on: endpoint });
}
