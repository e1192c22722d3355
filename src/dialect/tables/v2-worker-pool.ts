import type { ObjectKind } from '../table.ts';
import { instance, object, run, scaling, share } from './v2.ts';

/** A worker pool of the v2 API. */
export const v2WorkerPool: ObjectKind = {
  resource: 'google_cloud_run_v2_worker_pool',
  form: 'hcl',
  kind: 'WorkerPool',
  apiVersion: 'run.googleapis.com/v1',
  templateMetadata: ['spec', 'template', 'metadata'],
  instance: ['template'],
  isV2: true,
  table: {
    ...object,
    description: { to: `S:${run('description')}` },
    scaling: { block: scaling },
    instance_splits: { to: '/spec.instanceSplits', blocks: share('INSTANCE_SPLIT_ALLOCATION_TYPE') },
    template: {
      block: {
        ...instance('spec.template.spec'),
        annotations: { joint: 'annotations' },
        labels: { joint: 'labels' },
        revision: { to: '/spec.template.metadata.name' },
        client: { unread: 'no v1 field' },
        client_version: { unread: 'no v1 field' },
        encryption_key_revocation_action: {
          to: `T:${run('post-key-revocation-action-type')}`,
          values: { PREVENT_NEW: 'prevent-new', SHUTDOWN: 'shut-down' },
        },
        encryption_key_shutdown_duration: { to: `T:${run('encryption-key-shutdown-hours')}`, as: 'hours' },
      },
    },
  },
};
