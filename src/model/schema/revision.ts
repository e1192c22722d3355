import type { Static } from '@sinclair/typebox';
import { ContainerSchema } from './container.ts';
import { LocalObjectReferenceSchema } from './env.ts';
import { flag, integer, list, object, part, text, textMap } from './field-kinds.ts';
import { MetadataSchema } from './metadata.ts';
import { sandboxes } from './sandbox.ts';
import { VolumeSchema } from './volume.ts';

const unsupported = { 'x-unsupported': true } as const;

/** The containers of one instance of a service or worker pool, and what they share. */
const RevisionSpecSchema = object(
  {
    containers: list(ContainerSchema, 'The containers that run together in one instance.', {
      maxItems: 10,
      'x-source': 'https://cloud.google.com/run/docs/deploying#sidecars',
    }),
    volumes: list(VolumeSchema, 'Volumes that the containers can mount.'),
    sandboxes,
    containerConcurrency: integer(
      'How many requests one instance takes at a time. Without it, 80, or 1 with less than one CPU.',
      {
        minimum: 0,
        maximum: 1000,
        'x-source': 'https://cloud.google.com/run/docs/about-concurrency',
      },
    ),
    timeoutSeconds: integer('Seconds within which a request must be answered.', {
      default: 300,
      minimum: 1,
      maximum: 3600,
      'x-source': 'https://cloud.google.com/run/docs/configuring/request-timeout',
    }),
    serviceAccountName: text(
      'Email address of the service account as which the containers run. Without it, the default service account of Compute Engine.',
      { 'x-source': 'https://cloud.google.com/run/docs/configuring/services/service-identity' },
    ),
    nodeSelector: textMap('GPU type, under the key run.googleapis.com/accelerator.', {
      'x-source': 'https://cloud.google.com/run/docs/configuring/services/gpu',
    }),
    runtimeClassName: text('Runtime of the containers; gcloud sets it for automatic base image updates.'),
    terminationGracePeriodSeconds: integer(
      'Seconds from SIGTERM to SIGKILL. gcloud takes it from release 576 on, but the API documents no such field.',
      unsupported,
    ),
    enableServiceLinks: flag('Variables about Kubernetes Services. Not supported by Cloud Run.', unsupported),
    imagePullSecrets: list(
      LocalObjectReferenceSchema,
      'Credentials for a registry. Not supported by Cloud Run: grant the service agent access instead.',
      unsupported,
    ),
  },
  {
    title: 'RevisionSpec',
    description: 'The containers of one instance, and what they share.',
    'x-required': ['containers'],
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec',
  },
);

/** What the next revision of a service or worker pool will be. */
export const RevisionTemplateSchema = object(
  {
    metadata: part(
      MetadataSchema,
      'Name, labels and annotations of the revision. Settings of the instance stand here, not on the service.',
      { 'x-annotations-of': 'Revision' },
    ),
    spec: part(RevisionSpecSchema, 'The containers of one instance, and what they share.'),
  },
  {
    title: 'RevisionTemplate',
    description: 'What the next revision will be.',
    'x-required': ['spec'],
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/RevisionTemplate',
  },
);

/** The spec of a service's or a worker pool's template as a manifest may write it. */
export type RevisionSpecShape = Static<typeof RevisionSpecSchema>;
