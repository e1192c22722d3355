import type { Static } from '@sinclair/typebox';
import * as Type from '@sinclair/typebox';
import type { Role } from '../catalogue/product.ts';
import { type Severity, severities } from '../diagnostic.ts';
import type { Level } from './profile.ts';

const roles = [
  'application',
  'reverse-proxy',
  'api-gateway',
  'auth-proxy',
  'mesh-proxy',
  'database-proxy',
  'connection-pooler',
  'monitoring-agent',
  'metrics-scraper',
  'log-shipper',
  'policy-engine',
  'secrets-agent',
  'runtime',
  'tunnel',
  'cache',
  'database',
  'model-server',
  'tool',
  'debug-tool',
] as const satisfies readonly Role[];

const oneOf = <T extends string>(values: readonly T[], description: string) =>
  Type.Unsafe<T>({ type: 'string', enum: values, description });

const textOrTexts = (description: string) => Type.Union([Type.String(), Type.Array(Type.String())], { description });

/** Written without quotes it is a truth value, for others who check the file. */
const off = (description: string) => Type.Unsafe<'false'>({ enum: [false, 'false'], description });

const levels = (description: string) =>
  Type.Record(Type.String(), oneOf<Level>(['off', ...severities], 'How grave a finding is; off: not looked for.'), {
    description,
  });

const OverrideSchema = Type.Object(
  {
    files: Type.Optional(textOrTexts('Globs over paths, from the folder of this file. All files where it is missing.')),
    service: Type.Optional(
      textOrTexts(
        'Names, or globs over names, of services, jobs, worker pools and instances. All where it is missing.',
      ),
    ),
    container: Type.Optional(
      textOrTexts('Names, or globs over names, of containers. Where it is missing: all, and what is outside of any.'),
    ),
    rules: levels('Severity by rule or category.'),
    reason: Type.Optional(Type.String({ description: 'Why; needed where a rule is switched off.' })),
  },
  { title: 'Override', additionalProperties: false, description: 'Other severities for some files or containers.' },
);

const UserProductSchema = Type.Object(
  {
    image: Type.String({
      description: 'A glob over the image without tag and digest: * stays within a part of the path, ** does not.',
    }),
    product: Type.Optional(Type.String({ description: 'The known product that the image is built from.' })),
    role: Type.Optional(oneOf<Role>(roles, 'The part that it plays; that of the product where it is missing.')),
    ports: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 65_535 }), {
        description: 'The ports it listens on, all of them.',
      }),
    ),
  },
  { title: 'CatalogueEntry', additionalProperties: false, description: 'What an image of your own is.' },
);

const BesideSchema = Type.Object(
  {
    files: Type.Optional(textOrTexts('Globs over manifests, from the folder of this file. All where it is missing.')),
    container: Type.Optional(Type.String({ description: 'The name of the container, or a glob over names.' })),
    dockerfile: Type.Optional(Type.String({ description: 'Its Dockerfile, from the folder of this file.' })),
    context: Type.Optional(
      Type.String({ description: 'The folder that COPY counts from; that of the Dockerfile where it is missing.' }),
    ),
    config: Type.Optional(textOrTexts('Files that its product reads, from the folder of this file; globs are taken.')),
    at: Type.Optional(
      Type.String({
        description: 'The folder in the container that they lie in; that of the product where it is missing.',
      }),
    ),
    beside: Type.Optional(off('false: nothing is read for this container.')),
  },
  { title: 'Beside', additionalProperties: false, description: 'What belongs to a container of the manifest.' },
);

/** The configuration file: `cloudrun-lint.yaml`. Whatever reads, checks or publishes its form starts here. */
export const ConfigSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String({ description: 'Where editors find this schema.' })),
    extends: Type.Optional(
      textOrTexts('A profile (deploy, recommended or strict), another file beside this one, or several of them.'),
    ),
    rules: Type.Optional(levels('Severity by rule or by category.')),
    exclude: Type.Optional(textOrTexts('Globs over paths that are not linted, from the folder of this file.')),
    overrides: Type.Optional(
      Type.Array(OverrideSchema, { description: 'Exceptions for files, services and containers; later ones win.' }),
    ),
    catalogue: Type.Optional(
      Type.Array(UserProductSchema, { description: 'Images of your own; the first match counts.' }),
    ),
    beside: Type.Optional(
      Type.Union([off('false: no file beside a manifest is read.'), Type.Array(BesideSchema)], {
        description: 'Which Dockerfiles and configurations belong to which container; false: none is read.',
      }),
    ),
    locked: Type.Optional(textOrTexts('Rules and categories that no comment in a manifest may silence.')),
    baseline: Type.Optional(
      Type.String({
        description: 'The file of known findings, from the folder of this file: --update-baseline writes it.',
      }),
    ),
    target: Type.Optional(
      oneOf(['auto', 'cloud-run'], 'cloud-run: services that are meant for Knative on a cluster are linted too.'),
    ),
    failOn: Type.Optional(
      oneOf<Severity | 'never'>([...severities, 'never'], 'The mildest severity that makes the exit code 1.'),
    ),
    maxWarnings: Type.Optional(
      Type.Integer({ minimum: 0, description: 'More warnings than this make the exit code 1.' }),
    ),
  },
  { title: 'Configuration of cloudrun-lint', additionalProperties: false },
);

/** The content of a configuration file. */
export type ConfigContent = Static<typeof ConfigSchema>;
