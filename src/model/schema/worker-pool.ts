import type { Static } from '@sinclair/typebox';
import { flag, integer, list, object, part, text } from './field-kinds.ts';
import { MetadataSchema } from './metadata.ts';
import { RevisionTemplateSchema } from './revision.ts';
import { StatusSchema } from './status.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.workerpools';

/** A share of the instances for one revision. */
const InstanceSplitSchema = object(
  {
    latestRevision: flag('Gives the share to whichever revision is the latest ready one. Not with revisionName.'),
    revisionName: text('Gives the share to this revision. Not with latestRevision.'),
    percent: integer('Share of the instances; all shares add up to 100.', { default: 0, minimum: 0, maximum: 100 }),
  },
  { title: 'InstanceSplit', description: 'A share of the instances for one revision.', 'x-source': source },
);

/** What the worker pool should be. */
const WorkerPoolSpecSchema = object(
  {
    template: part(RevisionTemplateSchema, 'What the next revision of the worker pool will be.'),
    instanceSplits: list(
      InstanceSplitSchema,
      'How instances are shared among revisions. Without it, all are of the latest ready revision.',
    ),
  },
  {
    title: 'WorkerPoolSpec',
    description: 'What the worker pool should be.',
    'x-required': ['template'],
    'x-source': source,
  },
);

/** A Cloud Run worker pool: containers that work without requests. */
export const WorkerPoolSchema = object(
  {
    apiVersion: text('Version of the API; always run.googleapis.com/v1 for a worker pool.', {
      enum: ['run.googleapis.com/v1'],
    }),
    kind: text('Kind of resource.', { enum: ['WorkerPool'] }),
    metadata: part(MetadataSchema, 'Name, labels and annotations of the worker pool.', {
      'x-annotations-of': 'WorkerPool',
      'x-required': ['name'],
    }),
    spec: part(WorkerPoolSpecSchema, 'What the worker pool should be.'),
    status: part(StatusSchema, 'What Cloud Run last saw; gcloud leaves it out of a deploy.', { 'x-output-only': true }),
  },
  {
    title: 'WorkerPool',
    description: 'A Cloud Run worker pool, as `gcloud run worker-pools replace` takes it.',
    'x-required': ['apiVersion', 'kind', 'metadata', 'spec'],
    'x-source': source,
  },
);

/** The whole document of a worker pool as a manifest may write it. */
export type WorkerPoolShape = Static<typeof WorkerPoolSchema>;
