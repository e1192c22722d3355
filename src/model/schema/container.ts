import type { Static } from '@sinclair/typebox';
import { EnvFromSourceSchema, EnvVarSchema } from './env.ts';
import { flag, integer, list, object, part, text, textList, textMap } from './field-kinds.ts';
import { ProbeSchema } from './probe.ts';
import { VolumeMountSchema } from './volume.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/Container';
const healthChecks = { 'x-source': 'https://cloud.google.com/run/docs/configuring/healthchecks' } as const;
const unsupported = { 'x-unsupported': true } as const;

/** The port on which the ingress container takes requests. */
const ContainerPortSchema = object(
  {
    containerPort: integer('Port on which the container listens, on all interfaces. Also given to it as PORT.', {
      default: 8080,
      minimum: 1,
      maximum: 65535,
    }),
    name: text('Protocol: http1, or h2c for HTTP/2 and gRPC end to end.', { enum: ['http1', 'h2c'] }),
    protocol: text('Transport; always TCP.', { enum: ['TCP'], default: 'TCP' }),
  },
  {
    title: 'ContainerPort',
    description: 'The port to which Cloud Run sends requests.',
    'x-source': 'https://cloud.google.com/run/docs/container-contract#port',
  },
);

/** CPU, memory and GPU of one container. */
const ResourcesSchema = object(
  {
    limits: textMap(
      'What the container gets: cpu ("1", "2", "4", "6", "8", or "80m" to "999m"), memory ("512Mi", "2Gi") and nvidia.com/gpu ("1"). Without it, 1 CPU and 512 MiB.',
      { 'x-source': 'https://cloud.google.com/run/docs/configuring/services/cpu' },
    ),
    requests: textMap('Accepted for cpu and memory; has no documented effect beside the limits.'),
  },
  { title: 'Resources', description: 'CPU, memory and GPU of the container.', 'x-source': source },
);

/** Kubernetes security settings; gcloud decodes one of them, Cloud Run supports none. */
const SecurityContextSchema = object(
  { runAsUser: integer('User to run as. Set USER in the image instead.', unsupported) },
  {
    title: 'SecurityContext',
    description: 'Security settings of Kubernetes. Not supported by Cloud Run.',
    'x-source': source,
    'x-unsupported': true,
  },
);

/** One container of the instance. */
export const ContainerSchema = object(
  {
    name: text(
      'Name of the container, unique in the instance: lowercase letters, digits, hyphens and dots, at most 63 characters. Start dependencies and logs use it.',
      { maxLength: 63 },
    ),
    image: text(
      'Container image in Artifact Registry, Container Registry or Docker Hub, or a public one of ghcr.io, built for 64-bit x86 Linux.',
      {
        'x-source': 'https://cloud.google.com/run/docs/deploying#images',
      },
    ),
    command: textList('Replaces the ENTRYPOINT of the image. No shell runs it, and `$(VAR)` is not expanded.', {
      'x-source': 'https://cloud.google.com/run/docs/configuring/services/containers#configure-entrypoint',
    }),
    args: textList('Replaces the CMD of the image, one item an argument. `$(VAR)` is not expanded.', {
      'x-source': 'https://cloud.google.com/run/docs/configuring/services/containers#configure-entrypoint',
    }),
    workingDir: text('Working directory, instead of the one of the image.'),
    ports: list(
      ContainerPortSchema,
      'The one port that takes requests. In a service with several containers exactly one of them has it: the ingress container.',
      { maxItems: 1, 'x-source': 'https://cloud.google.com/run/docs/container-contract#port' },
    ),
    env: list(EnvVarSchema, 'Environment variables, of this container alone.', {
      maxItems: 1000,
      'x-source': 'https://cloud.google.com/run/docs/configuring/services/environment-variables',
    }),
    resources: part(ResourcesSchema, 'CPU, memory and GPU of this container.'),
    volumeMounts: list(VolumeMountSchema, 'Volumes and the paths at which the container sees them.'),
    startupProbe: part(
      ProbeSchema,
      'Tells when the container has started; the other probes and traffic wait for it, and so do containers that depend on this one.',
      healthChecks,
    ),
    livenessProbe: part(
      ProbeSchema,
      'Tells whether the container is alive; a failure ends the instance.',
      healthChecks,
    ),
    readinessProbe: part(ProbeSchema, 'Tells whether the instance should be sent requests.', healthChecks),
    sandboxLauncher: flag('Whether the container may launch sandboxes. Preview.'),
    imagePullPolicy: text('When Kubernetes pulls the image. Cloud Run ignores it.', unsupported),
    terminationMessagePath: text('File for a last message in Kubernetes. Cloud Run ignores it.', unsupported),
    terminationMessagePolicy: text('How Kubernetes finds a last message. Cloud Run ignores it.', unsupported),
    envFrom: list(EnvFromSourceSchema, 'Variables from a ConfigMap. Not supported by Cloud Run.', unsupported),
    securityContext: part(SecurityContextSchema, 'Security settings. Not supported by Cloud Run.', unsupported),
  },
  {
    title: 'Container',
    description: 'One container of the instance.',
    'x-required': ['image'],
    'x-source': source,
  },
);

/** A container as a manifest may write it: no field of it is sure to be there, whatever Cloud Run requires. */
export type ContainerShape = Static<typeof ContainerSchema>;
