import type { Field } from '../yaml/field.ts';
import type { Workload } from './workload.ts';

/** How an instance reaches a VPC network. */
export class VpcAccess {
  /** A Serverless VPC Access connector. */
  readonly connector: Field<string>;
  /** Direct VPC egress: a JSON list with one network interface. */
  readonly interfaces: Field<string>;
  /** What is sent through the network: `private-ranges-only` by default. */
  readonly egress: Field<string>;

  readonly #workload: Workload;

  constructor(workload: Workload) {
    this.#workload = workload;
    this.connector = workload.templateAnnotation('run.googleapis.com/vpc-access-connector');
    this.interfaces = workload.templateAnnotation('run.googleapis.com/network-interfaces');
    this.egress = workload.templateAnnotation('run.googleapis.com/vpc-access-egress');
  }

  /** Whether the file connects the instance to a network, in either way; undefined where a template may still do so. */
  get exists(): boolean | undefined {
    if (this.hasConnector || this.hasInterfaces) return true;
    const metadata = this.#workload.templateMetadata;
    const isOpen = metadata.unknown || metadata.get('annotations').unknown || this.#workload.hasTemplateLines;
    return isOpen ? undefined : false;
  }

  /** Whether the file names a connector; an empty text is none. */
  get hasConnector(): boolean {
    return isGiven(this.connector);
  }

  /** Whether the file asks for Direct VPC egress; an empty text does not. */
  get hasInterfaces(): boolean {
    return isGiven(this.interfaces);
  }
}

/** Whether an annotation is there and not empty: gcloud writes an empty text to take one back. */
function isGiven(annotation: Field<string>): boolean {
  return annotation.exists && !annotation.isNull && annotation.text !== '';
}
