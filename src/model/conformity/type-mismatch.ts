import { onceEach } from '../../once.ts';
import { isStandIn } from '../../text/placeholder.ts';
import { resolvePlain } from '../../yaml/plain.ts';
import { isPairText } from './variable-pairs.ts';
import { type OpenField, writtenFields } from './written.ts';

/** What a value is, in YAML's terms. A marker is a plain `=` or `<<`, which YAML 1.1 keeps for itself. */
export type ValueKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'marker' | 'mapping' | 'list' | 'nothing';

/** A value that gcloud's decoder refuses for its type. */
export interface TypeMismatch {
  /** What the schema has there. */
  readonly wanted: 'text' | 'integer' | 'boolean' | 'mapping';
  /** What the file has there, as YAML 1.1 reads it. */
  readonly found: ValueKind;
  /** True for a plain scalar that is text in YAML 1.2, but not in YAML 1.1, which gcloud reads. */
  readonly onlyInYaml11: boolean;
}

/** A value of a wrong type, and where it stands. */
export interface Mismatched {
  /** Where the value stands. */
  readonly field: OpenField;
  /** Why gcloud's decoder refuses it. */
  readonly mismatch: TypeMismatch;
}

/** Every value of a document that gcloud's decoder refuses for its type, in order. Two rules ask for them. */
export const typeMismatches = onceEach((root: OpenField): readonly Mismatched[] => {
  const all: Mismatched[] = [];
  for (const field of writtenFields(root)) {
    const mismatch = typeMismatch(field);
    if (mismatch) all.push({ field, mismatch });
  }
  return all;
});

/**
 * Why gcloud's decoder would refuse a value, if it would. It takes more than the schema says: texts of digits and
 * booleans for integers, nothing or an empty list for any field, one item for a list of one.
 */
function typeMismatch(field: OpenField): TypeMismatch | undefined {
  if (!field.exists || (field.unknown && !isPairText(field))) return undefined;
  const wanted = wantedAt(field);
  if (wanted === undefined) return undefined;
  const found = kindOf(field);
  if (isTaken(field, wanted, found) || isNamespace(field) || isWordForLater(field, wanted, found)) return undefined;
  const onlyInYaml11 = wanted === 'text' && field.style === 'plain' && isTextInYaml12(field.text!);
  return { wanted, found, onlyInYaml11 };
}

/** gcloud makes a text of the namespace, whatever it is, since projects have numbers. */
function isNamespace({ path }: OpenField): boolean {
  return path.length === 2 && path[0] === 'metadata' && path[1] === 'namespace';
}

/** A lone word in capitals where a number or boolean belongs, as people write what a script replaces: `PORT`. */
function isWordForLater(field: OpenField, wanted: TypeMismatch['wanted'], found: ValueKind): boolean {
  const { text = '' } = field;
  if (wanted === 'text' || found !== 'text' || isPairText(field)) return false;
  return isStandIn(text) && !/^(?:true|false|yes|off)$/i.test(text);
}

function wantedAt({ shape }: OpenField): TypeMismatch['wanted'] | undefined {
  switch (shape?.type) {
    case 'string':
      return 'text';
    case 'object':
      return 'mapping';
    case 'integer':
    case 'boolean':
      return shape.type;
    default:
      return undefined;
  }
}

function kindOf(field: OpenField): ValueKind {
  if (field.isMap) return 'mapping';
  if (field.isList) return 'list';
  switch (field.plain?.kind) {
    case 'int':
      return 'integer';
    case 'float':
      return 'decimal';
    case 'bool':
      return 'boolean';
    case 'timestamp':
      return 'date';
    case 'null':
      return 'nothing';
    case 'string':
      return field.text === '=' || field.text === '<<' ? 'marker' : 'text';
    default:
      return field.isScalar ? 'text' : 'nothing';
  }
}

function isTaken(field: OpenField, wanted: TypeMismatch['wanted'], found: ValueKind): boolean {
  if (found === wanted) return true;
  const isItem = field.parent?.isList === true;
  if (found === 'nothing') return !isItem;
  const isMapValue = field.parent?.shape?.patternProperties !== undefined;
  if (found === 'list' && field.items.length === 0 && !isItem && !isMapValue) return true;
  if (wanted === 'integer') {
    return found === 'boolean' || (found === 'text' && /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(field.text!));
  }
  return false;
}

const plainInYaml12 =
  /^(?:true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[\dA-Fa-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Whether YAML 1.2's core schema reads a plain scalar as text. */
function isTextInYaml12(text: string): boolean {
  return resolvePlain(text).kind !== 'null' && !plainInYaml12.test(text);
}
