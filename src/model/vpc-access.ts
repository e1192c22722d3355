import type { Field } from '../yaml/field.ts';
import type { Workload } from './workload.ts';

const connectorKey = 'run.googleapis.com/vpc-access-connector';
const interfacesKey = 'run.googleapis.com/network-interfaces';

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
    this.connector = workload.templateAnnotation(connectorKey);
    this.interfaces = workload.templateAnnotation(interfacesKey);
    this.egress = workload.templateAnnotation('run.googleapis.com/vpc-access-egress');
  }

  /**
   * Whether the file connects the instance to a network, in either way; undefined where a template may still do so, or
   * an annotation of the object itself was meant to.
   */
  get exists(): boolean | undefined {
    if (this.hasConnector || this.hasInterfaces) return true;
    if ([connectorKey, interfacesKey].some((key) => isGiven(this.#workload.annotation(key)))) return undefined;
    const metadata = this.#workload.templateMetadata;
    const isOpen = metadata.unknown || metadata.get('annotations').unknown || this.#workload.hasTemplateLines;
    return isOpen ? undefined : false;
  }

  get hasConnector(): boolean {
    return isGiven(this.connector);
  }

  get hasInterfaces(): boolean {
    return isGiven(this.interfaces);
  }
}

/** Whether an annotation is there and not empty: gcloud writes an empty text to take one back. */
function isGiven(annotation: Field<string>): boolean {
  return annotation.exists && !annotation.isNull && annotation.text !== '';
}
