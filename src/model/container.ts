import { folderOf } from '../text/path.ts';
import { namelessContainer } from '../text/sentences.ts';
import type { Field, Placed } from '../tree/field.ts';
import { CommandLine } from './command-line.ts';
import type { OpenField } from './conformity/written.ts';
import { EnvVar } from './env.ts';
import { type Image, parseImage } from './image.ts';
import { defaultCpu, defaultMemory } from './instance-size.ts';
import { Probe } from './probe.ts';
import { parseBytes, parseCpu } from './quantity.ts';
import type { ContainerShape } from './schema/index.ts';
import { VolumeMount } from './volume.ts';
import type { Workload } from './workload.ts';

/** One container of an instance. */
export class Container {
  /** The workload that it is a part of. */
  readonly workload: Workload;
  /** Its mapping in the file. */
  readonly field: Field<ContainerShape>;
  /** Its position in the list, from 0. Order means nothing to Cloud Run. */
  readonly index: number;

  #imageReference: Image | undefined;
  #commandLine: CommandLine | undefined;
  #env: readonly EnvVar[] | undefined;
  #envByName: ReadonlyMap<string, EnvVar> | undefined;
  #startupProbe: Probe | undefined;
  #livenessProbe: Probe | undefined;
  #readinessProbe: Probe | undefined;
  #probes: readonly Probe[] | undefined;
  #mounts: readonly VolumeMount[] | undefined;
  #mountsByPath: ReadonlyMap<string, VolumeMount> | undefined;

  constructor(workload: Workload, field: Field<ContainerShape>, index: number) {
    this.workload = workload;
    this.field = field;
    this.index = index;
  }

  /** undefined where it is absent or a placeholder; `field.get('name').exists` tells which. */
  get name(): string | undefined {
    return this.field.get('name').value || undefined;
  }

  /** How messages call it: its name as written, else its place among the others, see `namelessContainer`. */
  get label(): string {
    return this.field.get('name').text || namelessContainer(this.index, this.workload.containers.length);
  }

  /** The image reference as written, placeholders included; undefined where there is none. */
  get image(): string | undefined {
    return this.field.get('image').text || undefined;
  }

  /** The image reference in its parts; undefined where there is none. */
  get imageReference(): Image | undefined {
    const { image } = this;
    if (image !== undefined) this.#imageReference ??= parseImage(image);
    return this.#imageReference;
  }

  /** Where to point for the image's tag: at the tag with its colon, or at the whole reference where it has none. */
  get tagPlace(): Placed {
    const field = this.field.get('image');
    const tag = this.imageReference?.tag;
    const colon = tag === undefined ? -1 : field.text!.lastIndexOf(':');
    return colon === -1 ? field : field.part(colon, colon + 1 + tag!.length);
  }

  /** For the beginning of a message: `"shop"`; `The container` for an only one without a name. */
  get subject(): string {
    return this.#isPlain ? 'The container' : `"${this.label}"`;
  }

  /** For a message about a part of it, ` of "shop"`; empty for an only one without a name, as no other can be meant. */
  after(preposition: 'of' | 'in' | 'for'): string {
    return this.#isPlain ? '' : ` ${preposition} "${this.label}"`;
  }

  get #isPlain(): boolean {
    return !this.field.get('name').text && this.workload.containers.length === 1;
  }

  /** Whether it takes the requests: it has `ports`, or it is a service's only container. */
  get isIngress(): boolean {
    return this.workload.ingress === this;
  }

  /** The same as fields of any name, see `Workload.open`. */
  get open(): OpenField {
    return this.field as unknown as OpenField;
  }

  /** Whether the file gives it at least one port. */
  get hasPorts(): boolean {
    const ports = this.field.get('ports');
    return ports.exists && (ports.items.length > 0 || ports.unknown);
  }

  /** The number in `ports`, as written: undefined where there is no port or no number in it. */
  get portPlace(): Field<number> | undefined {
    const place = this.field.get('ports').items[0]?.get('containerPort');
    return place?.exists ? place : undefined;
  }

  /**
   * The number in `ports`. Where it is absent, 8080 for the container that takes the requests, undefined for others;
   * undefined for a placeholder, too.
   */
  get containerPort(): number | undefined {
    const { portPlace: port } = this;
    if (port && !port.isNull) return port.value;
    return this.isIngress ? 8080 : undefined;
  }

  /** Replaces the image's entry point; [] where the file is silent. Placeholders are kept as text. */
  get command(): readonly string[] {
    return written(this.field.get('command'));
  }

  /** Replaces the image's arguments; [] where the file is silent. Placeholders are kept as text. */
  get args(): readonly string[] {
    return written(this.field.get('args'));
  }

  /** What `command` and `args` start; without words where the file is silent. */
  get commandLine(): CommandLine {
    this.#commandLine ??= new CommandLine(this.field.get('command').items, this.field.get('args').items);
    return this.#commandLine;
  }

  /** Every text that the container is started with: command, arguments and the values of variables, in this order. */
  get texts(): readonly Field<string>[] {
    return this.namedTexts.map(({ text }) => text);
  }

  /** The same with what comes before each: the argument before it, or the variable's name. */
  get namedTexts(): readonly { readonly text: Field<string>; readonly name: string | undefined }[] {
    const words = [...this.field.get('command').items, ...this.field.get('args').items];
    return [
      ...words.map((text, index) => ({ text, name: words[index - 1]?.text })),
      ...this.env.map((variable) => ({ text: variable.field.get('value'), name: variable.name })),
    ];
  }

  /** The environment variables, in the file's order; [] where the file is silent. */
  get env(): readonly EnvVar[] {
    this.#env ??= this.field.get('env').items.map((field) => new EnvVar(field));
    return this.#env;
  }

  /** The variable of this name; of several the last, as in Cloud Run. */
  variable(name: string): EnvVar | undefined {
    this.#envByName ??= new Map(this.env.map((variable) => [variable.field.get('name').text ?? '', variable]));
    return this.#envByName.get(name);
  }

  /** The variables whose name an earlier one has, each with the first of that name. */
  get repeatedVariables(): readonly { readonly variable: EnvVar; readonly first: EnvVar }[] {
    const firstOf = new Map<string, EnvVar>();
    return this.env.flatMap((variable) => {
      const { name } = variable;
      if (name === undefined) return [];
      const first = firstOf.get(name);
      if (first) return [{ variable, first }];
      firstOf.set(name, variable);
      return [];
    });
  }

  /** The probe that tells when it has started; it does not exist where the file gives none. */
  get startupProbe(): Probe {
    this.#startupProbe ??= new Probe(this.field.get('startupProbe'), 'startupProbe');
    return this.#startupProbe;
  }

  /** The probe that restarts it; it does not exist where the file gives none. */
  get livenessProbe(): Probe {
    this.#livenessProbe ??= new Probe(this.field.get('livenessProbe'), 'livenessProbe');
    return this.#livenessProbe;
  }

  /** The probe that keeps requests away; it does not exist where the file gives none. */
  get readinessProbe(): Probe {
    this.#readinessProbe ??= new Probe(this.field.get('readinessProbe'), 'readinessProbe');
    return this.#readinessProbe;
  }

  /** The probes that the file gives. */
  get probes(): readonly Probe[] {
    this.#probes ??= [this.startupProbe, this.livenessProbe, this.readinessProbe].filter(({ exists }) => exists);
    return this.#probes;
  }

  /** Its volume mounts, in the file's order; [] where the file is silent. */
  get mounts(): readonly VolumeMount[] {
    this.#mounts ??= this.field.get('volumeMounts').items.map((field) => new VolumeMount(field, this));
    return this.#mounts;
  }

  /** Whether all its mounts are shown, each with its folder and its volume. */
  get hasKnownMounts(): boolean {
    if (this.field.get('volumeMounts').mayHoldMore) return false;
    return this.mounts.every(({ path, volumeName }) => path !== undefined && volumeName !== undefined);
  }

  /** The mount whose folder would hold this absolute path; the deepest of several. */
  mountHolding(path: string): VolumeMount | undefined {
    // Linux knows no longer paths, and a file may have any number of mounts and paths.
    if (!path.startsWith('/') || path.length > 4096) return undefined;
    this.#mountsByPath ??= new Map(this.mounts.toReversed().map((mount) => [mount.path ?? '', mount]));
    for (let folder = path; folder !== ''; folder = folderOf(folder)) {
      const mount = this.#mountsByPath.get(folder);
      if (mount) return mount;
    }
    return this.#mountsByPath.get('/');
  }

  /** `resources.limits`. */
  get limits(): Field<Record<string, string>> {
    return this.field.get('resources').get('limits');
  }

  /** For which of the two the file sets no limit, so that Cloud Run's default holds; [] where that cannot be known. */
  get missingLimits(): readonly ('cpu' | 'memory')[] {
    const { limits } = this;
    if (limits.mayHoldMore) return [];
    return (['cpu', 'memory'] as const).filter((key) => !limits.get(key).exists || limits.get(key).isNull);
  }

  /** The CPU limit in milli-CPU, Cloud Run's default of 1000 where absent; undefined where unknown or malformed. */
  get cpu(): number | undefined {
    return quantityOr(this.limits.get('cpu'), parseCpu, defaultCpu);
  }

  /** The memory limit in bytes, Cloud Run's default of 512 MiB where absent; undefined where unknown or malformed. */
  get memory(): number | undefined {
    return quantityOr(this.limits.get('memory'), parseBytes, defaultMemory);
  }

  /** The limit for `nvidia.com/gpu`, whether or not the file has it. */
  get gpu(): Field<string> {
    return this.limits.get('nvidia.com/gpu');
  }
}

function written(list: Field<string[]>): readonly string[] {
  return list.items.map((item) => item.text ?? '');
}

/** An unquoted number counts as the quantity it means; that gcloud refuses it is a rule's business. */
function quantityOr(
  field: Field<string>,
  parse: (text: string) => number | undefined,
  fallback: number,
): number | undefined {
  if (!field.exists || field.isNull) return field.mayHoldMore ? undefined : fallback;
  return field.unknown || field.text === undefined ? undefined : parse(field.text);
}
