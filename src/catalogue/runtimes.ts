import type { Product } from './product.ts';

/** Runtimes that an application calls for building blocks. */
export const runtimes: readonly Product[] = [
  {
    id: 'dapr',
    name: 'Dapr',
    role: 'runtime',
    images: ['docker.io/daprio/daprd', 'ghcr.io/dapr/daprd', 'docker.io/daprio/dapr'],
    unmistakable: ['daprd'],
    signals: { names: { daprd: 0.75, dapr: 0.6 }, args: [{ pattern: /^--?dapr-http-port/, weight: 0.9 }] },
    listens: [
      {
        port: 3500,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['--dapr-http-port', '-dapr-http-port'],
        hostFrom: ['--dapr-listen-addresses', '-dapr-listen-addresses'],
        paths: ['/v1.0/healthz', '/v1.0/healthz/outbound'],
      },
      { port: 50001, protocol: 'grpc', purpose: 'data', portFrom: ['--dapr-grpc-port', '-dapr-grpc-port'] },
      {
        port: 9090,
        protocol: 'prometheus',
        purpose: 'metrics',
        portFrom: ['--metrics-port', '-metrics-port'],
        offWith: ['--enable-metrics=false', '-enable-metrics=false'],
      },
      { protocol: 'http', purpose: 'debug', portFrom: ['--profile-port'], onlyWith: ['--enable-profiling'] },
    ],
    // Its internal gRPC server takes any free port.
    moreListeners: true,
    upstream: { from: [], portFrom: ['--app-port', '-app-port'] },
    sources: [
      'https://docs.dapr.io/reference/arguments-annotations-overview/',
      'https://docs.dapr.io/reference/api/health_api/',
    ],
    confidence: 'source',
  },
];
