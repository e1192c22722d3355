import type { Job } from './job.ts';
import type { ManifestFile } from './manifest-file.ts';
import type { Service } from './service.ts';
import type { SingleInstance } from './single-instance.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Any of the four; its `kind` tells which. */
export type AnyWorkload = Service | Job | WorkerPool | SingleInstance;

/** What a rule can apply to. */
export interface Kinds {
  /** The file as a whole, with documents that are no workload or cannot be read. */
  readonly file: ManifestFile;
  /** Every service, job, worker pool and instance. */
  readonly workload: AnyWorkload;
  /** Every service; one that is meant for a cluster only where the target is Cloud Run. */
  readonly service: Service;
  /** Every service and every instance: what takes requests on a port. */
  readonly served: Service | SingleInstance;
  /** Every job, also one whose apiVersion is missing or misspelt. */
  readonly job: Job;
  /** Every worker pool, also one whose apiVersion is missing or misspelt. */
  readonly workerPool: WorkerPool;
  /** Every instance by itself: kind `Instance`, in preview. */
  readonly singleInstance: SingleInstance;
}

const names = { Service: 'service', Job: 'job', WorkerPool: 'worker pool', Instance: 'instance' } as const;

/** What messages call a kind of workload, with its article: "an instance". */
export function aWorkload(kind: AnyWorkload['kind']): string {
  return `${kind === 'Instance' ? 'an' : 'a'} ${names[kind]}`;
}

/** How messages call a kind of workload, without an article: "worker pool". */
export function nameOf(kind: AnyWorkload['kind']): string {
  return names[kind];
}
