import type { Product } from './product.ts';

/** Agents that bring secrets to the application. Cloud Run reads Secret Manager without one. */
export const secrets: readonly Product[] = [
  {
    id: 'vault',
    name: 'HashiCorp Vault agent',
    role: 'secrets-agent',
    images: ['docker.io/hashicorp/vault', 'docker.io/library/vault'],
    ambiguous: ['vault', 'vault-agent'],
    signals: { names: { vault: 0.5, 'vault-agent': 0.7, 'vault-proxy': 0.7 }, mounts: { '/etc/vault': 0.6 } },
    moreListeners: true,
    order: 'before-app',
    sources: ['https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent'],
    confidence: 'secondary',
  },
  {
    id: 'infisical-agent',
    name: 'Infisical agent',
    role: 'secrets-agent',
    images: ['docker.io/infisical/cli'],
    signals: { names: { infisical: 0.6, 'infisical-agent': 0.7 }, env: { 'INFISICAL_UNIVERSAL_AUTH_*': 0.4 } },
    listens: [],
    order: 'before-app',
    sources: ['https://infisical.com/docs/integrations/platforms/infisical-agent'],
    confidence: 'source',
  },
  {
    id: 'berglas',
    name: 'Berglas',
    role: 'secrets-agent',
    images: ['us-docker.pkg.dev/berglas/berglas/berglas', 'gcr.io/berglas/berglas'],
    unmistakable: ['berglas'],
    sources: ['https://github.com/GoogleCloudPlatform/berglas'],
    confidence: 'source',
  },
];
