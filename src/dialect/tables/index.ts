import type { ObjectKind } from '../table.ts';
import { v1Service } from './v1-service.ts';
import { v2Job } from './v2-job.ts';
import { v2Service } from './v2-service.ts';
import { v2WorkerPool } from './v2-worker-pool.ts';

/** Every kind of object that is read in other words than v1's. */
export const objectKinds: readonly ObjectKind[] = [v2Service, v2Job, v2WorkerPool, v1Service];
