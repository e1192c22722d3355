import { isWithin } from '../text/path.ts';
import type { Field } from '../tree/field.ts';
import type { Container } from './container.ts';
import { parseBytes } from './quantity.ts';
import type { VolumeMountShape, VolumeShape } from './schema/index.ts';

/** What a volume can be made of in Cloud Run. */
const volumeSources = ['secret', 'emptyDir', 'csi', 'nfs'] as const;
/** The name of the field that says what a volume is made of. */
export type VolumeSource = (typeof volumeSources)[number];

/** A volume of the instance. */
export class Volume {
  /** Its item in the list `volumes`. */
  readonly field: Field<VolumeShape>;

  constructor(field: Field<VolumeShape>) {
    this.field = field;
  }

  /** undefined where it is absent or a placeholder. */
  get name(): string | undefined {
    return this.field.get('name').value;
  }

  /** The sources that the file gives; Cloud Run wants exactly one. */
  get sources(): readonly VolumeSource[] {
    return volumeSources.filter((name) => this.field.get(name).exists && !this.field.get(name).isNull);
  }

  /** Whether it lives in memory: an `emptyDir` of medium `Memory`, which is also what no medium means today. */
  get isMemory(): boolean {
    const emptyDir = this.field.get('emptyDir');
    const medium = emptyDir.get('medium');
    return (
      emptyDir.exists &&
      !emptyDir.isNull &&
      !emptyDir.unknown &&
      !medium.unknown &&
      (!medium.exists || medium.isNull || medium.text === '' || medium.text === 'Memory')
    );
  }

  /**
   * The files that it shows, as paths below its mount; [] for memory, where it starts empty, and undefined where they
   * cannot be known.
   */
  get files(): readonly string[] | undefined {
    if (this.isMemory) return [];
    const secret = this.field.get('secret');
    const items = secret.get('items');
    if (!secret.exists || items.unknown || (items.exists && items.isOpen)) return undefined;
    const names = items.items.length > 0 ? items.items.map((item) => item.get('path')) : [secret.get('secretName')];
    const files = names.flatMap(({ value }) => value ?? []);
    return files.length < names.length ? undefined : files;
  }

  /** The bound of an `emptyDir` in bytes; undefined where there is none or it is unknown. */
  get sizeLimit(): number | undefined {
    const text = this.field.get('emptyDir').get('sizeLimit').text;
    return text === undefined ? undefined : parseBytes(text);
  }
}

/** A volume mounted in a container. */
export class VolumeMount {
  /** Its item in the list `volumeMounts`. */
  readonly field: Field<VolumeMountShape>;
  /** The container that sees the volume there. */
  readonly container: Container;

  constructor(field: Field<VolumeMountShape>, container: Container) {
    this.field = field;
    this.container = container;
  }

  /** The volume of that name, the first of several; undefined where the file has none or the name is unknown. */
  get volume(): Volume | undefined {
    return this.volumeName === undefined ? undefined : this.container.workload.volume(this.volumeName);
  }

  /** The volume's name; undefined where it is absent or a placeholder. */
  get volumeName(): string | undefined {
    return this.field.get('name').value;
  }

  /** Absolute folder without a trailing slash; undefined where it is absent or a placeholder. */
  get path(): string | undefined {
    const path = this.field.get('mountPath').value;
    return path === undefined ? undefined : path.length > 1 ? path.replace(/\/+$/, '') : path;
  }

  /** Whether a file of this absolute path would lie on the volume. */
  holds(path: string): boolean {
    const folder = this.path;
    return folder !== undefined && isWithin(path, folder);
  }
}
