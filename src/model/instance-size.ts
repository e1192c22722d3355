import type { Field } from '../tree/field.ts';
import type { Container } from './container.ts';
import type { Workload } from './workload.ts';

/**
 * How much CPU and memory go together, and how much an instance can have. CPU in milli-CPU, memory in bytes.
 * From https://cloud.google.com/run/docs/configuring/services/cpu and .../memory-limits.
 */
const mi = 2 ** 20;
const gi = 2 ** 30;

/** What Cloud Run gives a container without limits. */
export const defaultCpu = 1000;
/** The same for memory: 512 MiB in bytes. */
export const defaultMemory = 512 * mi;

/** The smallest CPU limit of a container. */
export const leastCpu = 80;

/** The CPU limits from one CPU on; below one, every whole milli-CPU from `leastCpu` is allowed. */
export const wholeCpus: readonly number[] = [1000, 2000, 4000, 6000, 8000];

/** The most that an instance can have, without the larger GPUs. */
export const largestInstance = { cpu: 8000, memory: 32 * gi } as const;

/** The least memory of an instance: of the first generation, and of everything else. */
export const leastMemory = { gen1: 128 * mi, gen2: 512 * mi } as const;

/** From this CPU on, at least `least` and at most `most` memory. */
interface MemoryRange {
  readonly cpu: number;
  readonly least: number;
  readonly most: number;
}

const memoryByCpu: readonly MemoryRange[] = [
  { cpu: 0, least: 0, most: 512 * mi },
  { cpu: 500, least: 0, most: gi },
  { cpu: 1000, least: 0, most: 4 * gi },
  { cpu: 2000, least: 0, most: 8 * gi },
  { cpu: 4000, least: 2 * gi, most: 16 * gi },
  { cpu: 6000, least: 4 * gi, most: 24 * gi },
  { cpu: 8000, least: 4 * gi, most: 32 * gi },
];

/** The memory that this much CPU allows. Between two rows of the table the smaller one counts. */
export function memoryRange(cpu: number): MemoryRange {
  return memoryByCpu.findLast((row) => row.cpu <= cpu) ?? memoryByCpu[0]!;
}

/** The least CPU that allows this much memory; undefined beyond what any instance can have. */
export function leastCpuFor(memory: number): number | undefined {
  const row = memoryByCpu.find(({ most }) => memory <= most);
  return row && Math.max(row.cpu, leastCpu);
}

/** What a GPU type asks of its instance. */
interface GpuType {
  /** The least milli-CPU of the whole instance. */
  readonly cpu: number;
  /** The least memory of the whole instance, in bytes. */
  readonly memory: number;
  /** A CPU limit above the least, in milli-CPU, that was seen refused; which steps there are is not documented. */
  readonly refusedCpu?: number;
}

/** What each GPU type asks for; https://cloud.google.com/run/docs/configuring/services/gpu. */
export const gpuTypes: ReadonlyMap<string, GpuType> = new Map<string, GpuType>([
  ['nvidia-l4', { cpu: 4000, memory: 16 * gi }],
  ['nvidia-rtx-pro-6000', { cpu: 20000, memory: 80 * gi, refusedCpu: 21000 }],
]);

/** The sum over all containers; undefined if one is unknown, there is none, or a template chooses among them. */
export function total(containers: readonly Container[], of: 'cpu' | 'memory'): number | undefined {
  if (containers[0]?.workload.mayHoldMore ?? true) return undefined;
  let sum = 0;
  for (const container of containers) {
    const amount = container[of];
    if (amount === undefined) return undefined;
    sum += amount;
  }
  return sum;
}

/** The GPU of an instance, as far as the file asks for one. */
export class Gpu {
  /** The type, under `nodeSelector`, whether or not the file has it. */
  readonly accelerator: Field<string>;
  /** The containers with a limit for `nvidia.com/gpu`. Cloud Run gives the GPU to one. */
  readonly containers: readonly Container[];

  constructor(workload: Workload) {
    this.accelerator = workload.templateSpec.get('nodeSelector').get('run.googleapis.com/accelerator');
    this.containers = workload.containers.filter(({ gpu }) => gpu.exists && !gpu.isNull);
  }

  /** Whether a container asks for no GPU in so many words, `0`. */
  isNone(container: Container | undefined): boolean {
    return /^0+$/.test(container?.gpu.text ?? '');
  }

  /** Whether the file asks for a GPU in any way. */
  get isWanted(): boolean {
    return this.containers.length > 0 || (this.accelerator.exists && !this.accelerator.isNull);
  }
}
