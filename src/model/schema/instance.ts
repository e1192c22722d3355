import type { Static } from '@sinclair/typebox';
import { ContainerSchema } from './container.ts';
import { list, object, part, text, textMap } from './field-kinds.ts';
import { MetadataSchema } from './metadata.ts';
import { sandboxes } from './sandbox.ts';
import { StatusSchema } from './status.ts';
import { VolumeSchema } from './volume.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.instances';

/** The containers of the one instance, and what they share. */
const InstanceSpecSchema = object(
  {
    containers: list(ContainerSchema, 'The containers that run together.', { maxItems: 10 }),
    volumes: list(VolumeSchema, 'Volumes that the containers can mount.'),
    sandboxes,
    restartPolicy: text('Whether the instance is started again when it ends.', {
      enum: ['Always', 'OnFailure', 'Never'],
    }),
    serviceAccountName: text(
      'Email address of the service account as which the containers run. Without it, the default service account of Compute Engine.',
    ),
    nodeSelector: textMap('GPU type, under the key run.googleapis.com/accelerator.'),
  },
  {
    title: 'InstanceSpec',
    description: 'The containers of the instance, and what they share. There is no template.',
    'x-required': ['containers'],
    'x-source': source,
  },
);

/** A Cloud Run instance: containers that run once, without revisions or scaling. In preview since August 2026. */
export const InstanceSchema = object(
  {
    apiVersion: text('Version of the API; always run.googleapis.com/v1 for an instance.', {
      enum: ['run.googleapis.com/v1'],
    }),
    kind: text('Kind of resource.', { enum: ['Instance'] }),
    metadata: part(
      MetadataSchema,
      'Name, labels and annotations of the instance, and the settings of its containers.',
      {
        'x-annotations-of': 'Instance',
        'x-required': ['name'],
      },
    ),
    spec: part(InstanceSpecSchema, 'The containers of the instance, and what they share.'),
    status: part(StatusSchema, 'What Cloud Run last saw.', { 'x-output-only': true }),
  },
  {
    title: 'Instance',
    description: 'A Cloud Run instance. Preview: only beta commands of gcloud know it.',
    'x-required': ['apiVersion', 'kind', 'metadata', 'spec'],
    'x-source': source,
  },
);

/** The whole document of an instance as a manifest may write it. */
export type InstanceShape = Static<typeof InstanceSchema>;
