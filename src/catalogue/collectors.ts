import type { Background, Config, Listen, Product } from './product.ts';

const releases = 'https://github.com/open-telemetry/opentelemetry-collector-releases';
const changelog = 'https://github.com/open-telemetry/opentelemetry-collector/blob/main/CHANGELOG.md';
const healthCheck =
  'https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/extension/healthcheckextension';

const otlp: readonly Listen[] = [
  { port: 4317, protocol: 'otlp-grpc', purpose: 'data', inConfig: 'usual' },
  { port: 4318, protocol: 'otlp-http', purpose: 'data', inConfig: 'usual' },
];

// Without an endpoint of its own, the extension binds localhost from release 0.104 on.
const health: Listen = {
  port: 13133,
  protocol: 'http',
  purpose: 'health',
  reach: { since: '0.104.0', reach: 'loopback', before: 'all' },
  inConfig: 'usual',
  paths: ['/'],
};

const stockListens: readonly Listen[] = [
  ...otlp,
  health,
  { port: 8888, protocol: 'prometheus', purpose: 'metrics', reach: 'loopback', inConfig: 'stock' },
  { port: 1777, protocol: 'http', purpose: 'debug', inConfig: 'stock' },
  { port: 55679, protocol: 'http', purpose: 'debug', inConfig: 'stock' },
  { port: 14250, protocol: 'jaeger', purpose: 'data', inConfig: 'stock' },
  { port: 14268, protocol: 'jaeger', purpose: 'data', inConfig: 'stock' },
  { port: 6831, protocol: 'jaeger', purpose: 'data', udp: true, inConfig: 'stock' },
  { port: 6832, protocol: 'jaeger', purpose: 'data', udp: true, inConfig: 'stock' },
  { port: 9411, protocol: 'zipkin', purpose: 'data', inConfig: 'stock' },
];

// What a collector of someone's own configuration opens as a rule; its file decides.
const usualListens: readonly Listen[] = [
  ...otlp,
  { port: 13133, protocol: 'http', purpose: 'health', inConfig: 'usual', paths: ['/'] },
];

const batching: Background = {
  work: 'batches, queues and exports telemetry',
  source: 'https://github.com/GoogleCloudPlatform/opentelemetry-cloud-run/issues/11',
  confidence: 'source',
};

const configFlags: NonNullable<Config['from']> = ['--config', '--set'];

/** The configuration of the images that carry one: its only exporter is the one for debugging. */
function stockConfig(folder: string): Config {
  return {
    paths: [folder],
    main: `${folder}/config.yaml`,
    from: configFlags,
    stock: 'prints what it receives to its log and sends it nowhere',
  };
}

/** OpenTelemetry Collector and its distributions. */
export const collectors: readonly Product[] = [
  {
    id: 'otel-collector',
    name: 'OpenTelemetry Collector',
    role: 'monitoring-agent',
    images: [
      'docker.io/otel/opentelemetry-collector',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector',
    ],
    unmistakable: ['opentelemetry-collector*'],
    ambiguous: [
      'otelcol',
      'otelcol-contrib',
      'otelcollector',
      'otel-collector',
      'opentelemetry-sidecar',
      'otel-collector-sidecar',
    ],
    signals: {
      names: {
        collector: 0.6,
        'otel-collector': 0.6,
        otelcol: 0.6,
        'otel-collector-sidecar': 0.6,
        otelcollector: 0.6,
        'opentelemetry-collector': 0.6,
        otel: 0.6,
      },
      args: [
        { pattern: /^--config=\/etc\/otelcol/, weight: 0.9 },
        { pattern: /^--config=\/etc\/otel/, weight: 0.8 },
        { pattern: /^--config=(?:env|yaml):/, weight: 0.9 },
        { pattern: /^\/etc\/otelcol(?:-[a-z]+)?\//, weight: 0.8 },
      ],
      mounts: { '/etc/otelcol': 0.7, '/etc/otelcol-contrib': 0.7, '/etc/otel': 0.5 },
      probePorts: { 13133: 0.3 },
    },
    listens: stockListens,
    config: stockConfig('/etc/otelcol'),
    background: batching,
    order: 'before-app',
    sources: [`${releases}/tree/main/distributions`, changelog, healthCheck],
    confidence: 'source',
  },
  {
    id: 'otel-collector-contrib',
    name: 'OpenTelemetry Collector',
    role: 'monitoring-agent',
    images: [
      'docker.io/otel/opentelemetry-collector-contrib',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib',
    ],
    unmistakable: ['opentelemetry-collector-contrib'],
    listens: stockListens,
    config: stockConfig('/etc/otelcol-contrib'),
    background: batching,
    order: 'before-app',
    sources: [`${releases}/tree/main/distributions/otelcol-contrib`, changelog, healthCheck],
    confidence: 'source',
  },
  {
    id: 'otel-collector-bare',
    name: 'OpenTelemetry Collector (k8s, otlp)',
    role: 'monitoring-agent',
    images: [
      'docker.io/otel/opentelemetry-collector-k8s',
      'docker.io/otel/opentelemetry-collector-otlp',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s',
      'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-otlp',
    ],
    unmistakable: ['opentelemetry-collector-k8s', 'opentelemetry-collector-otlp'],
    listens: usualListens,
    config: { from: configFlags, required: true },
    background: batching,
    order: 'before-app',
    wrongStarts: [
      {
        when: 'lacks',
        noneOf: ['--config'],
        becomes: 'exits at once, since its image carries no configuration',
        instead: 'Mount a configuration and name it with "--config"',
      },
    ],
    sources: [`${releases}/tree/main/distributions`],
    confidence: 'source',
  },
  {
    id: 'otelcol-google',
    name: 'Google-Built OpenTelemetry Collector',
    role: 'monitoring-agent',
    images: ['us-docker.pkg.dev/cloud-ops-agents-artifacts/google-cloud-opentelemetry-collector/otelcol-google'],
    unmistakable: ['otelcol-google'],
    signals: {
      mounts: { '/etc/otelcol-google': 0.7 },
      args: [{ pattern: /^--config=\/etc\/otelcol-google/, weight: 0.95 }],
    },
    listens: stockListens,
    config: stockConfig('/etc/otelcol-google'),
    background: batching,
    order: 'before-app',
    sources: [
      'https://cloud.google.com/stackdriver/docs/instrumentation/opentelemetry-collector-cloud-run',
      'https://github.com/GoogleCloudPlatform/opentelemetry-operations-collector',
    ],
    confidence: 'source',
  },
  {
    id: 'adot-collector',
    name: 'AWS Distro for OpenTelemetry',
    role: 'monitoring-agent',
    images: ['public.ecr.aws/aws-observability/aws-otel-collector', 'docker.io/amazon/aws-otel-collector'],
    unmistakable: ['aws-otel-collector'],
    signals: { env: { AOT_CONFIG_CONTENT: 0.9 } },
    // Its releases have numbers of their own, so that "since" tells nothing here.
    listens: [
      ...otlp,
      { ...health, reach: 'unknown' },
      { port: 2000, protocol: 'xray', purpose: 'data', udp: true, inConfig: 'stock' },
    ],
    moreListeners: true,
    config: { paths: ['/etc/otel-config.yaml'], from: [...configFlags, 'AOT_CONFIG_CONTENT'] },
    background: batching,
    order: 'before-app',
    sources: ['https://github.com/aws-observability/aws-otel-collector/blob/main/config.yaml'],
    confidence: 'source',
  },
  {
    id: 'splunk-otel-collector',
    name: 'Splunk Distribution of OpenTelemetry Collector',
    role: 'monitoring-agent',
    images: ['quay.io/signalfx/splunk-otel-collector'],
    unmistakable: ['splunk-otel-collector'],
    signals: { env: { SPLUNK_ACCESS_TOKEN: 0.3, 'SPLUNK_CONFIG*': 0.9 } },
    listens: [
      ...otlp.map((listen) => ({ ...listen, hostFrom: ['SPLUNK_LISTEN_INTERFACE'] })),
      {
        port: 13133,
        protocol: 'http',
        purpose: 'health',
        inConfig: 'usual',
        hostFrom: ['SPLUNK_LISTEN_INTERFACE'],
        paths: ['/'],
      },
      { port: 9411, protocol: 'zipkin', purpose: 'data', inConfig: 'stock', hostFrom: ['SPLUNK_LISTEN_INTERFACE'] },
      { port: 14250, protocol: 'jaeger', purpose: 'data', inConfig: 'stock', hostFrom: ['SPLUNK_LISTEN_INTERFACE'] },
      { port: 14268, protocol: 'jaeger', purpose: 'data', inConfig: 'stock', hostFrom: ['SPLUNK_LISTEN_INTERFACE'] },
    ],
    moreListeners: true,
    config: {
      paths: ['/etc/otel/collector'],
      from: [...configFlags, 'SPLUNK_CONFIG', 'SPLUNK_CONFIG_YAML'],
    },
    requires: [
      {
        anyOf: ['SPLUNK_ACCESS_TOKEN'],
        otherwise: 'it exits at start',
        unlessConfigured: true,
        confidence: 'source',
      },
      {
        anyOf: ['SPLUNK_REALM', 'SPLUNK_API_URL', 'SPLUNK_INGEST_URL'],
        otherwise: 'it exits at start',
        unlessConfigured: true,
        confidence: 'source',
      },
    ],
    background: batching,
    order: 'before-app',
    ownNames: ['SPLUNK_HOSTNAME'],
    sources: ['https://github.com/signalfx/splunk-otel-collector'],
    confidence: 'source',
  },
  {
    id: 'dynatrace-otel-collector',
    name: 'Dynatrace OpenTelemetry Collector',
    role: 'monitoring-agent',
    images: [
      'ghcr.io/dynatrace/dynatrace-otel-collector/dynatrace-otel-collector',
      'public.ecr.aws/dynatrace/dynatrace-otel-collector',
      'docker.io/dynatrace/dynatrace-otel-collector',
    ],
    unmistakable: ['dynatrace-otel-collector'],
    listens: usualListens,
    config: { paths: ['/etc/otelcol'], main: '/etc/otelcol/config.yaml', from: configFlags, required: true },
    background: batching,
    order: 'before-app',
    sources: ['https://github.com/Dynatrace/dynatrace-otel-collector'],
    confidence: 'source',
  },
  {
    id: 'nrdot-collector',
    name: 'New Relic Distribution of OpenTelemetry',
    role: 'monitoring-agent',
    images: ['docker.io/newrelic/nrdot-collector'],
    unmistakable: ['nrdot-collector'],
    signals: {
      names: { nrdot: 0.6, 'nrdot-collector': 0.75, newrelic: 0.6, 'new-relic': 0.6 },
      mounts: { '/etc/nrdot-collector': 0.7 },
    },
    listens: usualListens,
    moreListeners: true,
    config: { paths: ['/etc/nrdot-collector'], from: configFlags },
    requires: [
      {
        anyOf: ['NEW_RELIC_LICENSE_KEY'],
        otherwise: 'New Relic refuses what it sends',
        unlessConfigured: true,
        confidence: 'source',
      },
    ],
    background: batching,
    order: 'before-app',
    // On this container the variable names where it exports to, not where it listens.
    upstream: { from: ['OTEL_EXPORTER_OTLP_ENDPOINT'] },
    sources: ['https://github.com/newrelic/nrdot-collector-releases'],
    confidence: 'source',
  },
  {
    id: 'nrdot-collector-old',
    name: 'New Relic Distribution of OpenTelemetry (host, k8s)',
    role: 'monitoring-agent',
    images: [
      'docker.io/newrelic/nrdot-collector-host',
      'docker.io/newrelic/nrdot-collector-k8s',
      'docker.io/newrelic/nr-otel-collector',
    ],
    unmistakable: ['nrdot-collector-host', 'nrdot-collector-k8s', 'nr-otel-collector'],
    listens: usualListens,
    moreListeners: true,
    config: { from: configFlags },
    background: batching,
    order: 'before-app',
    endOfLife: {
      successor: 'newrelic/nrdot-collector',
      source: 'https://github.com/newrelic/nrdot-collector-releases',
    },
    sources: ['https://github.com/newrelic/nrdot-collector-releases'],
    confidence: 'source',
  },
];
