import type { Static } from '@sinclair/typebox';
import { flag, integer, list, object, text, textList, textMap } from './field-kinds.ts';

const unsupported = { 'x-unsupported': true } as const;
const outputOnly = { 'x-output-only': true } as const;

/** A Kubernetes owner; Cloud Run has no use for it. */
const OwnerReferenceSchema = object(
  {
    apiVersion: text('API version of the owner.', unsupported),
    blockOwnerDeletion: flag('Whether the owner waits for this object when it is deleted.', unsupported),
    controller: flag('Whether the owner manages this object.', unsupported),
    kind: text('Kind of the owner.', unsupported),
    name: text('Name of the owner.', unsupported),
    uid: text('Identifier of the owner.', unsupported),
  },
  {
    title: 'OwnerReference',
    description: 'An owner in a Kubernetes cluster. Cloud Run does not support it.',
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
    'x-unsupported': true,
  },
);

/** What every resource and template says about itself. */
export const MetadataSchema = object(
  {
    name: text(
      'Name of the resource. Lowercase letters, digits and hyphens, beginning with a letter; it cannot be changed later. On a template, the name of the revision, which must begin with the name of the service and a hyphen.',
    ),
    namespace: text('Project ID or project number. gcloud fills it in when it is missing.'),
    labels: textMap(
      'Labels to organise and bill by. Billing and Logging see only those of the template. The label cloud.googleapis.com/location names the region.',
      { 'x-source': 'https://cloud.google.com/run/docs/configuring/services/labels' },
    ),
    annotations: textMap(
      'Settings of Cloud Run that have no field of their own, and free notes. Values are texts, so numbers and booleans need quotes. Which keys are allowed depends on the kind of resource.',
    ),
    generateName: text(
      'Beginning of a name that Cloud Run completes when `name` is missing; shorter than 31 characters.',
      {
        maxLength: 30,
      },
    ),
    resourceVersion: text(
      'Version that Cloud Run gave the object. In a replace it guards against a change in between, so a value kept from an export makes later deploys fail.',
      outputOnly,
    ),
    uid: text('Identifier that Cloud Run gave the object.', outputOnly),
    generation: integer('How often the wanted state has changed, counted by Cloud Run.', outputOnly),
    selfLink: text('Address of the object in the API.', outputOnly),
    creationTimestamp: text('When Cloud Run created the object.', outputOnly),
    deletionTimestamp: text('When Cloud Run was asked to delete the object.', outputOnly),
    clusterName: text('Name of a cluster. Cloud Run has none.', unsupported),
    deletionGracePeriodSeconds: integer('Time that Kubernetes grants before a deletion.', unsupported),
    finalizers: textList('Steps that Kubernetes waits for before a deletion.', unsupported),
    ownerReferences: list(OwnerReferenceSchema, 'Owners in a Kubernetes cluster.', unsupported),
  },
  {
    title: 'Metadata',
    description: 'Name, labels and annotations.',
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/ObjectMeta',
  },
);

/** The metadata of a resource or a template as a manifest may write it. */
export type MetadataShape = Static<typeof MetadataSchema>;
