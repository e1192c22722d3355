import { originOf } from '../dialect/origin.ts';
import { inWordsOf, wordIn } from '../dialect/prose.ts';
import { annotationOf } from '../model/annotations.ts';
import type { JsonSchema, PublishedKind } from '../model/json-schema.ts';
import type { AnyWorkload } from '../model/kinds.ts';
import type { WorkloadKind } from '../model/workload.ts';
import { plural } from '../text/sentences.ts';
import type { AnyField } from '../tree/edit.ts';
import type { Segment } from '../tree/field.ts';
import type { FieldAt } from './field-at.ts';
import type { Knowledge } from './knowledge.ts';

/** The published schema of each kind. */
export const schemaNames: Readonly<Record<WorkloadKind, PublishedKind>> = {
  Service: 'service',
  Job: 'job',
  WorkerPool: 'worker-pool',
  Instance: 'instance',
};

/** What a field is for, what it may hold and what it is without being set; undefined for what no schema describes. */
export function aboutField({ workload, field }: FieldAt, { schema }: Knowledge): string | undefined {
  const { path } = field;
  if (isOtherName(workload, field)) return undefined;
  const found = schemaAt(schema(schemaNames[workload.kind]), path);
  const description = found?.markdownDescription ?? found?.description;
  if (!found || typeof description !== 'string') return undefined;
  const name = path.findLast((segment) => typeof segment === 'string') ?? '';
  const written = writtenKey(field) ?? name;
  const facts = [...limits(found, (value) => wordIn(workload, value, String(name))), ...launchStage(name)]
    .map((fact) => `- ${fact}`)
    .join('\n');
  return `**${written}**\n\n${inWordsOf(workload, `${description}${facts === '' ? '' : `\n\n${facts}`}`)}`;
}

/** Whether the file has a block or type here that a manifest has no field for, so that another one stands for it. */
function isOtherName(workload: AnyWorkload, field: AnyField): boolean {
  const origin = originOf(workload.field.node);
  return origin !== undefined && origin.pathOf(field.path).at(-1) !== (writtenKey(field) ?? field.segment);
}

/** A key as the file spells it, which Terraform does in its own way; undefined for what has none. */
function writtenKey({ entry, source }: AnyField): string | undefined {
  const span = entry?.keySpan;
  return span && source.text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
}

/**
 * What a JSON schema says of a place, references and choices followed and merged; undefined where it says nothing. A
 * position in a list stands for any item.
 */
export function schemaAt(root: JsonSchema, path: readonly Segment[]): JsonSchema | undefined {
  let at: JsonSchema | undefined = resolve(root, root);
  for (const segment of path) {
    if (!at) return undefined;
    const { properties, items } = at as Parts;
    const next: JsonSchema | undefined = typeof segment === 'number' ? items : own(properties, segment);
    at = next && resolve(next, root);
  }
  return at;
}

interface Parts {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref, anyOf = [], allOf = [] } = schema as Parts;
  const target = own((root as Parts).definitions, $ref?.replace('#/definitions/', '') ?? '');
  const parts = [...(target ? [target] : []), ...allOf, ...anyOf].map((part) => resolve(part, root));
  // What is said at the place itself is nearer than what is said of all such objects.
  if (parts.length === 0) return schema;
  const whole: JsonSchema = {};
  for (const part of [...parts.reverse(), schema]) Object.assign(whole, part);
  return whole;
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function* limits(
  { minimum, maximum, maxItems, default: fallback, enum: values }: JsonSchema,
  own: (value: unknown) => string,
): Generator<string> {
  if (Array.isArray(values)) yield `One of ${values.map((value) => `\`${own(value)}\``).join(', ')}`;
  if (minimum !== undefined) yield `At least ${minimum}`;
  if (maximum !== undefined) yield `At most ${maximum}`;
  if (maxItems !== undefined) yield `At most ${plural(Number(maxItems), 'item')}`;
  if (fallback !== undefined && fallback !== '') yield `Default: \`${own(fallback)}\``;
}

function* launchStage(name: string): Generator<string> {
  const stage = name.includes('/') ? annotationOf(name)?.stage : undefined;
  if (stage) yield `Launch stage ${stage}: the resource has to say so in \`run.googleapis.com/launch-stage\``;
}
