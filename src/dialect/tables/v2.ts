import type { Table } from '../table.ts';
import { container } from './container.ts';
import { volume } from './volume.ts';

/** The whole key of an annotation of Cloud Run's. */
export const run = (key: string): string => `run.googleapis.com/${key}`;

/** What every object of the v2 API has. */
export const object: Table = {
  name: { to: '/metadata.name' },
  labels: { joint: 'labels' },
  annotations: { joint: 'annotations' },
  client: { unread: 'no v1 field' },
  client_version: { unread: 'no v1 field' },
  launch_stage: { to: `S:${run('launch-stage')}` },
  binary_authorization: {
    block: {
      policy: { to: `S:${run('binary-authorization')}` },
      use_default: { to: `S:${run('binary-authorization')}`, values: { true: 'default', false: '' } },
      breakglass_justification: { to: `S:${run('binary-authorization-breakglass')}` },
    },
  },
  location: { unread: 'terraform' },
  project: { unread: 'terraform' },
  tags: { unread: 'no v1 field' },
  deletion_protection: { unread: 'terraform' },
  deletion_policy: { unread: 'terraform' },
};

/** How many instances an object has, all revisions together. */
export const scaling: Table = {
  min_instance_count: { to: `S:${run('minScale')}` },
  max_instance_count: { to: `S:${run('maxScale')}` },
  manual_instance_count: { to: `S:${run('manualInstanceCount')}` },
  scaling_mode: { to: `S:${run('scalingMode')}`, values: { AUTOMATIC: 'automatic', MANUAL: 'manual' } },
};

/** How revisions share what there is, but for what is shared. */
export const share = (word: string): Table => ({
  type: { to: 'latestRevision', values: { [`${word}_LATEST`]: 'true', [`${word}_REVISION`]: 'false' } },
  revision: { to: 'revisionName' },
  percent: { to: 'percent' },
  tag: { to: 'tag' },
});

/** What runs in an instance, the same for all kinds. `spec` is where v1 has it. */
export const instance = (spec: string): Table => ({
  containers: { to: `/${spec}.containers`, blocks: container },
  volumes: { to: `/${spec}.volumes`, blocks: volume },
  service_account: { to: `/${spec}.serviceAccountName` },
  node_selector: {
    block: { accelerator: { to: [...spec.split('.'), 'nodeSelector', run('accelerator')] } },
  },
  gpu_zonal_redundancy_disabled: { to: `T:${run('gpu-zonal-redundancy-disabled')}` },
  encryption_key: { to: `T:${run('encryption-key')}` },
  vpc_access: {
    block: {
      connector: { to: `T:${run('vpc-access-connector')}` },
      egress: {
        to: `T:${run('vpc-access-egress')}`,
        values: { ALL_TRAFFIC: 'all-traffic', PRIVATE_RANGES_ONLY: 'private-ranges-only' },
      },
      network_interfaces: { joint: 'network-interfaces' },
    },
  },
});

/** Which sandbox an instance runs in; worker pools have no choice. */
export const environment: Table = {
  execution_environment: {
    to: `T:${run('execution-environment')}`,
    values: { EXECUTION_ENVIRONMENT_GEN1: 'gen1', EXECUTION_ENVIRONMENT_GEN2: 'gen2' },
  },
};
