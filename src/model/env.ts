import type { Field } from '../yaml/field.ts';
import { hasMark } from '../yaml/placeholder.ts';
import type { EnvVarShape } from './schema/index.ts';

/** One environment variable of a container. */
export class EnvVar {
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

  get isFromSecret(): boolean {
    return this.field.get('valueFrom').get('secretKeyRef').exists;
  }
}
