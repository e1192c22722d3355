import { Field } from '../yaml/field.ts';
import type { SourceDocument } from '../yaml/source.ts';
import { Job } from './job.ts';
import type { AnyWorkload } from './kinds.ts';
import { JobSchema, ServiceSchema, WorkerPoolSchema } from './schema/index.ts';
import { Service } from './service.ts';
import { WorkerPool } from './worker-pool.ts';
import type { WorkloadShape } from './workload.ts';

/** The apiVersions of Cloud Run's own kinds, whatever their version: cheap to look for in a text. */
const groups = /(?:serving\.knative\.dev|run\.googleapis\.com)\//;

/** Whether a text may hold a Cloud Run manifest at all. False is certain, so that other YAML is never parsed. */
export function mayBeCloudRun(text: string): boolean {
  return groups.test(text);
}

/** The workload in a document, or undefined for anything that Cloud Run does not deploy from YAML. */
export function recognise(document: SourceDocument): AnyWorkload | undefined {
  if (!document.root || document.problem) return undefined;
  const root = Field.root<WorkloadShape>(document, ServiceSchema);
  const group = root.get('apiVersion').text?.split('/')[0];
  if (group !== 'serving.knative.dev' && group !== 'run.googleapis.com') return undefined;
  switch (root.get('kind').text) {
    case 'Service':
      return new Service(root);
    case 'Job':
      return new Job(Field.root<WorkloadShape>(document, JobSchema));
    case 'WorkerPool':
      return new WorkerPool(Field.root<WorkloadShape>(document, WorkerPoolSchema));
    default:
      return undefined;
  }
}
