import type { Field } from '../tree/field.ts';
import type { JobShape, MetadataShape } from './schema/index.ts';
import { type TemplateSpecShape, Workload } from './workload.ts';

/** A Cloud Run job: `run.googleapis.com/v1`, kind `Job`. */
export class Job extends Workload {
  readonly kind = 'Job';

  /** The whole document with the fields that only a job has. */
  get job(): Field<JobShape> {
    return this.field as unknown as Field<JobShape>;
  }

  /** The template of an execution: one level above the template of its tasks. */
  get execution(): Field<NonNullable<NonNullable<JobShape['spec']>['template']>> {
    return this.job.get('spec').get('template');
  }

  override get templateMetadata(): Field<MetadataShape> {
    return this.execution.get('metadata');
  }

  override get templateSpec(): Field<TemplateSpecShape> {
    return this.execution.get('spec').get('template').get('spec') as unknown as Field<TemplateSpecShape>;
  }
}
