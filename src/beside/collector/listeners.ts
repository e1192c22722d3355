import type { Protocol } from '../../catalogue/product.ts';
import { parsePort, reachOf } from '../../model/address.ts';
import { below, entriesOf, itemsOf, type Open } from '../open-yaml.ts';
import { boundBy } from './address.ts';
import { type Components, typeOf } from './components.ts';
import type { Collector, Gathered } from './configuration.ts';

/** Receivers that open a port of their own, where it is, and what they speak. */
const servers: Readonly<
  Record<string, { readonly port: number; readonly protocol: Protocol | undefined; readonly udp?: true }>
> = {
  zipkin: { port: 9411, protocol: 'zipkin' },
  statsd: { port: 8125, protocol: 'statsd', udp: true },
  datadog: { port: 8126, protocol: 'datadog-apm' },
  fluentforward: { port: 8006, protocol: 'fluent-forward' },
  awsxray: { port: 2000, protocol: 'xray', udp: true },
  opencensus: { port: 55678, protocol: 'grpc' },
};

/** Those that fetch what they receive, or read it from files. */
const clients: ReadonlySet<string> = new Set([
  'prometheus',
  'prometheus_simple',
  'hostmetrics',
  'filelog',
  'googlecloudpubsub',
  'googlecloudmonitoring',
  'kafka',
  'redis',
  'postgresql',
  'mysql',
  'nginx',
  'httpcheck',
  'docker_stats',
  'journald',
  'nop',
]);

const jaegerPorts: Readonly<Record<string, { readonly port: number; readonly udp?: true }>> = {
  grpc: { port: 14250 },
  thrift_http: { port: 14268 },
  thrift_compact: { port: 6831, udp: true },
  thrift_binary: { port: 6832, udp: true },
};

/** The ports of receivers that some pipeline uses, and what they fetch within the instance. */
export function receiversOf(components: Components, collector: Collector, into: Gathered): void {
  for (const [name, receiver] of components.used('receiver')) {
    const type = typeOf(name);
    const protocols = below(receiver, 'protocols');
    if (type === 'otlp') {
      for (const [key, protocol, port] of [
        ['grpc', 'otlp-grpc', 4317],
        ['http', 'otlp-http', 4318],
      ] as const) {
        const server = below(protocols, key);
        if (server.exists) into.opened.push({ ...boundBy(server, port, collector), protocol, purpose: 'data' });
      }
      if (protocols.isScalar || receiver.isScalar) into.isComplete = false;
    } else if (type === 'jaeger') {
      for (const [key, server] of entriesOf(protocols)) {
        const { port = 0, udp } = jaegerPorts[key] ?? {};
        if (port > 0)
          into.opened.push({
            ...boundBy(server, port, collector),
            ...(udp && { udp }),
            protocol: 'jaeger',
            purpose: 'data',
          });
      }
    } else if (Object.hasOwn(servers, type)) {
      const { port, protocol, udp } = servers[type]!;
      const isTcp = /^tcp/.test(below(receiver, 'transport').text ?? '');
      into.opened.push({
        ...boundBy(receiver, port, collector),
        ...(udp && !isTcp && { udp }),
        protocol,
        purpose: 'data',
      });
    } else if (type === 'prometheus') scraped(receiver, collector, into);
    else if (!clients.has(type)) into.isComplete = false;
  }
  // A connector hands on within the collector.
}

/** The targets of Prometheus: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#static_config */
function scraped(receiver: Open, { fill }: Collector, { called }: Gathered): void {
  for (const job of itemsOf(below(receiver, 'config', 'scrape_configs'))) {
    for (const group of itemsOf(below(job, 'static_configs'))) {
      for (const target of itemsOf(below(group, 'targets'))) {
        const [, host, port] = /^(\[[^\]]*\]|[\w.-]+):(\d{1,5})$/.exec(fill(target) ?? '') ?? [];
        if (host !== undefined)
          called.push({ host, port: parsePort(port ?? ''), protocol: 'http', name: 'targets', on: target });
      }
    }
  }
}

/** Extensions without a port. */
const silent =
  /^(?:bearertokenauth|basicauth|oauth2client|oidc|file_storage|db_storage|memory_limiter|memory_ballast|googleclientauth|sigv4auth|headers_setter|asapclient|[\w-]*encoding|ack|cgroupruntime|redis_storage)$/;

/** The ports of extensions that the service names. */
export function extensionsOf(components: Components, collector: Collector, into: Gathered): void {
  for (const [name, extension] of components.used('extension')) {
    const type = typeOf(name);
    if (type === 'health_check') {
      const path = below(extension, 'path');
      const asked = path.exists ? collector.fill(path) : '/';
      const paths = asked === undefined || asked === '/' ? undefined : [asked];
      into.opened.push({
        ...boundBy(extension, 13133, collector),
        protocol: 'http',
        purpose: 'health',
        ...(paths && { paths }),
      });
    } else if (type === 'zpages' || type === 'pprof') {
      const port = type === 'zpages' ? 55679 : 1777;
      into.opened.push({ ...boundBy(extension, port, collector), protocol: 'http', purpose: 'debug' });
    } else if (!silent.test(type)) into.isComplete = false;
  }
}

/** Its own metrics: https://opentelemetry.io/docs/collector/internal-telemetry/ */
export function telemetryOf(root: Open, { fill }: Collector, into: Gathered): void {
  const telemetry = below(root, 'service', 'telemetry');
  const metrics = below(telemetry, 'metrics');
  const readers = below(metrics, 'readers');
  if (telemetry.isScalar || metrics.isScalar || readers.isScalar) into.isComplete = false;
  for (const reader of itemsOf(readers)) {
    const prometheus = below(reader, 'pull', 'exporter', 'prometheus');
    const port = prometheus.exists ? parsePort(fill(below(prometheus, 'port')) ?? '') : undefined;
    const reach = reachOf(fill(below(prometheus, 'host')) ?? '?');
    if (prometheus.exists)
      into.opened.push({ port, reach, protocol: 'prometheus', purpose: 'metrics', on: below(prometheus, 'port') });
    const otlp = below(reader, 'periodic', 'exporter', 'otlp');
    const endpoint = below(otlp, 'endpoint');
    const protocol = /^http/.test(fill(below(otlp, 'protocol')) ?? '') ? 'otlp-http' : 'otlp-grpc';
    const [, host, asked] =
      /^(?:https?:\/\/)?(\[[^\]]*\]|[\w.-]+):(\d{1,5})(?:\/.*)?$/.exec(fill(endpoint) ?? '') ?? [];
    if (host !== undefined)
      into.called.push({ host, port: parsePort(asked ?? ''), protocol, name: 'service.telemetry', on: endpoint });
  }
  if (readers.exists || below(metrics, 'level').text === 'none') return;
  const address = below(metrics, 'address');
  const [, host, port] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(fill(address) ?? '') ?? [];
  const isGiven = address.exists && !address.isNull;
  into.opened.push({
    port: isGiven ? parsePort(port ?? '') : 8888,
    reach: isGiven && host !== undefined ? reachOf(host) : undefined,
    protocol: 'prometheus',
    purpose: 'metrics',
    on: isGiven ? address : root,
  });
}
