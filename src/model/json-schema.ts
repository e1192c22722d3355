/**
 * The published JSON Schemas, for completion and hover in editors and for other validators. Made from the schemas in
 * `schema/`: closed objects, required fields, descriptions with links, and the annotations that belong on each level.
 */
import { type AnnotationValue, annotations } from './annotations.ts';
import { InstanceSchema, JobSchema, type ResourceKind, ServiceSchema, WorkerPoolSchema } from './schema/index.ts';

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The address under which others refer to one of our schemas, by its file's name without ending. */
export function schemaId(name: string): string {
  return `https://raw.githubusercontent.com/cloudrun-lint/cloudrun-lint/main/schemas/${name}.json`;
}

/** The schemas that can be asked for, by the name that a command line gives them. */
export const publishedKinds = {
  service: ServiceSchema,
  job: JobSchema,
  'worker-pool': WorkerPoolSchema,
  instance: InstanceSchema,
} as const;

/** The name of a published schema. */
export type PublishedKind = keyof typeof publishedKinds;

/** What this file reads of a schema of ours. */
interface Node {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly patternProperties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly 'x-required'?: readonly string[];
  readonly 'x-source'?: string;
  readonly 'x-unsupported'?: boolean;
  readonly 'x-output-only'?: boolean;
  readonly 'x-annotations-of'?: ResourceKind;
}

/**
 * The JSON Schema (draft 7, which editors know best) of one kind of manifest. It takes what gcloud takes: nothing
 * where a field may be missing, and digits in quotes for numbers; and placeholders, which a template fills in later.
 */
export function publishedSchema(kind: PublishedKind): JsonSchema {
  const root = publishedKinds[kind] as unknown as Node;
  const definitions: Record<string, JsonSchema> = { Placeholder: { type: 'string', pattern: placeholder } };
  const body = objectSchema(root, definitions, root['x-source']);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId(kind),
    title: `Cloud Run ${kind.replace('-', ' ')}`,
    ...body,
    definitions: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

type Definitions = Record<string, JsonSchema>;

/** Text with a mark that some tool replaces before the deploy. */
const placeholder =
  '\\$\\{|\\$\\(|\\$[A-Za-z_]|%[A-Za-z_]|\\{\\{|<[A-Za-z_+%]|#\\{|\\(\\(|\\$\\[\\[|__[A-Za-z]|@[A-Za-z_]';

function objectSchema(node: Node, definitions: Definitions, source: string | undefined): JsonSchema {
  const required = node['x-required'] ?? [];
  const properties = Object.entries(node.properties ?? {}).map(([key, child]) => {
    const schema = fieldSchema(child, definitions, child['x-source'] ?? source, required.includes(key));
    // gcloud makes a text of a project number.
    return [key, key === 'namespace' ? { ...schema, type: ['string', 'integer', 'null'] } : schema] as const;
  });
  return {
    ...describe(node, source),
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: node.additionalProperties ?? true,
  };
}

function fieldSchema(
  node: Node,
  definitions: Definitions,
  source: string | undefined,
  isRequired: boolean,
): JsonSchema {
  const about = { ...describe(node, source), ...marks(node) };
  switch (node.type) {
    case 'object':
      return node.properties
        ? { ...about, ...orNothing(reference(node, definitions, source), isRequired) }
        : { ...about, type: types('object', isRequired), additionalProperties: { type: 'string' } };
    case 'array':
      return arraySchema(node, definitions, source, about, isRequired);
    case 'integer':
      return {
        ...about,
        ...bounds(node),
        type: isRequired ? ['integer', 'string'] : ['integer', 'string', 'null'],
        pattern: `^\\s*[-+]?\\d+\\s*$|${placeholder}`,
      };
    case 'string':
      if (isRequired && node.enum) return { ...about, type: 'string', enum: node.enum };
      return node.enum
        ? { ...about, anyOf: [...choice(node.enum), { type: 'null' }] }
        : { ...about, type: types('string', isRequired) };
    default:
      return { ...about, type: types(node.type ?? 'string', isRequired) };
  }
}

/** A list; of texts, also the one text that gcloud makes a list of. */
function arraySchema(
  node: Node,
  definitions: Definitions,
  source: string | undefined,
  about: JsonSchema,
  isRequired: boolean,
): JsonSchema {
  const item = node.items ?? {};
  const isOfObjects = item.properties !== undefined;
  const items = isOfObjects ? reference(item, definitions, source) : { type: item.type ?? 'string' };
  const type = ['array', ...(isOfObjects ? [] : ['string']), ...(isRequired ? [] : ['null'])];
  return { ...about, ...bounds(node), type, items };
}

/** Refers to the one definition of an object, and writes it when it is met first. Metadata has one for each level. */
function reference(node: Node, definitions: Definitions, source: string | undefined): JsonSchema {
  const level = node['x-annotations-of'];
  const name = `${level ?? ''}${node.title ?? 'Object'}`;
  if (!definitions[name]) {
    definitions[name] = {};
    const schema = objectSchema(node, definitions, node['x-source'] ?? source);
    definitions[name] = level ? withAnnotations(schema, level) : schema;
  }
  return { $ref: `#/definitions/${name}` };
}

function withAnnotations(schema: JsonSchema, level: ResourceKind): JsonSchema {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const known = annotations.filter(
    ({ on, outputOnly, replacedBy }) => on.includes(level) && !outputOnly && !replacedBy,
  );
  const entries = known.map(({ key, description, source, value, default: fallback }) => {
    const about = { description, markdownDescription: `${description}\n\n[Documentation](${source})` };
    return [key, { ...about, ...(fallback !== undefined && { default: fallback }), ...valueSchema(value) }] as const;
  });
  const filled = { ...properties.annotations, properties: Object.fromEntries(entries) };
  return { ...schema, properties: { ...properties, annotations: filled } };
}

function valueSchema(value: AnnotationValue): JsonSchema {
  switch (value.kind) {
    case 'boolean':
      return { anyOf: [...choice(['true', 'false']), { type: 'string', pattern: '^(?:True|TRUE|False|FALSE|)$' }] };
    case 'choice':
      return { anyOf: [...choice(value.values), { type: 'string', pattern: '^$' }] };
    case 'integer':
      return { type: ['string', 'null'], pattern: `^\\d+$|${placeholder}` };
    case 'pattern':
      return { type: ['string', 'null'], pattern: `${value.pattern.source}|^$|[A-Z]{3}|${placeholder}` };
    default:
      return { type: ['string', 'null'] };
  }
}

/** One of some texts, or a placeholder for it. */
function choice(values: readonly string[]): readonly JsonSchema[] {
  return [{ type: 'string', enum: values }, { $ref: '#/definitions/Placeholder' }];
}

function types(type: string, isRequired: boolean): string | readonly string[] {
  return isRequired ? type : [type, 'null'];
}

function orNothing(schema: JsonSchema, isRequired: boolean): JsonSchema {
  return isRequired ? { allOf: [schema] } : { anyOf: [schema, { type: 'null' }] };
}

function describe(node: Node, source: string | undefined): JsonSchema {
  const { description } = node;
  if (description === undefined) return {};
  return source === undefined
    ? { description }
    : { description, markdownDescription: `${description}\n\n[Documentation](${source})` };
}

function marks(node: Node): JsonSchema {
  return {
    ...(node.default !== undefined && { default: node.default }),
    ...(node['x-output-only'] && { readOnly: true }),
    ...(node['x-unsupported'] && { deprecationMessage: 'Cloud Run does not support this field.' }),
  };
}

/** Bounds of numbers and lists. Those of texts are left out, since a placeholder may be longer than what it stands for. */
function bounds({ minimum, maximum, maxItems }: Node): JsonSchema {
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(maxItems !== undefined && { maxItems }),
  };
}
