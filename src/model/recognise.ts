import { suggest } from '../text/suggest.ts';
import { Field } from '../tree/field.ts';
import type { SourceDocument } from '../tree/source.ts';
import { Job } from './job.ts';
import type { AnyWorkload } from './kinds.ts';
import { InstanceSchema, JobSchema, ServiceSchema, WorkerPoolSchema } from './schema/index.ts';
import { Service } from './service.ts';
import { SingleInstance } from './single-instance.ts';
import type { Surroundings } from './surroundings.ts';
import { WorkerPool } from './worker-pool.ts';
import type { WorkloadShape } from './workload.ts';

/** The apiVersions of Cloud Run's own kinds, whatever their version: cheap to look for in a text. */
const groups = /(?:serving\.knative\.dev|run\.googleapis\.com)\//;

/** Whether a text may hold a Cloud Run manifest at all. False is certain, so that other YAML is never parsed. */
export function mayBeCloudRun(text: string): boolean {
  return groups.test(text);
}

/** The workload in a document, or undefined for anything that Cloud Run does not deploy from YAML. */
export function recognise(document: SourceDocument, surroundings?: Surroundings): AnyWorkload | undefined {
  if (!document.root || document.problem) return undefined;
  const root = Field.root<WorkloadShape>(document, ServiceSchema);
  if (!isOfOurGroup(root) && !isMeantForOurGroup(root)) return undefined;
  switch (root.get('kind').text) {
    case 'Service':
      return new Service(root, surroundings);
    case 'Job':
      return new Job(Field.root<WorkloadShape>(document, JobSchema), surroundings);
    case 'WorkerPool':
      return new WorkerPool(Field.root<WorkloadShape>(document, WorkerPoolSchema), surroundings);
    case 'Instance':
      return new SingleInstance(Field.root<WorkloadShape>(document, InstanceSchema), surroundings);
    default:
      return undefined;
  }
}

const ourGroups = ['serving.knative.dev', 'run.googleapis.com'];

function isOfOurGroup(root: Field<WorkloadShape>): boolean {
  return /^(?:serving\.knative\.dev|run\.googleapis\.com)(?:\/|$)/.test(root.get('apiVersion').text ?? '');
}

/**
 * Whether a document lacks its apiVersion or has a misspelt one, but can be nothing else by its kind and form: a
 * Kubernetes Service has no template, and a Kubernetes Job has one template less.
 */
function isMeantForOurGroup(root: Field<WorkloadShape>): boolean {
  const [group = '', version] = root.get('apiVersion').text?.split('/') ?? [];
  if (version !== undefined && suggest(group, ourGroups, 4) === undefined) return false;
  const template = (root as unknown as Field<Templated>).get('spec').get('template');
  switch (root.get('kind').text) {
    case 'Service':
      return template.get('spec').get('containers').exists;
    case 'Job':
      return template.get('spec').get('template').get('spec').get('containers').exists;
    case 'WorkerPool':
      return template.exists;
    case 'Instance':
      return version !== undefined && (root as unknown as Field<Templated>).get('spec').get('containers').exists;
    default:
      return false;
  }
}

interface Templated {
  readonly spec?: { readonly template?: Template; readonly containers?: unknown[] };
}

interface Template {
  readonly spec?: { readonly containers?: unknown[]; readonly template?: Template };
}
