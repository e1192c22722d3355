import { hasMark } from '../text/placeholder.ts';
import type { Field } from '../tree/field.ts';
import type { EnvVarShape } from './schema/index.ts';

type SecretReference = NonNullable<NonNullable<EnvVarShape['valueFrom']>['secretKeyRef']>;

/** One environment variable of a container. */
export class EnvVar {
  /** Its item in the list `env`. */
  readonly field: Field<EnvVarShape>;

  /** The variable's name; undefined where it is absent or a placeholder. */
  readonly name: string | undefined;

  constructor(field: Field<EnvVarShape>) {
    this.field = field;
    // Variables are in capitals by custom, which would else read as a stand-in.
    const { text } = field.get('name');
    this.name = text === undefined || text === '' || hasMark(text) ? undefined : text;
  }

  /** Its literal value; undefined where it is a secret's, absent, or a placeholder. */
  get value(): string | undefined {
    return this.field.get('value').value;
  }

  /** Where to point for what it is set to: the value, or the variable where it has none. */
  get place(): Field<unknown> {
    const value = this.field.get('value');
    return value.exists ? value : this.field;
  }

  /** Whether the file gives it any value: a literal, a placeholder or a secret. */
  get isSet(): boolean {
    const value = this.field.get('value');
    return (value.exists && value.text !== '') || this.isFromSecret;
  }

  /** The reference to a version of a secret; undefined where the file has none. */
  get secret(): Field<SecretReference> | undefined {
    // Most variables have none, and need no field to say so.
    if (!this.field.has('valueFrom')) return undefined;
    const reference = this.field.get('valueFrom').get('secretKeyRef');
    return reference.exists ? reference : undefined;
  }

  /** Whether the file refers to a secret for its value. */
  get isFromSecret(): boolean {
    return this.secret !== undefined;
  }
}
