/**
 * The shorthand in which the schemas of this folder are written. Every field is optional, for the schemas describe
 * what may be read from any file, finished or not; what Cloud Run asks for stands in `x-required`. Keywords of our
 * own begin with `x-`; a schema-driven reader (`Field`, the rules, the published JSON Schema) looks only at plain
 * JSON Schema keywords and at these.
 */
import type { TObject, TProperties, TSchema } from '@sinclair/typebox';
import * as Type from '@sinclair/typebox';

/** What may be said of a field beside its type and meaning. */
export interface FieldMarks {
  /** The page that documents it. A field without one shares that of the object it belongs to. */
  readonly 'x-source'?: string;
  /** gcloud decodes the field, but Cloud Run refuses or ignores it. */
  readonly 'x-unsupported'?: true;
  /** Cloud Run writes the field; a value in a manifest has no effect. */
  readonly 'x-output-only'?: true;
  /** The value Cloud Run takes where the field is missing. */
  readonly default?: string | number | boolean;
}

interface StringMarks extends FieldMarks {
  /** People give it in capitals, so that a word in capitals is no stand-in. */
  readonly 'x-capitals'?: true;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
}

interface IntegerMarks extends FieldMarks {
  readonly minimum?: number;
  readonly maximum?: number;
}

interface ListMarks extends FieldMarks {
  readonly maxItems?: number;
}

interface ObjectMarks extends FieldMarks {
  /** Names the object in the published JSON Schema; one title, one definition. */
  readonly title: string;
  readonly description: string;
  /** The fields without which Cloud Run refuses the object. */
  readonly 'x-required'?: readonly string[];
}

interface PartMarks extends FieldMarks {
  /** The kind of resource, in the API's words, whose annotations a metadata object holds. */
  readonly 'x-annotations-of'?: ResourceKind;
  /** The fields without which Cloud Run refuses the object in this place. */
  readonly 'x-required'?: readonly string[];
}

/** The resources on which an annotation can stand, as the API's own messages call them. */
export type ResourceKind = 'Service' | 'Revision' | 'Job' | 'Execution' | 'WorkerPool' | 'Instance';

/** A text. */
export const text = (description: string, marks: StringMarks = {}) =>
  Type.Optional(Type.String({ description, ...marks }));

/** A whole number. */
export const integer = (description: string, marks: IntegerMarks = {}) =>
  Type.Optional(Type.Integer({ description, ...marks }));

/** True or false. */
export const flag = (description: string, marks: FieldMarks = {}) =>
  Type.Optional(Type.Boolean({ description, ...marks }));

/** Free keys with texts as values. */
export const textMap = (description: string, marks: FieldMarks = {}) =>
  Type.Optional(Type.Record(Type.String(), Type.String(), { description, ...marks }));

/** A list of texts. */
export const textList = (description: string, marks: ListMarks = {}) =>
  Type.Optional(Type.Array(Type.String(), { description, ...marks }));

/** A list of one kind of object. */
export const list = <T extends TSchema>(items: T, description: string, marks: ListMarks = {}) =>
  Type.Optional(Type.Array(items, { description, ...marks }));

/** An object as one field of another; the description says what it means there. */
export const part = <T extends TProperties>(object: TObject<T>, description: string, marks: PartMarks = {}) =>
  Type.Optional(Type.Object(object.properties, { ...object, description, ...marks }));

/** An object with known fields; gcloud refuses a manifest that holds any other. */
export const object = <T extends TProperties>(properties: T, marks: ObjectMarks) =>
  Type.Object(properties, { additionalProperties: false, ...marks });
