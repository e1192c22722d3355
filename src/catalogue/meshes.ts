import type { Product } from './product.ts';

const template =
  'https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/files/injection-template.yaml';

/** Mesh proxies that Kubernetes injects and that have no place in a Cloud Run manifest. */
export const meshes: readonly Product[] = [
  {
    id: 'istio-proxy',
    name: 'Istio proxy',
    role: 'mesh-proxy',
    images: [
      'docker.io/istio/proxyv2',
      'gcr.io/istio-release/proxyv2',
      'registry.istio.io/release/proxyv2',
      'gke.gcr.io/asm/proxyv2',
      'gcr.io/gke-release/asm/proxyv2',
    ],
    // Teams number their own proxies so, too.
    ambiguous: ['proxyv2'],
    signals: {
      names: { 'istio-proxy': 0.75 },
      env: { 'ISTIO_META_*': 0.95, PILOT_CERT_PROVIDER: 0.95 },
      probePorts: { 15021: 0.3 },
    },
    listens: [
      { port: 15001, protocol: 'tcp', purpose: 'data' },
      { port: 15006, protocol: 'tcp', purpose: 'data' },
      { port: 15000, protocol: 'http', purpose: 'admin', reach: 'loopback' },
      { port: 15004, protocol: 'http', purpose: 'debug', reach: 'loopback' },
      { port: 15020, protocol: 'http', purpose: 'metrics' },
      { port: 15021, protocol: 'http', purpose: 'health', portFrom: ['ENVOY_STATUS_PORT'], paths: ['/healthz/ready'] },
      { port: 15053, protocol: 'tcp', purpose: 'data', reach: 'loopback' },
      { port: 15090, protocol: 'prometheus', purpose: 'metrics', portFrom: ['ENVOY_PROMETHEUS_PORT'] },
    ],
    sources: [template, 'https://cloud.google.com/service-mesh/docs/cloud-run-api-reference'],
    confidence: 'source',
  },
  {
    id: 'linkerd-proxy',
    name: 'Linkerd proxy',
    role: 'mesh-proxy',
    images: ['cr.l5d.io/linkerd/proxy', 'ghcr.io/linkerd/proxy'],
    unmistakable: ['linkerd-proxy', 'linkerd2-proxy'],
    signals: {
      names: { 'linkerd-proxy': 0.75 },
      env: { 'LINKERD2_PROXY_*': 0.95 },
      probePorts: { 4191: 0.3 },
    },
    listens: [
      { port: 4143, protocol: 'tcp', purpose: 'data', listenFrom: ['LINKERD2_PROXY_INBOUND_LISTEN_ADDR'] },
      {
        port: 4140,
        protocol: 'tcp',
        purpose: 'data',
        reach: 'loopback',
        listenFrom: ['LINKERD2_PROXY_OUTBOUND_LISTEN_ADDR', 'LINKERD2_PROXY_OUTBOUND_LISTEN_ADDRS'],
      },
      { port: 4190, protocol: 'http', purpose: 'admin', listenFrom: ['LINKERD2_PROXY_CONTROL_LISTEN_ADDR'] },
      {
        port: 4191,
        protocol: 'http',
        purpose: 'health',
        reach: 'loopback',
        listenFrom: ['LINKERD2_PROXY_ADMIN_LISTEN_ADDR'],
        paths: ['/ready', '/live'],
      },
    ],
    sources: [
      'https://github.com/linkerd/linkerd2/blob/main/charts/partials/templates/_proxy.tpl',
      'https://github.com/linkerd/linkerd2-proxy',
    ],
    confidence: 'source',
  },
];
