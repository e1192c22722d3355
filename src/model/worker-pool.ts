import type { Field } from '../tree/field.ts';
import type { MetadataShape, WorkerPoolShape } from './schema/index.ts';
import { type TemplateSpecShape, Workload } from './workload.ts';

/** A Cloud Run worker pool: `run.googleapis.com/v1`, kind `WorkerPool`. */
export class WorkerPool extends Workload {
  readonly kind = 'WorkerPool';

  /** The whole document with the fields that only a worker pool has. */
  get workerPool(): Field<WorkerPoolShape> {
    return this.field as unknown as Field<WorkerPoolShape>;
  }

  /** What the next revision will be, whether or not the file has it. */
  get template(): Field<NonNullable<NonNullable<WorkerPoolShape['spec']>['template']>> {
    return this.workerPool.get('spec').get('template');
  }

  override get templateMetadata(): Field<MetadataShape> {
    return this.template.get('metadata');
  }

  override get templateSpec(): Field<TemplateSpecShape> {
    return this.template.get('spec') as unknown as Field<TemplateSpecShape>;
  }
}
