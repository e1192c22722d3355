import type { Job } from './job.ts';
import type { ManifestFile } from './manifest-file.ts';
import type { Service } from './service.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Any of the three; its `kind` tells which. */
export type AnyWorkload = Service | Job | WorkerPool;

/** What a rule can apply to. */
export interface Kinds {
  /** The file as a whole, with documents that are no workload or cannot be read. */
  readonly file: ManifestFile;
  /** Every service, job and worker pool. */
  readonly workload: AnyWorkload;
  /** Every service; one that is meant for a cluster only where the target is Cloud Run. */
  readonly service: Service;
  /** Every job, also one whose apiVersion is missing or misspelt. */
  readonly job: Job;
  /** Every worker pool, also one whose apiVersion is missing or misspelt. */
  readonly workerPool: WorkerPool;
}

const names = { Service: 'service', Job: 'job', WorkerPool: 'worker pool' } as const;

/** How messages call a kind of workload, without an article: "worker pool". */
export function nameOf(kind: AnyWorkload['kind']): string {
  return names[kind];
}
