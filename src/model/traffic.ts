import type { Field } from '../tree/field.ts';
import type { TrafficTargetShape } from './schema/index.ts';

/** One share of a service's requests. */
export class TrafficTarget {
  /** Its item in the list `traffic`. */
  readonly field: Field<TrafficTargetShape>;

  constructor(field: Field<TrafficTargetShape>) {
    this.field = field;
  }

  /** Cloud Run's default is 0; undefined for a placeholder, in place of the target as a whole too. */
  get percent(): number | undefined {
    if (!this.field.isMap) return undefined;
    const percent = this.field.get('percent');
    return percent.exists && !percent.isNull ? percent.value : 0;
  }

  /** Whether the file gives a percentage, known or not. */
  get hasPercent(): boolean {
    const percent = this.field.get('percent');
    return percent.exists && !percent.isNull;
  }

  /** Whether the file names a revision, known or not. */
  get hasRevisionName(): boolean {
    const name = this.field.get('revisionName');
    return name.exists && !name.isNull && name.text !== '';
  }

  /** Whether it follows the latest revision, which is what no revision's name means; undefined for a placeholder, in place of the target too. */
  get isLatest(): boolean | undefined {
    if (!this.field.isMap) return undefined;
    const latest = this.field.get('latestRevision');
    return latest.exists && !latest.isNull ? latest.value : !this.hasRevisionName;
  }

  /** undefined where it is absent or a placeholder. */
  get tag(): string | undefined {
    return this.field.get('tag').value || undefined;
  }
}
