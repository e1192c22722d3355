import { isAllPlaceholder } from '../text/placeholder.ts';
import type { Field } from '../tree/field.ts';
import { annotationMeantBy } from './annotation-mistakes.ts';
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
   * where the annotation is there but misspelt or at the wrong place.
   */
  get exists(): boolean | undefined {
    if (this.hasConnector || this.hasInterfaces) return true;
    const { metadata: own, templateMetadata: metadata } = this.#workload;
    const isOpen = metadata.get('annotations').mayHoldMore || this.connector.unknown;
    return isOpen || this.#isMeant([own, metadata]) ? undefined : false;
  }

  /** Whether the file certainly connects it in both ways: a placeholder alone may be filled in with nothing. */
  get isTwofold(): boolean {
    return [this.connector, this.interfaces].every((annotation) => isGiven(annotation) && !mayBeEmpty(annotation));
  }

  #isMeant(all: readonly Workload['metadata'][]): boolean {
    return all.some((metadata) =>
      metadata.get('annotations').keys.some((key) => {
        const meant = key === '' ? undefined : annotationMeantBy(key);
        return (meant === connectorKey || meant === interfacesKey) && isGiven(metadata.get('annotations').get(key));
      }),
    );
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

/** Whether a text consists of one placeholder alone, or is an empty list. */
function mayBeEmpty({ text = '' }: Field<string>): boolean {
  return isAllPlaceholder(text) || /^\[\s*\]$/.test(text.trim());
}

/** Whether an annotation is there and not empty: gcloud writes an empty text to take one back. */
function isGiven(annotation: Field<string>): boolean {
  return annotation.exists && !annotation.isNull && annotation.text !== '';
}
