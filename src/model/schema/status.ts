import * as Type from '@sinclair/typebox';

/** What Cloud Run reports back. gcloud drops it before it reads the manifest, so anything may stand here. */
export const StatusSchema = Type.Object(
  {},
  {
    title: 'Status',
    description: 'What Cloud Run last saw. Never part of a deploy.',
    additionalProperties: true,
    'x-output-only': true,
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services',
  },
);
