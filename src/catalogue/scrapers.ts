import type { Product } from './product.ts';

const gmp = 'https://github.com/GoogleCloudPlatform/run-gmp-sidecar';

/** Those that call the application for its metrics, so come after it. */
export const scrapers: readonly Product[] = [
  {
    id: 'gmp-sidecar',
    name: 'Managed Service for Prometheus sidecar',
    role: 'metrics-scraper',
    images: ['us-docker.pkg.dev/cloud-ops-agents-artifacts/cloud-run-gmp-sidecar/cloud-run-gmp-sidecar'],
    unmistakable: ['cloud-run-gmp-sidecar', 'run-gmp-sidecar'],
    signals: { names: { 'gmp-sidecar': 0.75, 'gmp-collector': 0.75 }, mounts: { '/etc/rungmp': 0.8 } },
    listens: [
      { port: 13133, protocol: 'http', purpose: 'health', paths: ['/liveness'], onlyPaths: true, answersAfter: 5 },
    ],
    config: { paths: ['/etc/rungmp'], main: '/etc/rungmp/config.yaml', from: ['GMP_CFG_SPEC'], optional: true },
    background: {
      work: 'scrapes and exports metrics',
      source: 'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
      confidence: 'source',
    },
    order: 'after-app',
    upstream: { from: ['GMP_SCRAPE_PORTS', 'GMP_CFG_SPEC'], port: 8080, protocol: 'prometheus' },
    sources: [
      'https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar',
      gmp,
      `${gmp}/blob/main/entrypoint.go`,
    ],
    confidence: 'source',
  },
  {
    id: 'prometheus',
    name: 'Prometheus',
    role: 'metrics-scraper',
    images: ['docker.io/prom/prometheus', 'quay.io/prometheus/prometheus'],
    ambiguous: ['prometheus'],
    signals: { names: { prometheus: 0.6 }, mounts: { '/etc/prometheus': 0.7 } },
    listens: [
      {
        port: 9090,
        protocol: 'http',
        purpose: 'admin',
        listenFrom: ['--web.listen-address'],
        paths: ['/-/ready', '/-/healthy'],
      },
    ],
    config: { paths: ['/etc/prometheus'], main: '/etc/prometheus/prometheus.yml', from: ['--config.file'] },
    background: {
      work: 'scrapes metrics on a schedule',
      source: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
      confidence: 'secondary',
    },
    order: 'after-app',
    wrongStarts: [
      {
        when: 'lacks',
        noneOf: ['--config.file', '--help', '--version'],
        onlyWithArgs: true,
        becomes: 'loses "--config.file" of its image and finds no configuration',
        instead: 'Add "--config.file" with the path of the configuration',
      },
    ],
    sources: ['https://github.com/prometheus/prometheus/blob/main/Dockerfile'],
    confidence: 'source',
  },
];
