import type { Defect } from '../beside/facts.ts';
import type { Workload } from '../model/workload.ts';
import type { Finding } from '../rule.ts';
import { instanceOf } from './instance.ts';
import type { Member } from './member.ts';

/** What is wrong by itself with the configuration of a container. */
export interface Wrong<K extends Defect['kind']> {
  /** The container that reads it. */
  readonly member: Member;
  /** The mistake. */
  readonly defect: Extract<Defect, { kind: K }>;
  /** The product that reads it, as its makers write it. */
  readonly reader: string;
  /** Its place in the manifest. */
  readonly inManifest: Pick<Finding, 'related'>;
}

/** The mistakes of one kind in the configurations that lie beside a workload. */
export function* wrongIn<K extends Defect['kind']>(workload: Workload, kind: K): Generator<Wrong<K>> {
  for (const member of instanceOf(workload).members) {
    const { beside, container, label } = member;
    const product = beside?.product;
    if (!product) continue;
    const inManifest = { related: [{ on: container.field, message: `"${label}" reads it.` }] };
    for (const defect of beside.configuration?.defects ?? []) {
      if (defect.kind !== kind) continue;
      yield { member, defect: defect as Wrong<K>['defect'], reader: product.name, inManifest };
    }
  }
}
