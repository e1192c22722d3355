import type { Static } from '@sinclair/typebox';
import { flag, integer, list, object, part, text, textMap } from './field-kinds.ts';

const volumes = 'https://cloud.google.com/run/docs/reference/rest/v1/RevisionSpec';
const unsupported = { 'x-unsupported': true } as const;
const inCapitals = { 'x-capitals': true } as const;
const mode = { minimum: 0, maximum: 0o777 } as const;

/** One version of a secret as one file. */
const KeyToPathSchema = object(
  {
    key: text('Version of the secret: "latest", a number in quotes, or a version alias.'),
    path: text('Name of the file, relative to the mount path, without "..".'),
    mode: integer('Permissions of the file, such as 0440; a umask of 0222 applies.', mode),
  },
  {
    title: 'KeyToPath',
    description: 'Which version of the secret becomes which file.',
    'x-required': ['key', 'path'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/secrets',
  },
);

/** A secret of Secret Manager as files. */
const SecretVolumeSchema = object(
  {
    secretName: text(
      'Name of the secret in Secret Manager; for a secret of another project, an alias declared in the annotation run.googleapis.com/secrets.',
      inCapitals,
    ),
    items: list(
      KeyToPathSchema,
      'Versions to show as files. Without it, one file named like the secret holds the latest version.',
    ),
    defaultMode: integer('Permissions of the files, such as 0440; a umask of 0222 applies.', {
      ...mode,
      default: 0o444,
    }),
    optional: flag('Whether the secret may be missing. Not supported by Cloud Run.', unsupported),
  },
  {
    title: 'SecretVolume',
    description: 'A secret of Secret Manager as files.',
    'x-required': ['secretName'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/secrets',
  },
);

/** An empty folder that the containers of one instance share. */
const EmptyDirSchema = object(
  {
    medium: text(
      'Where the files lie: Memory, where they count against the memory of the container that writes them, or Disk: at least 10 GiB, in the second generation.',
      { enum: ['', 'Memory', 'Disk'] },
    ),
    sizeLimit: text('Largest size, such as "512Mi". Without it, half of the memory of all containers together.'),
  },
  {
    title: 'EmptyDir',
    description: 'An empty folder, shared by the containers of one instance and gone with it.',
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/in-memory-volume-mounts',
  },
);

/** Storage behind a driver; Cloud Run knows one, for Cloud Storage. */
const CsiSchema = object(
  {
    driver: text('Name of the driver.', { enum: ['gcsfuse.run.googleapis.com'] }),
    readOnly: flag('Whether the volume is read-only.', { default: false }),
    volumeAttributes: textMap(
      'Settings of the driver: bucketName, and mountOptions as a comma-separated list for Cloud Storage FUSE.',
    ),
  },
  {
    title: 'Csi',
    description: 'A Cloud Storage bucket as a folder.',
    'x-required': ['driver'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/cloud-storage-volume-mounts',
  },
);

/** An NFS share. */
const NfsSchema = object(
  {
    server: text('Host name or IP address of the NFS server.'),
    path: text('Path that the server exports.'),
    readOnly: flag('Whether the volume is read-only.', { default: false }),
  },
  {
    title: 'Nfs',
    description: 'A folder of an NFS server, reached through the VPC.',
    'x-required': ['server', 'path'],
    'x-source': 'https://cloud.google.com/run/docs/configuring/services/nfs-volume-mounts',
  },
);

/** A Kubernetes ConfigMap as files; gcloud decodes it, Cloud Run refuses it. */
const ConfigMapVolumeSchema = object(
  {
    name: text('Name of the ConfigMap.', unsupported),
    items: list(KeyToPathSchema, 'Keys to show as files.', unsupported),
    defaultMode: integer('Permissions of the files.', unsupported),
    optional: flag('Whether the ConfigMap may be missing.', unsupported),
  },
  {
    title: 'ConfigMapVolume',
    description: 'A Kubernetes ConfigMap. Cloud Run has no ConfigMaps.',
    'x-source': volumes,
    'x-unsupported': true,
  },
);

/** A volume of the instance. Exactly one source. */
export const VolumeSchema = object(
  {
    name: text('Name by which volumeMounts refer to it. "cloudsql" is reserved.'),
    secret: part(SecretVolumeSchema, 'A secret of Secret Manager as files.'),
    emptyDir: part(EmptyDirSchema, 'An empty folder, shared by the containers of one instance.'),
    csi: part(CsiSchema, 'A Cloud Storage bucket as a folder.'),
    nfs: part(NfsSchema, 'A folder of an NFS server.'),
    configMap: part(ConfigMapVolumeSchema, 'A Kubernetes ConfigMap. Not supported by Cloud Run.', unsupported),
  },
  {
    title: 'Volume',
    description: 'A volume that containers mount. Exactly one source.',
    'x-required': ['name'],
    'x-source': volumes,
  },
);

/** Where a container sees a volume. */
export const VolumeMountSchema = object(
  {
    name: text('Name of the volume.'),
    mountPath: text('Absolute path in the container, without ":" and not under /dev, /proc or /sys.'),
    subPath: text('Path within the volume to mount instead of its root. Refused for secrets.'),
    readOnly: flag('Not used by Cloud Run: read-only is said on the volume itself.', unsupported),
  },
  {
    title: 'VolumeMount',
    description: 'Where the container sees a volume.',
    'x-required': ['name', 'mountPath'],
    'x-source': 'https://cloud.google.com/run/docs/reference/rest/v1/Container',
  },
);

/** An item of `volumes` as a manifest may write it. */
export type VolumeShape = Static<typeof VolumeSchema>;
/** An item of `volumeMounts` as a manifest may write it. */
export type VolumeMountShape = Static<typeof VolumeMountSchema>;
