import type { Product } from './product.ts';

const espv2 = 'https://github.com/GoogleCloudPlatform/esp-v2';

/** API gateways: they take requests by a description of the API. */
export const gateways: readonly Product[] = [
  {
    id: 'espv2-serverless',
    name: 'Extensible Service Proxy V2 (serverless)',
    role: 'api-gateway',
    images: ['gcr.io/endpoints-release/endpoints-runtime-serverless'],
    unmistakable: ['endpoints-runtime-serverless'],
    signals: { names: { esp: 0.6, espv2: 0.75 }, env: { ESPv2_ARGS: 0.8, 'ENDPOINTS_SERVICE_*': 0.8 } },
    listens: [{ protocol: 'http', purpose: 'data', portFrom: ['PORT'] }],
    config: { from: ['ENDPOINTS_SERVICE_PATH'] },
    requires: [
      {
        anyOf: ['ENDPOINTS_SERVICE_NAME', 'ENDPOINTS_SERVICE_PATH'],
        otherwise: 'it answers every request with an error page',
        // An image that is built for one API, as Google's script does it, has them inside.
        unlessConfigured: true,
        confidence: 'source',
      },
      { anyOf: ['PORT'], otherwise: 'it exits', unlessIngress: true, confidence: 'source' },
    ],
    order: 'after-app',
    sources: [
      `${espv2}/blob/master/docker/serverless/env_start_proxy.py`,
      `${espv2}/blob/master/docker/serverless/gcloud_build_image`,
    ],
    confidence: 'source',
  },
  {
    id: 'espv2',
    name: 'Extensible Service Proxy V2',
    role: 'api-gateway',
    images: ['gcr.io/endpoints-release/endpoints-runtime'],
    unmistakable: ['endpoints-runtime'],
    listens: [
      {
        port: 8080,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['--listener_port', '--http_port', '--http2_port', '-p'],
      },
      { protocol: 'http', purpose: 'admin', portFrom: ['--status_port', '--admin_port', '-N'] },
    ],
    order: 'after-app',
    upstream: { from: ['--backend', '-a'], port: 8082, protocol: 'http', overruled: true },
    sources: [`${espv2}/blob/master/docker/generic/start_proxy.py`],
    confidence: 'source',
  },
  {
    id: 'kong',
    name: 'Kong Gateway',
    role: 'api-gateway',
    images: ['docker.io/library/kong', 'docker.io/kong/kong-gateway', 'docker.io/kong/kong'],
    unmistakable: ['kong-gateway'],
    ambiguous: ['kong'],
    signals: {
      names: { kong: 0.6 },
      env: { KONG_DATABASE: 0.8, KONG_DECLARATIVE_CONFIG: 0.9, KONG_PROXY_LISTEN: 0.9, KONG_ADMIN_LISTEN: 0.8 },
    },
    listens: [
      { port: 8000, protocol: 'http', purpose: 'data', inConfig: 'usual', listenFrom: ['KONG_PROXY_LISTEN'] },
      { port: 8443, protocol: 'https', purpose: 'data', inConfig: 'usual', offWith: ['KONG_PROXY_LISTEN'] },
      {
        port: 8001,
        protocol: 'http',
        purpose: 'admin',
        reach: 'loopback',
        inConfig: 'usual',
        listenFrom: ['KONG_ADMIN_LISTEN'],
        offWith: ['KONG_ADMIN_LISTEN=off'],
      },
      {
        protocol: 'http',
        purpose: 'health',
        listenFrom: ['KONG_STATUS_LISTEN'],
        offWith: ['KONG_STATUS_LISTEN=off'],
        paths: ['/status'],
      },
    ],
    moreListeners: 'internal',
    config: { paths: ['/etc/kong'], from: ['-c', '--conf'] },
    requires: [
      {
        anyOf: ['KONG_DATABASE=off', 'KONG_PG_HOST', 'KONG_ROLE'],
        otherwise: 'it waits for a Postgres on localhost and exits',
        unlessConfigured: true,
        unlessServed: 5432,
        confidence: 'source',
      },
    ],
    order: 'after-app',
    sources: ['https://github.com/Kong/kong/blob/master/kong.conf.default', 'https://github.com/Kong/docker-kong'],
    confidence: 'source',
  },
  {
    id: 'tyk-gateway',
    name: 'Tyk Gateway',
    role: 'api-gateway',
    images: ['docker.tyk.io/tyk-gateway/tyk-gateway', 'docker.io/tykio/tyk-gateway'],
    unmistakable: ['tyk-gateway'],
    signals: {
      names: { tyk: 0.6, 'tyk-gateway': 0.75 },
      env: { TYK_GW_SECRET: 0.7, TYK_GW_LISTENPORT: 0.8, 'TYK_GW_STORAGE_*': 0.8 },
      mounts: { '/opt/tyk-gateway': 0.7 },
    },
    listens: [
      {
        port: 8080,
        protocol: 'http',
        purpose: 'data',
        inConfig: 'usual',
        portFrom: ['TYK_GW_LISTENPORT'],
        paths: ['/hello'],
      },
    ],
    config: { paths: ['/opt/tyk-gateway'], from: ['--conf'] },
    order: 'after-app',
    sources: ['https://github.com/TykTechnologies/tyk-gateway-docker'],
    confidence: 'secondary',
  },
  {
    id: 'krakend',
    name: 'KrakenD',
    role: 'api-gateway',
    images: [
      'docker.io/krakend/krakend',
      'docker.io/library/krakend',
      'docker.io/devopsfaith/krakend',
      'docker.io/krakend/krakend-ee',
    ],
    unmistakable: ['krakend', 'krakend-ee'],
    signals: { names: { krakend: 0.7 }, mounts: { '/etc/krakend': 0.7 } },
    listens: [
      {
        port: 8080,
        protocol: 'http',
        purpose: 'data',
        inConfig: 'usual',
        portFrom: ['--port', '-p', 'KRAKEND_PORT'],
        paths: ['/__health'],
      },
    ],
    config: { paths: ['/etc/krakend'], main: '/etc/krakend/krakend.json', from: ['--config', '-c'] },
    order: 'after-app',
    sources: ['https://github.com/krakend/krakend-ce'],
    confidence: 'source',
  },
];
