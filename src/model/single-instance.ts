import type { Field } from '../tree/field.ts';
import type { Container } from './container.ts';
import type { InstanceShape, MetadataShape } from './schema/index.ts';
import { type ExecutionEnvironment, type TemplateSpecShape, Workload } from './workload.ts';

/**
 * A Cloud Run instance by itself: `run.googleapis.com/v1`, kind `Instance`, in preview. It has no template, no revisions
 * and no scaling: what stands on the template of other kinds stands in its own metadata and spec.
 */
export class SingleInstance extends Workload {
  readonly kind = 'Instance';

  /** The whole document with the fields that only an instance has. */
  get single(): Field<InstanceShape> {
    return this.field as unknown as Field<InstanceShape>;
  }

  /** Its own metadata: there is no other. */
  override get templateMetadata(): Field<MetadataShape> {
    return this.metadata;
  }

  override get allMetadata(): readonly Field<MetadataShape>[] {
    return [this.metadata];
  }

  override get templateSpec(): Field<TemplateSpecShape> {
    return this.single.get('spec') as unknown as Field<TemplateSpecShape>;
  }

  /** The only container with `ports`; one without takes none, as far as is known. */
  override get ingress(): Container | undefined {
    const [first, ...others] = this.containers.filter(({ hasPorts }) => hasPorts);
    return others.length === 0 ? first : undefined;
  }

  /** Not documented. */
  override get executionEnvironment(): ExecutionEnvironment | undefined {
    return undefined;
  }
}
