import type { Static } from '@sinclair/typebox';
import { flag, integer, list, object, part, text } from './field-kinds.ts';
import { MetadataSchema } from './metadata.ts';
import { RevisionTemplateSchema } from './revision.ts';
import { StatusSchema } from './status.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services';

/** A share of the requests for one revision. */
const TrafficTargetSchema = object(
  {
    latestRevision: flag('Sends the share to whichever revision is the latest ready one. Not with revisionName.'),
    revisionName: text('Sends the share to this revision. Not with latestRevision.'),
    percent: integer('Share of the requests; all shares add up to 100.', { default: 0, minimum: 0, maximum: 100 }),
    tag: text('Gives the revision an address of its own. With the name of the service at most 46 characters.', {
      maxLength: 46,
    }),
    url: text('Address of the tagged revision; Cloud Run writes it into the status.', { 'x-output-only': true }),
    configurationName: text('A Knative Configuration. Not supported by Cloud Run.', { 'x-unsupported': true }),
  },
  {
    title: 'TrafficTarget',
    description: 'A share of the requests for one revision.',
    'x-source': 'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration',
  },
);

/** What the service should be. */
const ServiceSpecSchema = object(
  {
    template: part(RevisionTemplateSchema, 'What the next revision of the service will be.'),
    traffic: list(
      TrafficTargetSchema,
      'How requests are shared among revisions. Without it, all go to the latest ready revision.',
      { 'x-source': 'https://cloud.google.com/run/docs/rollouts-rollbacks-traffic-migration' },
    ),
  },
  {
    title: 'ServiceSpec',
    description: 'What the service should be.',
    'x-required': ['template'],
    'x-source': source,
  },
);

/** A Cloud Run service: containers that answer requests. */
export const ServiceSchema = object(
  {
    apiVersion: text('Version of the API; always serving.knative.dev/v1 for a service.', {
      enum: ['serving.knative.dev/v1'],
    }),
    kind: text('Kind of resource.', { enum: ['Service'] }),
    metadata: part(
      MetadataSchema,
      'Name, labels and annotations of the service. Settings of the instance stand on the template instead.',
      { 'x-annotations-of': 'Service', 'x-required': ['name'] },
    ),
    spec: part(ServiceSpecSchema, 'What the service should be.'),
    status: part(StatusSchema, 'What Cloud Run last saw; gcloud leaves it out of a deploy.', { 'x-output-only': true }),
  },
  {
    title: 'Service',
    description: 'A Cloud Run service, as `gcloud run services replace` takes it.',
    'x-required': ['apiVersion', 'kind', 'metadata', 'spec'],
    'x-source': source,
  },
);

/** An item of `traffic` as a manifest may write it. */
export type TrafficTargetShape = Static<typeof TrafficTargetSchema>;
/** The whole document of a service as a manifest may write it. */
export type ServiceShape = Static<typeof ServiceSchema>;
