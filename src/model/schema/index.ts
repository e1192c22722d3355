/**
 * What Cloud Run's v1 API takes, as gcloud's decoder and the public API description have it: the one place from which
 * come static types, the checks of the file's shape, and the published JSON Schemas.
 */
export type { ContainerShape } from './container.ts';
export type { EnvVarShape } from './env.ts';
export type { ResourceKind } from './field-kinds.ts';
export { InstanceSchema, type InstanceShape } from './instance.ts';
export { JobSchema, type JobShape } from './job.ts';
export { type Marks, marksOf } from './marks.ts';
export type { MetadataShape } from './metadata.ts';
export type { ProbeShape } from './probe.ts';
export type { RevisionSpecShape } from './revision.ts';
export { ServiceSchema, type ServiceShape, type TrafficTargetShape } from './service.ts';
export type { VolumeMountShape, VolumeShape } from './volume.ts';
export { WorkerPoolSchema, type WorkerPoolShape } from './worker-pool.ts';

/** The apiVersion of each kind; Cloud Run takes no other. */
export const apiVersionOf = {
  Service: 'serving.knative.dev/v1',
  Job: 'run.googleapis.com/v1',
  WorkerPool: 'run.googleapis.com/v1',
  Instance: 'run.googleapis.com/v1',
} as const;
