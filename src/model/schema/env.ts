import type { Static } from '@sinclair/typebox';
import { flag, object, part, text } from './field-kinds.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/Container';
const unsupported = { 'x-unsupported': true } as const;
const inCapitals = { 'x-capitals': true } as const;

/** A reference by name, as Kubernetes writes it. */
export const LocalObjectReferenceSchema = object(
  { name: text('Name of the object referred to.', unsupported) },
  {
    title: 'LocalObjectReference',
    description: 'A Kubernetes object in the same namespace.',
    'x-source': source,
    'x-unsupported': true,
  },
);

/** One version of one secret of Secret Manager. */
const SecretKeyRefSchema = object(
  {
    name: text(
      'Name of the secret in Secret Manager; for a secret of another project, an alias declared in the annotation run.googleapis.com/secrets.',
      inCapitals,
    ),
    key: text('Version of the secret: "latest", a number in quotes, or a version alias.'),
    optional: flag('Whether the secret may be missing. Not supported by Cloud Run.', unsupported),
    localObjectReference: part(LocalObjectReferenceSchema, 'Internal to the API; write `name` instead.', unsupported),
  },
  {
    title: 'SecretKeyRef',
    description: 'A version of a secret in Secret Manager.',
    'x-required': ['name', 'key'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/secrets',
  },
);

/** A key of a Kubernetes ConfigMap; gcloud decodes it, Cloud Run refuses it. */
const ConfigMapKeyRefSchema = object(
  {
    name: text('Name of the ConfigMap.', unsupported),
    key: text('Key in the ConfigMap.', unsupported),
    optional: flag('Whether the ConfigMap may be missing.', unsupported),
    localObjectReference: part(LocalObjectReferenceSchema, 'Internal to the API.', unsupported),
  },
  {
    title: 'ConfigMapKeyRef',
    description: 'A key of a Kubernetes ConfigMap. Cloud Run has no ConfigMaps.',
    'x-source': source,
    'x-unsupported': true,
  },
);

/** Where the value of an environment variable comes from. */
const EnvVarSourceSchema = object(
  {
    secretKeyRef: part(SecretKeyRefSchema, 'A version of a secret in Secret Manager, read when the instance starts.'),
    configMapKeyRef: part(ConfigMapKeyRefSchema, 'A key of a ConfigMap. Not supported by Cloud Run.', unsupported),
  },
  { title: 'EnvVarSource', description: 'Where the value comes from.', 'x-source': source },
);

/** One environment variable. */
export const EnvVarSchema = object(
  {
    name: text('Name of the variable.', { maxLength: 32768, ...inCapitals }),
    value: text('Value as a text, at most 32 KiB. `$(OTHER)` is not expanded.', { default: '', maxLength: 32768 }),
    valueFrom: part(EnvVarSourceSchema, 'Takes the value from a secret, instead of `value`.'),
  },
  {
    title: 'EnvVar',
    description: 'An environment variable of the container.',
    'x-required': ['name'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/environment-variables',
  },
);

const envSource = (title: string, what: string) =>
  object(
    {
      name: text(`Name of the ${what}.`, unsupported),
      optional: flag(`Whether the ${what} may be missing.`, unsupported),
      localObjectReference: part(LocalObjectReferenceSchema, 'Internal to the API.', unsupported),
    },
    { title, description: `All keys of a Kubernetes ${what}.`, 'x-source': source, 'x-unsupported': true },
  );

/** All keys of a ConfigMap or a Kubernetes Secret as variables; Cloud Run refuses it. */
export const EnvFromSourceSchema = object(
  {
    configMapRef: part(envSource('ConfigMapEnvSource', 'ConfigMap'), 'ConfigMap to read.', unsupported),
    secretRef: part(envSource('SecretEnvSource', 'Secret'), 'Kubernetes Secret to read.', unsupported),
    prefix: text('Text to put before each name.', unsupported),
  },
  {
    title: 'EnvFromSource',
    description: 'Variables from a ConfigMap or a Kubernetes Secret. Cloud Run does not support it.',
    'x-source': source,
    'x-unsupported': true,
  },
);

/** An item of `env` as a manifest may write it. */
export type EnvVarShape = Static<typeof EnvVarSchema>;
