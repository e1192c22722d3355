import type { Field } from '../tree/field.ts';
import type { Container } from './container.ts';
import { Scaling } from './scaling.ts';
import type { MetadataShape, ServiceShape } from './schema/index.ts';
import { TrafficTarget } from './traffic.ts';
import { type ExecutionEnvironment, type TemplateSpecShape, Workload } from './workload.ts';

/** A Cloud Run service: `serving.knative.dev/v1`, kind `Service`. */
export class Service extends Workload {
  readonly kind = 'Service';
  #ingress: Container | null | undefined;

  /** The whole document with the fields that only a service has. */
  get service(): Field<ServiceShape> {
    return this.field as unknown as Field<ServiceShape>;
  }

  /** What the next revision will be, whether or not the file has it. */
  get template(): Field<NonNullable<NonNullable<ServiceShape['spec']>['template']>> {
    return this.service.get('spec').get('template');
  }

  override get templateMetadata(): Field<MetadataShape> {
    return this.template.get('metadata');
  }

  override get templateSpec(): Field<TemplateSpecShape> {
    return this.template.get('spec') as unknown as Field<TemplateSpecShape>;
  }

  /** The only container, or the one of several that has `ports`. */
  override get ingress(): Container | undefined {
    if (this.#ingress === undefined) {
      const candidates = this.containers.length === 1 ? this.containers : this.containers.filter((c) => c.hasPorts);
      this.#ingress = candidates.length === 1 ? candidates[0]! : null;
    }
    return this.#ingress ?? undefined;
  }

  /**
   * Whether CPU is there outside requests (`cpu-throttling: "false"`); false is Cloud Run's default, undefined a
   * placeholder or nonsense.
   */
  override get hasCpuAlways(): boolean | undefined {
    const key = 'run.googleapis.com/cpu-throttling';
    const throttling = this.templateAnnotation(key);
    if (this.isMisplaced(key)) return undefined;
    if (!throttling.exists || throttling.isNull) return throttling.mayHoldMore ? undefined : false;
    const text = throttling.unknown ? undefined : throttling.text?.toLowerCase();
    return text === 'false' ? true : text === 'true' ? false : undefined;
  }

  /** undefined for a placeholder or nonsense. */
  override get executionEnvironment(): ExecutionEnvironment | undefined {
    const environment = this.templateAnnotation('run.googleapis.com/execution-environment');
    if (!environment.exists || environment.isNull) return environment.mayHoldMore ? undefined : 'any';
    const text = environment.value;
    return text === 'gen1' || text === 'gen2' ? text : undefined;
  }

  /** How many instances it has, as far as the annotations say. */
  get scaling(): Scaling {
    return new Scaling(this);
  }

  /** How requests are shared among revisions; [] where the file leaves it to Cloud Run. */
  get traffic(): readonly TrafficTarget[] {
    return this.service
      .get('spec')
      .get('traffic')
      .items.map((field) => new TrafficTarget(field));
  }

  /** How many requests an instance takes at a time, as the file says; 0 is the same as nothing. */
  get concurrency(): Field<number> {
    return this.template.get('spec').get('containerConcurrency');
  }
}
