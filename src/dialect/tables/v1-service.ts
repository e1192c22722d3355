import type { ObjectKind, Table } from '../table.ts';
import { sharedContainer } from './container.ts';

const spec = '/spec.template.spec';

const metadata = (path: string): Table => ({
  annotations: { to: `${path}.annotations` },
  labels: { to: `${path}.labels` },
  namespace: { unread: 'terraform' },
});

const container: Table = {
  ...sharedContainer,
  env: {
    to: 'env',
    blocks: {
      name: { to: 'name' },
      value: { to: 'value' },
      value_from: {
        to: 'valueFrom',
        block: { secret_key_ref: { to: 'secretKeyRef', block: { name: { to: 'name' }, key: { to: 'key' } } } },
      },
    },
  },
  env_from: {
    to: 'envFrom',
    blocks: {
      config_map_ref: { unread: 'no v1 field' },
      secret_ref: { unread: 'no v1 field' },
      prefix: { to: 'prefix' },
    },
  },
  ports: {
    to: 'ports',
    blocks: { name: { to: 'name' }, container_port: { to: 'containerPort' }, protocol: { to: 'protocol' } },
  },
  resources: { block: { limits: { to: 'resources.limits' }, requests: { to: 'resources.requests' } } },
};

const volume: Table = {
  name: { to: 'name' },
  secret: {
    to: 'secret',
    block: {
      secret_name: { to: 'secretName' },
      default_mode: { to: 'defaultMode' },
      items: { to: 'items', blocks: { key: { to: 'key' }, path: { to: 'path' }, mode: { to: 'mode' } } },
    },
  },
  empty_dir: { to: 'emptyDir', block: { medium: { to: 'medium' }, size_limit: { to: 'sizeLimit' } } },
  csi: {
    to: 'csi',
    block: {
      driver: { to: 'driver' },
      read_only: { to: 'readOnly' },
      volume_attributes: { to: 'volumeAttributes' },
    },
  },
  nfs: { to: 'nfs', block: { server: { to: 'server' }, path: { to: 'path' }, read_only: { to: 'readOnly' } } },
};

/** A service of the v1 API, whose tree is that of the YAML with other spellings. */
export const v1Service: ObjectKind = {
  resource: 'google_cloud_run_service',
  form: 'hcl',
  kind: 'Service',
  apiVersion: 'serving.knative.dev/v1',
  templateMetadata: ['spec', 'template', 'metadata'],
  instance: ['template', 'spec'],
  isV2: false,
  table: {
    name: { to: '/metadata.name' },
    metadata: { block: metadata('/metadata') },
    template: {
      block: {
        metadata: { block: { ...metadata('/spec.template.metadata'), name: { to: '/spec.template.metadata.name' } } },
        spec: {
          block: {
            containers: { to: `${spec}.containers`, blocks: container },
            volumes: { to: `${spec}.volumes`, blocks: volume },
            container_concurrency: { to: `${spec}.containerConcurrency` },
            timeout_seconds: { to: `${spec}.timeoutSeconds` },
            service_account_name: { to: `${spec}.serviceAccountName` },
            node_selector: { to: `${spec}.nodeSelector` },
            serving_state: { unread: 'output' },
          },
        },
      },
    },
    traffic: {
      to: '/spec.traffic',
      blocks: {
        percent: { to: 'percent' },
        latest_revision: { to: 'latestRevision' },
        revision_name: { to: 'revisionName' },
        tag: { to: 'tag' },
        url: { unread: 'output' },
      },
    },
    location: { unread: 'terraform' },
    project: { unread: 'terraform' },
    autogenerate_revision_name: { unread: 'terraform' },
    deletion_policy: { unread: 'terraform' },
    status: { unread: 'output' },
  },
};
