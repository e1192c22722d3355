import type { Static } from '@sinclair/typebox';
import { ContainerSchema } from './container.ts';
import { flag, integer, list, object, part, text, textMap } from './field-kinds.ts';
import { MetadataSchema } from './metadata.ts';
import { sandboxes } from './sandbox.ts';
import { StatusSchema } from './status.ts';
import { VolumeSchema } from './volume.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.jobs';

/** The containers of one task of a job, and what they share. */
const TaskSpecSchema = object(
  {
    containers: list(ContainerSchema, 'The containers that run together in one task.', { maxItems: 10 }),
    volumes: list(VolumeSchema, 'Volumes that the containers can mount.'),
    sandboxes,
    maxRetries: integer('How often a failed task is tried again.', {
      default: 3,
      minimum: 0,
      maximum: 10,
      'x-source': 'https://cloud.google.com/run/docs/configuring/max-retries',
    }),
    timeoutSeconds: integer('Seconds that one attempt of a task may take; at most 168 hours, with a GPU 12.', {
      default: 600,
      minimum: 1,
      maximum: 604800,
      'x-source': 'https://cloud.google.com/run/docs/configuring/task-timeout',
    }),
    serviceAccountName: text(
      'Email address of the service account as which the task runs. Without it, the default service account of Compute Engine.',
      { 'x-source': 'https://cloud.google.com/run/docs/configuring/jobs/service-identity' },
    ),
    nodeSelector: textMap('GPU type, under the key run.googleapis.com/accelerator.', {
      'x-source': 'https://cloud.google.com/run/docs/configuring/jobs/gpu',
    }),
  },
  {
    title: 'TaskSpec',
    description: 'The containers of one task, and what they share.',
    'x-required': ['containers'],
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/TaskSpec',
  },
);

/** What each task of an execution will be. */
const TaskTemplateSchema = object(
  { spec: part(TaskSpecSchema, 'The containers of one task, and what they share.') },
  { title: 'TaskTemplate', description: 'What each task will be.', 'x-required': ['spec'], 'x-source': source },
);

/** One run of a job. */
const ExecutionSpecSchema = object(
  {
    taskCount: integer('How many tasks must succeed.', {
      default: 1,
      minimum: 1,
      maximum: 10000,
      'x-source': 'https://cloud.google.com/run/docs/configuring/task-parallelism',
    }),
    parallelism: integer('How many tasks run at a time. 0 or nothing: as many as possible.', {
      minimum: 0,
      'x-source': 'https://cloud.google.com/run/docs/configuring/parallelism',
    }),
    template: part(TaskTemplateSchema, 'What each task will be.'),
    delayExecution: flag('Whether the execution may start later, within twelve hours, as capacity allows. Preview.'),
  },
  { title: 'ExecutionSpec', description: 'One run of the job.', 'x-required': ['template'], 'x-source': source },
);

/** What each execution of a job will be. */
const ExecutionTemplateSchema = object(
  {
    metadata: part(MetadataSchema, 'Labels and annotations of each execution. Settings of the task stand here.', {
      'x-annotations-of': 'Execution',
    }),
    spec: part(ExecutionSpecSchema, 'One run of the job.'),
  },
  {
    title: 'ExecutionTemplate',
    description: 'What each execution of the job will be.',
    'x-required': ['spec'],
    'x-source': source,
  },
);

/** What the job should be. */
const JobSpecSchema = object(
  {
    template: part(ExecutionTemplateSchema, 'What each execution of the job will be.'),
    startExecutionToken: text('Ending of the name of an execution that starts when this token changes.'),
    runExecutionToken: text('Ending of the name of an execution that must complete before the job is ready.'),
  },
  { title: 'JobSpec', description: 'What the job should be.', 'x-required': ['template'], 'x-source': source },
);

/** A Cloud Run job: containers that run to completion. */
export const JobSchema = object(
  {
    apiVersion: text('Version of the API; always run.googleapis.com/v1 for a job.', {
      enum: ['run.googleapis.com/v1'],
    }),
    kind: text('Kind of resource.', { enum: ['Job'] }),
    metadata: part(MetadataSchema, 'Name, labels and annotations of the job.', {
      'x-annotations-of': 'Job',
      'x-required': ['name'],
    }),
    spec: part(JobSpecSchema, 'What the job should be.'),
    status: part(StatusSchema, 'What Cloud Run last saw; gcloud leaves it out of a deploy.', { 'x-output-only': true }),
  },
  {
    title: 'Job',
    description: 'A Cloud Run job, as `gcloud run jobs replace` takes it.',
    'x-required': ['apiVersion', 'kind', 'metadata', 'spec'],
    'x-source': source,
  },
);

/** The whole document of a job as a manifest may write it. */
export type JobShape = Static<typeof JobSchema>;
