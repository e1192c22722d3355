/**
 * What Cloud Run's v1 API takes, as gcloud's decoder and the public API description have it: the one place from which
 * come static types, the checks of the file's shape, and the published JSON Schemas.
 */
export {
  ContainerPortSchema,
  type ContainerPortShape,
  ContainerSchema,
  type ContainerShape,
  ResourcesSchema,
  type ResourcesShape,
  SecurityContextSchema,
} from './container.ts';
export {
  EnvFromSourceSchema,
  type EnvFromSourceShape,
  EnvVarSchema,
  type EnvVarShape,
  EnvVarSourceSchema,
  SecretKeyRefSchema,
} from './env.ts';
export type { ResourceKind } from './field-kinds.ts';
export {
  ExecutionSpecSchema,
  ExecutionTemplateSchema,
  type ExecutionTemplateShape,
  JobSchema,
  type JobShape,
  JobSpecSchema,
  TaskSpecSchema,
  type TaskSpecShape,
  TaskTemplateSchema,
} from './job.ts';
export { type Marks, marksOf } from './marks.ts';
export { MetadataSchema, type MetadataShape } from './metadata.ts';
export { GrpcSchema, HttpGetSchema, HttpHeaderSchema, ProbeSchema, type ProbeShape, TcpSocketSchema } from './probe.ts';
export {
  RevisionSpecSchema,
  type RevisionSpecShape,
  RevisionTemplateSchema,
  type RevisionTemplateShape,
} from './revision.ts';
export {
  ServiceSchema,
  type ServiceShape,
  ServiceSpecSchema,
  TrafficTargetSchema,
  type TrafficTargetShape,
} from './service.ts';
export {
  CsiSchema,
  EmptyDirSchema,
  KeyToPathSchema,
  NfsSchema,
  SecretVolumeSchema,
  VolumeMountSchema,
  type VolumeMountShape,
  VolumeSchema,
  type VolumeShape,
} from './volume.ts';
export {
  InstanceSplitSchema,
  type InstanceSplitShape,
  WorkerPoolSchema,
  type WorkerPoolShape,
  WorkerPoolSpecSchema,
} from './worker-pool.ts';

/** The apiVersion of each kind; Cloud Run takes no other. */
export const apiVersionOf = {
  Service: 'serving.knative.dev/v1',
  Job: 'run.googleapis.com/v1',
  WorkerPool: 'run.googleapis.com/v1',
} as const;
