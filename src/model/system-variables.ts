import type { WorkloadKind } from './workload.ts';

/** Variables that Cloud Run sets in every container; https://cloud.google.com/run/docs/container-contract#env-vars. */
const byKind: Readonly<Record<WorkloadKind, readonly string[]>> = {
  Service: ['K_SERVICE', 'K_REVISION', 'K_CONFIGURATION'],
  Job: [
    'CLOUD_RUN_JOB',
    'CLOUD_RUN_EXECUTION',
    'CLOUD_RUN_TASK_INDEX',
    'CLOUD_RUN_TASK_ATTEMPT',
    'CLOUD_RUN_TASK_COUNT',
  ],
  WorkerPool: [],
  // Not documented.
  Instance: [],
};

/** The variables that Cloud Run sets in every container of a workload. `PORT` is for the ingress container alone. */
export function systemVariables(kind: WorkloadKind): readonly string[] {
  return byKind[kind];
}
