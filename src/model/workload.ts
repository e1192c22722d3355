import { groupBy } from '../group-by.ts';
import type { Field, Segment } from '../tree/field.ts';
import { scalarTexts } from '../tree/scalar-texts.ts';
import type { OpenField } from './conformity/written.ts';
import { Container } from './container.ts';
import { Dependencies } from './dependencies.ts';
import { Gpu, total } from './instance-size.ts';
import type { MetadataShape, RevisionSpecShape, ServiceShape } from './schema/index.ts';
import { type Surroundings, unknownSurroundings } from './surroundings.ts';
import { Volume, type VolumeMount } from './volume.ts';
import { VpcAccess } from './vpc-access.ts';

/** What the documents of all kinds have in common. */
export type WorkloadShape = Pick<ServiceShape, 'apiVersion' | 'kind' | 'metadata'>;

/** The fields that a revision's and a task's spec have in common. */
export type TemplateSpecShape = Pick<
  RevisionSpecShape,
  'containers' | 'volumes' | 'serviceAccountName' | 'timeoutSeconds' | 'nodeSelector'
>;

/** The kinds that Cloud Run deploys from YAML. */
export type WorkloadKind = 'Service' | 'Job' | 'WorkerPool' | 'Instance';

/** The sandbox an instance runs in; `any` where the file leaves the choice to Cloud Run. */
export type ExecutionEnvironment = 'gen1' | 'gen2' | 'any';

/** What services, jobs, worker pools and instances share: containers that run together in one instance. */
export abstract class Workload {
  /** The `kind` of the document, which says what subclass it is. */
  abstract readonly kind: WorkloadKind;
  /** The whole document. */
  readonly field: Field<WorkloadShape>;
  /** What is known of the document from outside of it. */
  readonly surroundings: Surroundings;
  /** The metadata that goes on every instance: a revision's, or a job execution's. */
  abstract readonly templateMetadata: Field<MetadataShape>;
  /** The part that holds `containers` and `volumes`. */
  abstract readonly templateSpec: Field<TemplateSpecShape>;

  #texts: ReadonlySet<string> | undefined;
  #containers: readonly Container[] | undefined;
  #volumes: readonly Volume[] | undefined;
  #dependencies: Dependencies | undefined;
  #volumesByName: ReadonlyMap<string, Volume> | undefined;
  #mountsByName: ReadonlyMap<string, readonly VolumeMount[]> | undefined;

  constructor(field: Field<WorkloadShape>, surroundings: Surroundings = unknownSurroundings) {
    this.field = field;
    this.surroundings = surroundings;
  }

  /** The whole document as fields of any name, for questions that the types of Cloud Run's own fields do not allow. */
  get open(): OpenField {
    return this.field as unknown as OpenField;
  }

  /** Whether the document has such a key or such a whole value, wherever it stands. */
  mentions(text: string): boolean {
    this.#texts ??= scalarTexts(this.field.node);
    return this.#texts.has(text);
  }

  /** undefined where it is absent or a placeholder. */
  get name(): string | undefined {
    return this.field.get('metadata').get('name').value;
  }

  /** The metadata of the object itself. */
  get metadata(): Field<MetadataShape> {
    return this.field.get('metadata');
  }

  /** The metadata of the object and that of its template, where it has one. */
  get allMetadata(): readonly Field<MetadataShape>[] {
    return [this.metadata, this.templateMetadata];
  }

  /** An annotation of the object itself. */
  annotation(key: string): Field<string> {
    return this.metadata.get('annotations').get(key);
  }

  /** An annotation of the template, which goes on every instance. */
  templateAnnotation(key: string): Field<string> {
    return this.templateMetadata.get('annotations').get(key);
  }

  /** Whether an annotation of the template stands in the object's own metadata instead: that is a finding already. */
  isMisplaced(key: string): boolean {
    return !this.templateAnnotation(key).exists && this.annotation(key).exists;
  }

  /** In the file's order; [] where the file has none. */
  get containers(): readonly Container[] {
    this.#containers ??= this.templateSpec
      .get('containers')
      .items.map((field, index) => new Container(this, field, index));
    return this.#containers;
  }

  /** The container that holds a place of the document; undefined for a place outside of all. */
  containerAt(path: readonly Segment[]): Container | undefined {
    const index = path[path.indexOf('containers') + 1];
    return typeof index === 'number' && path.includes('containers') ? this.containers[index] : undefined;
  }

  /** The container that takes the requests; undefined where there is none, or several claim to. */
  get ingress(): Container | undefined {
    return undefined;
  }

  /** Every container but the ingress. */
  get sidecars(): readonly Container[] {
    return this.containers.filter((container) => container !== this.ingress);
  }

  /** In the file's order; [] where the file has none. */
  get volumes(): readonly Volume[] {
    this.#volumes ??= this.templateSpec.get('volumes').items.map((field) => new Volume(field));
    return this.#volumes;
  }

  /** The volume of this name, the first of several. */
  volume(name: string): Volume | undefined {
    // From the last to the first, so that the first one stays.
    this.#volumesByName ??= new Map(this.volumes.toReversed().map((volume) => [volume.name ?? '', volume]));
    return this.#volumesByName.get(name);
  }

  /** Where a volume is mounted, in all containers. Of several volumes with one name, the mounts are the first one's. */
  mountsOf(volume: Volume): readonly VolumeMount[] {
    if (volume.name === undefined || this.volume(volume.name) !== volume) return [];
    this.#mountsByName ??= groupBy(
      this.containers.flatMap(({ mounts }) => mounts),
      ({ volumeName }) => volumeName ?? '',
    );
    return this.#mountsByName.get(volume.name) ?? [];
  }

  /** Whether all mounts can be read, so that a volume without any is surely not used. */
  get hasKnownMounts(): boolean {
    return (
      !this.mayHoldMore &&
      this.containers.every(
        ({ field, mounts }) =>
          !field.get('volumeMounts').mayHoldMore && mounts.every((mount) => mount.volumeName !== undefined),
      )
    );
  }

  /**
   * Whether containers may yet come that the file does not show, or a template fills in or drops whole lines: what is
   * missing may yet come, what stands twice may be a choice.
   */
  get mayHoldMore(): boolean {
    return this.templateSpec.get('containers').mayHoldMore;
  }

  /** How an instance reaches a VPC network, as far as the annotations say. */
  get vpcAccess(): VpcAccess {
    return new VpcAccess(this);
  }

  /** Jobs and worker pools run in the second generation only; undefined for a placeholder or nonsense. */
  get executionEnvironment(): ExecutionEnvironment | undefined {
    return 'gen2';
  }

  /** Whether CPU is there outside requests, as it is for all but services; undefined where unknown. */
  get hasCpuAlways(): boolean | undefined {
    return true;
  }

  /** Milli-CPU of all containers; undefined if one is unknown. */
  get totalCpu(): number | undefined {
    return total(this.containers, 'cpu');
  }

  /** Memory of all containers in bytes; undefined if one is unknown. */
  get totalMemory(): number | undefined {
    return total(this.containers, 'memory');
  }

  /** The GPU of an instance, whether or not the file asks for one. */
  get gpu(): Gpu {
    return new Gpu(this);
  }

  /** Who waits for whom. */
  get dependencies(): Dependencies {
    this.#dependencies ??= new Dependencies(
      this.templateAnnotation('run.googleapis.com/container-dependencies'),
      this.containers,
    );
    return this.#dependencies;
  }
}
