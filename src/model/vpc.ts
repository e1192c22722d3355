import type { Workload } from './workload.ts';

/** Annotations of the template, either of which gives the instance a way into a VPC network. */
const keys = ['run.googleapis.com/network-interfaces', 'run.googleapis.com/vpc-access-connector'] as const;

/** Whether the instance has a way into a VPC network; undefined where a placeholder may hold one. */
export function reachesVpc(workload: Workload): boolean | undefined {
  const annotations = workload.templateMetadata.get('annotations');
  if (workload.templateMetadata.unknown || annotations.unknown) return undefined;
  return keys.some((key) => workload.templateAnnotation(key).exists);
}
