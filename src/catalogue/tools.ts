import type { Product } from './product.ts';

const pcap = 'https://github.com/GoogleCloudPlatform/pcap-sidecar';

/** Images that hold Datadog's tracers, one a language, and one with all of them. */
const tracers = ['js', 'python', 'java', 'dotnet', 'ruby', 'php', 'composite'].map((name) => `dd-lib-${name}-init`);

/** Helpers that an application calls for one job: browsers, converters, scanners, and means of debugging. */
export const tools: readonly Product[] = [
  {
    id: 'browserless',
    name: 'Browserless',
    role: 'tool',
    images: [
      'ghcr.io/browserless/chromium',
      'ghcr.io/browserless/chrome',
      'ghcr.io/browserless/firefox',
      'ghcr.io/browserless/webkit',
      'ghcr.io/browserless/multi',
      'docker.io/browserless/chrome',
    ],
    unmistakable: ['browserless'],
    signals: { names: { browserless: 0.7 } },
    listens: [
      {
        port: 3000,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['PORT'],
        hostFrom: ['HOST'],
        paths: ['/pressure', '/active', '/json/version'],
      },
    ],
    order: 'before-app',
    sources: ['https://github.com/browserless/browserless/blob/main/src/config.ts'],
    confidence: 'source',
  },
  {
    id: 'gotenberg',
    name: 'Gotenberg',
    role: 'tool',
    images: ['docker.io/gotenberg/gotenberg', 'docker.io/thecodingmachine/gotenberg'],
    unmistakable: ['gotenberg'],
    signals: { names: { gotenberg: 0.7 } },
    listens: [
      {
        port: 3000,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['--api-port', 'API_PORT'],
        hostFrom: ['--api-bind-ip'],
        offWith: ['--api-port-from-env', 'API_PORT_FROM_ENV'],
        unlessTagEnding: '-cloudrun',
        paths: ['/health'],
      },
      {
        protocol: 'http',
        purpose: 'data',
        portFrom: ['PORT'],
        onlyWith: ['--api-port-from-env=PORT', 'API_PORT_FROM_ENV=PORT'],
        unlessTagEnding: '-cloudrun',
        paths: ['/health'],
      },
      // This variant reads PORT unless it is told otherwise.
      { protocol: 'http', purpose: 'data', portFrom: ['PORT'], tagEnding: '-cloudrun', paths: ['/health'] },
    ],
    order: 'before-app',
    sources: [
      'https://gotenberg.dev/docs/configuration',
      'https://github.com/gotenberg/gotenberg/blob/main/build/Dockerfile.cloudrun',
    ],
    confidence: 'source',
  },
  {
    // What `datadog-ci cloud-run instrument --tracing inject` adds: it copies the tracer into a volume that the
    // application mounts, answers a probe from then on, and does nothing more.
    id: 'datadog-tracer',
    name: 'Datadog tracer',
    role: 'tool',
    images: tracers.map((name) => `gcr.io/datadoghq/${name}`),
    unmistakable: tracers,
    signals: { names: { 'datadog-tracer': 0.7 }, probePorts: { 18999: 0.5 } },
    listens: [{ port: 18999, protocol: 'tcp', purpose: 'health' }],
    moreListeners: true,
    order: 'before-app',
    sources: ['https://github.com/DataDog/datadog-ci', 'https://www.npmjs.com/package/@datadog/datadog-ci'],
    confidence: 'source',
  },
  {
    id: 'clamav',
    name: 'ClamAV',
    role: 'tool',
    images: ['docker.io/clamav/clamav', 'docker.io/clamav/clamav-debian'],
    unmistakable: ['clamav', 'clamav-debian'],
    signals: {
      names: { clamav: 0.7, clamd: 0.7 },
      env: { 'CLAMAV_NO_*': 0.9, CLAMD_STARTUP_TIMEOUT: 0.9 },
      probePorts: { 3310: 0.5 },
    },
    listens: [
      { port: 3310, protocol: 'clamd', purpose: 'data', offWith: ['CLAMAV_NO_CLAMD=true'], inConfig: 'usual' },
      { port: 7357, protocol: 'tcp', purpose: 'data', onlyWith: ['CLAMAV_NO_MILTERD=false'], inConfig: 'usual' },
    ],
    config: { paths: ['/etc/clamav'] },
    background: {
      work: 'updates its signatures',
      synchronousWith: ['CLAMAV_NO_FRESHCLAMD=true'],
      source: 'https://docs.clamav.net/manual/Installing/Docker.html',
      confidence: 'secondary',
    },
    order: 'before-app',
    sources: ['https://docs.clamav.net/manual/Installing/Docker.html', 'https://github.com/Cisco-Talos/clamav-docker'],
    confidence: 'source',
  },
  {
    id: 'pcap-sidecar',
    name: 'pcap sidecar',
    role: 'debug-tool',
    images: ['us-central1-docker.pkg.dev/pcap-sidecar/pcap-sidecar/pcap-sidecar'],
    unmistakable: ['pcap-sidecar'],
    signals: { names: { 'pcap-sidecar': 0.7, tcpdump: 0.5 }, env: { PCAP_L4_PROTOS: 0.9, PCAP_GCS_BUCKET: 0.9 } },
    listens: [{ port: 12345, protocol: 'tcp', purpose: 'health', portFrom: ['PCAP_HC_PORT'] }],
    order: 'before-app',
    sources: [pcap],
    confidence: 'source',
  },
];
