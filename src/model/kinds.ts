import type { Job } from './job.ts';
import type { Service } from './service.ts';
import type { SingleInstance } from './single-instance.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Any of the four; its `kind` tells which. */
export type AnyWorkload = Service | Job | WorkerPool | SingleInstance;

const names = { Service: 'service', Job: 'job', WorkerPool: 'worker pool', Instance: 'instance' } as const;

/** What messages call a kind of workload, with its article: "an instance". */
export function aWorkload(kind: AnyWorkload['kind']): string {
  return `${kind === 'Instance' ? 'an' : 'a'} ${names[kind]}`;
}

/** How messages call a kind of workload, without an article: "worker pool". */
export function nameOf(kind: AnyWorkload['kind']): string {
  return names[kind];
}
