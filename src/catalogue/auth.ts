import type { Product } from './product.ts';

/** Proxies that ask who calls before a request reaches the application. */
export const auth: readonly Product[] = [
  {
    id: 'oauth2-proxy',
    name: 'OAuth2 Proxy',
    role: 'auth-proxy',
    images: ['quay.io/oauth2-proxy/oauth2-proxy', 'docker.io/bitnami/oauth2-proxy'],
    unmistakable: ['oauth2-proxy'],
    signals: {
      names: { 'oauth2-proxy': 0.75, 'oauth-proxy': 0.6 },
      env: {
        OAUTH2_PROXY_CLIENT_ID: 0.8,
        OAUTH2_PROXY_CLIENT_SECRET: 0.8,
        OAUTH2_PROXY_COOKIE_SECRET: 0.9,
        OAUTH2_PROXY_UPSTREAMS: 0.9,
        OAUTH2_PROXY_HTTP_ADDRESS: 0.9,
        OAUTH2_PROXY_PROVIDER: 0.8,
        OAUTH2_PROXY_EMAIL_DOMAINS: 0.8,
      },
    },
    listens: [
      {
        port: 4180,
        protocol: 'http',
        purpose: 'data',
        reach: 'loopback',
        inConfig: 'usual',
        listenFrom: ['--http-address', '-http-address', 'OAUTH2_PROXY_HTTP_ADDRESS'],
        paths: ['/ping', '/ready'],
      },
      {
        protocol: 'prometheus',
        purpose: 'metrics',
        listenFrom: ['--metrics-address', '-metrics-address', 'OAUTH2_PROXY_METRICS_ADDRESS'],
      },
      {
        protocol: 'https',
        purpose: 'data',
        listenFrom: ['--https-address', 'OAUTH2_PROXY_HTTPS_ADDRESS'],
        onlyWith: ['--tls-cert-file', 'OAUTH2_PROXY_TLS_CERT_FILE'],
      },
    ],
    config: { from: ['--config', '-config', '--alpha-config', 'OAUTH2_PROXY_CONFIG', 'OAUTH2_PROXY_ALPHA_CONFIG'] },
    order: 'after-app',
    upstream: {
      from: ['--upstream', '-upstream', 'OAUTH2_PROXY_UPSTREAMS', 'OAUTH2_PROXY_UPSTREAM'],
      protocol: 'http',
    },
    sources: ['https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview'],
    confidence: 'H',
  },
  {
    id: 'pomerium',
    name: 'Pomerium',
    role: 'auth-proxy',
    images: ['docker.io/pomerium/pomerium'],
    unmistakable: ['pomerium'],
    signals: { names: { pomerium: 0.7 }, mounts: { '/pomerium': 0.7 } },
    listens: [
      { port: 443, protocol: 'https', purpose: 'data', inConfig: 'usual', listenFrom: ['ADDRESS'] },
      {
        port: 5443,
        protocol: 'grpc',
        purpose: 'data',
        reach: 'loopback',
        inConfig: 'usual',
        listenFrom: ['GRPC_ADDRESS'],
      },
      {
        port: 28080,
        protocol: 'http',
        purpose: 'health',
        reach: 'loopback',
        inConfig: 'usual',
        listenFrom: ['HEALTH_CHECK_ADDR'],
        paths: ['/startupz', '/readyz', '/healthz'],
      },
    ],
    moreListeners: true,
    config: { paths: ['/pomerium'], from: ['-config', '--config'] },
    order: 'after-app',
    sources: ['https://www.pomerium.com/docs/reference/address', 'https://www.pomerium.com/docs/guides/cloud-run'],
    confidence: 'H',
  },
];
