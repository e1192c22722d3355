import { instanceOf } from '../instance/instance.ts';
import type { Container } from '../model/container.ts';
import type { Span } from '../tree/span.ts';
import type { Snapshot } from './open-file.ts';

/** A remark of the editor that is not in the text. */
export interface Hint {
  /** Where it stands. */
  readonly offset: number;
  /** A few words. */
  readonly label: string;
}

/** What the file does not say of its containers: what they get by default, who takes the requests, what an image is. */
export function hintsIn({ file }: Snapshot, { start, end }: Span): readonly Hint[] {
  const containers = (file?.workloads ?? []).flatMap((workload) => workload.containers);
  return containers.flatMap(ofContainer).filter(({ offset }) => start <= offset && offset <= end);
}

function ofContainer(container: Container): readonly Hint[] {
  const { field, workload } = container;
  const image = field.get('image');
  if (!image.isScalar) return [];
  const limits = field.get('resources').get('limits');
  const { product } = instanceOf(workload).of(container);
  const remarks = [
    product?.name,
    container.isIngress && !container.hasPorts ? `takes the requests :${container.containerPort}` : undefined,
    limits.exists || limits.mayHoldMore ? undefined : '1 vCPU, 512 MiB',
  ].filter((remark) => remark !== undefined);
  return remarks.length > 0 ? [{ offset: image.span.end, label: remarks.join(', ') }] : [];
}
