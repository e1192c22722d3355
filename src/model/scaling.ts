import type { Field } from '../tree/field.ts';
import type { Service } from './service.ts';

/** A number of instances, as text in an annotation. */
export class InstanceCount {
  /** The annotation, whether or not the file has it. */
  readonly field: Field<string>;

  constructor(field: Field<string>) {
    this.field = field;
  }

  /** Whether the file gives it anything: an empty text takes an annotation back. */
  get exists(): boolean {
    return this.field.exists && !this.field.isNull && this.field.text !== '';
  }

  /** undefined where it is absent, a placeholder or no number. */
  get value(): number | undefined {
    const { text, unknown } = this.field;
    return text === undefined || unknown || !/^\s*\d{1,9}\s*$/.test(text) ? undefined : Number(text);
  }
}

/** The least and the most instances on one level. */
export interface ScalingBounds {
  /** The least number; Cloud Run takes 0 where it is absent. */
  readonly min: InstanceCount;
  /** The most; Cloud Run's default holds where it is absent. */
  readonly max: InstanceCount;
}

/**
 * How many instances a service has. On the level of the service the bounds hold for all revisions together, on that of
 * the revision for each; https://cloud.google.com/run/docs/configuring/min-instances.
 */
export class Scaling {
  /** For all revisions together. */
  readonly service: ScalingBounds;
  /** For each revision. */
  readonly revision: ScalingBounds;
  /** `automatic`, or `manual` for a fixed number of instances. */
  readonly mode: Field<string>;
  /** How many instances there are where the mode is `manual`. */
  readonly manualCount: InstanceCount;

  constructor(service: Service) {
    this.service = {
      min: new InstanceCount(service.annotation('run.googleapis.com/minScale')),
      max: new InstanceCount(service.annotation('run.googleapis.com/maxScale')),
    };
    this.revision = {
      min: new InstanceCount(service.templateAnnotation('autoscaling.knative.dev/minScale')),
      max: new InstanceCount(service.templateAnnotation('autoscaling.knative.dev/maxScale')),
    };
    this.mode = service.annotation('run.googleapis.com/scalingMode');
    this.manualCount = new InstanceCount(service.annotation('run.googleapis.com/manualInstanceCount'));
  }

  /** Whether the number of instances is fixed, so that no bounds hold. */
  get isManual(): boolean {
    return this.mode.value === 'manual';
  }

  /** The fixed number of instances, or the least number of either level, where it is known to be at least one. */
  get kept(): InstanceCount | undefined {
    const counts = this.isManual ? [this.manualCount] : [this.revision.min, this.service.min];
    return counts.find(({ value = 0 }) => value >= 1);
  }
}
