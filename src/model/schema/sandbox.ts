import { ContainerSchema } from './container.ts';
import { list, object, part, text } from './field-kinds.ts';

const source = 'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec';
const { command, args, env, workingDir, volumeMounts } = ContainerSchema.properties;

/** A sandbox that a container with `sandboxLauncher` can start; it is no container of the instance. */
const SandboxTemplateSchema = object(
  {
    name: text('Name by which it is launched: lowercase letters, digits and hyphens, at most 63 characters.', {
      maxLength: 63,
    }),
    image: text('Container image in Artifact Registry or Docker Hub.'),
    command,
    args,
    env,
    workingDir,
    volumeMounts,
  },
  {
    title: 'SandboxTemplate',
    description: 'A sandbox that can be launched through the `sandbox` CLI.',
    'x-required': ['name', 'image'],
    'x-source': source,
  },
);

/** The sandboxes of an instance. */
const SandboxesSchema = object(
  { templates: list(SandboxTemplateSchema, 'Sandboxes that can be launched through the `sandbox` CLI.') },
  {
    title: 'Sandboxes',
    description: 'Sandboxes that a container with `sandboxLauncher` can start.',
    'x-required': ['templates'],
    'x-source': source,
  },
);

/**
 * The field `sandboxes` beside `containers`. In the public API description since October 2026; gcloud 578 does not know
 * it yet.
 */
export const sandboxes = part(SandboxesSchema, 'Sandboxes that a container with `sandboxLauncher` can start. Preview.');
