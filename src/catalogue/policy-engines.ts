import type { Product } from './product.ts';

/** Engines that proxies and applications ask for a decision. */
export const policyEngines: readonly Product[] = [
  {
    id: 'opa',
    name: 'Open Policy Agent',
    role: 'policy-engine',
    images: ['docker.io/openpolicyagent/opa'],
    ambiguous: ['opa'],
    signals: {
      names: { opa: 0.6, 'open-policy-agent': 0.75 },
      args: [{ pattern: /^--addr=.*:8181$/, weight: 0.5 }],
      probePorts: { 8181: 0.2 },
    },
    listens: [
      {
        port: 8181,
        protocol: 'http',
        purpose: 'data',
        reach: { since: '1.0.0', reach: 'loopback', before: 'all' },
        listenFrom: ['--addr', '-a'],
        allWith: ['--v0-compatible'],
        paths: ['/health'],
      },
      { protocol: 'http', purpose: 'health', listenFrom: ['--diagnostic-addr'], paths: ['/health'] },
    ],
    moreListeners: true,
    order: 'before-app',
    wrongStarts: [
      {
        when: 'lacks',
        noneOf: ['--server', '-s'],
        becomes: 'is an interactive shell, not a server',
        instead: 'Begin the arguments with "run" and "--server"',
      },
    ],
    sources: ['https://www.openpolicyagent.org/docs/deploy/docker', 'https://www.openpolicyagent.org/docs/cli'],
    confidence: 'source',
  },
  {
    id: 'apigee-envoy-adapter',
    name: 'Apigee Adapter for Envoy',
    role: 'policy-engine',
    images: ['docker.io/google/apigee-envoy-adapter'],
    unmistakable: ['apigee-envoy-adapter', 'apigee-remote-service-envoy'],
    signals: { names: { 'apigee-envoy-adapter': 0.75 } },
    listens: [
      { port: 5000, protocol: 'ext-authz', purpose: 'data', inConfig: 'usual' },
      { port: 5001, protocol: 'http', purpose: 'health', inConfig: 'usual', paths: ['/healthz', '/metrics'] },
    ],
    config: { from: ['--config', '-c'] },
    order: 'before-app',
    sources: ['https://github.com/apigee/apigee-remote-service-envoy'],
    confidence: 'source',
  },
  {
    id: 'permit-pdp',
    name: 'Permit.io PDP',
    role: 'policy-engine',
    images: ['docker.io/permitio/pdp-v2'],
    unmistakable: ['pdp-v2'],
    signals: { names: { 'permit-pdp': 0.75 }, env: { PDP_API_KEY: 0.8 } },
    listens: [{ port: 7000, protocol: 'http', purpose: 'data' }],
    moreListeners: true,
    background: {
      work: 'keeps a connection to Permit for policy updates',
      source: 'https://docs.permit.io/how-to/deploy/cloud-hosts/gcp-cloud-run/',
      confidence: 'source',
    },
    order: 'before-app',
    sources: [
      'https://docs.permit.io/how-to/deploy/cloud-hosts/gcp-cloud-run/',
      'https://docs.permit.io/concepts/pdp/configuration',
    ],
    confidence: 'secondary',
  },
];
