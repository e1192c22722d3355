import type { Job } from './job.ts';
import type { Service } from './service.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Any of the three; its `kind` tells which. */
export type AnyWorkload = Service | Job | WorkerPool;

const names = { Service: 'service', Job: 'job', WorkerPool: 'worker pool' } as const;

/** How messages call a kind of workload, without an article: "worker pool". */
export function nameOf(kind: AnyWorkload['kind']): string {
  return names[kind];
}
