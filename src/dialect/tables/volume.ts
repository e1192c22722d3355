import type { Table } from '../table.ts';

const files: Table = {
  path: { to: 'path' },
  version: { to: 'key', default: 'latest' },
  mode: { to: 'mode' },
};

/** A volume of the v2 API. Cloud Storage is a CSI driver in v1, and memory is what an `empty_dir` is by default. */
export const volume: Table = {
  name: { to: 'name' },
  secret: {
    to: 'secret',
    block: {
      secret: { to: 'secretName', as: 'secret-name' },
      default_mode: { to: 'defaultMode' },
      items: { to: 'items', blocks: files },
    },
  },
  empty_dir: {
    to: 'emptyDir',
    block: {
      medium: { to: 'medium', values: { MEMORY: 'Memory', DISK: 'Disk' }, default: 'Memory' },
      size_limit: { to: 'sizeLimit' },
    },
  },
  gcs: {
    to: 'csi',
    block: {
      bucket: { to: 'volumeAttributes.bucketName' },
      mount_options: { to: 'volumeAttributes.mountOptions', as: 'commas' },
      read_only: { to: 'readOnly' },
    },
    implies: [['driver', 'gcsfuse.run.googleapis.com']],
  },
  nfs: { to: 'nfs', block: { server: { to: 'server' }, path: { to: 'path' }, read_only: { to: 'readOnly' } } },
  cloud_sql_instance: { joint: 'cloud-sql' },
};
