import type { Product } from './product.ts';

/** Ready-made applications that take the requests themselves, and bring a port of their own. */
export const applications: readonly Product[] = [
  {
    id: 'n8n',
    name: 'n8n',
    role: 'application',
    // An image of one's own may set the port in its start-up script, so a name alone tells nothing.
    images: ['docker.n8n.io/n8nio/n8n', 'docker.io/n8nio/n8n'],
    listens: [
      {
        port: 5678,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['N8N_PORT'],
        hostFrom: ['N8N_LISTEN_ADDRESS'],
        paths: ['/healthz/readiness'],
      },
    ],
    moreListeners: 'internal',
    sources: [
      'https://docs.n8n.io/hosting/configuration/environment-variables/deployment/',
      'https://github.com/n8n-io/n8n/issues/6146',
    ],
    confidence: 'source',
  },
];
