import { annotations } from '../model/annotations.ts';
import type { AnyWorkload } from '../model/kinds.ts';
import { marksOf, type ResourceKind } from '../model/schema/index.ts';
import type { AnyField } from '../tree/edit.ts';
import type { Shape } from '../tree/shape.ts';
import { cursorMark, type MarkedPlace } from './cursor-mark.ts';
import { schemaAt, schemaNames } from './hover-field.ts';
import type { Knowledge } from './knowledge.ts';

/** Something that may be written. */
export interface Completion {
  /** What a list shows, and what is typed is compared with. */
  readonly label: string;
  /** What is written. */
  readonly insert: string;
  /** `name`, `variable` and `rule` are what no schema knows. */
  readonly kind: 'key' | 'value' | 'name' | 'variable' | 'rule';
  /** A few words beside it. */
  readonly detail?: string;
}

/** The keys that a mapping may have and lacks. */
export function keysOf(
  { workload, field, isDependency }: MarkedPlace,
  knowledge: Knowledge,
  isInQuotes: boolean,
): readonly Completion[] {
  const lacks = (key: string): boolean => !field.has(key);
  if (isDependency) {
    const quoted = (name: string): string => (isInQuotes || !field.host ? name : `"${name}"`);
    const names = workload.containers.flatMap(({ name }) => name ?? []).filter(lacks);
    return names.map((name) => ({ label: name, insert: quoted(name), kind: 'name', detail: 'container that waits' }));
  }
  const { segment, parent } = field;
  if (segment === 'annotations') return annotationsOn(levelOf(workload, parent)).filter(({ label }) => lacks(label));
  if (segment === 'limits')
    return ['cpu', 'memory', 'nvidia.com/gpu'].filter(lacks).map((key) => ofKey(key, undefined));
  const schema = schemaAt(knowledge.schema(schemaNames[workload.kind]), field.path);
  const described = (schema?.properties ?? {}) as Readonly<Record<string, { readonly description?: string }>>;
  return Object.entries(field.shape?.properties ?? {})
    .filter(([key, shape]) => key !== cursorMark && lacks(key) && isTaken(shape))
    .map(([key, shape]) => ofKey(key, shape, described[key]?.description));
}

function isTaken(shape: Shape): boolean {
  const { isUnsupported, isOutputOnly } = marksOf(shape);
  return !isUnsupported && !isOutputOnly;
}

function ofKey(key: string, shape: Shape | undefined, detail?: string): Completion {
  const isNested = shape?.type === 'object' || shape?.type === 'array';
  return { label: key, insert: isNested ? `${key}:` : `${key}: `, kind: 'key', ...(detail && { detail }) };
}

/** The kind of resource whose metadata it is; undefined for other mappings. */
function levelOf(workload: AnyWorkload, metadata: AnyField | undefined): ResourceKind | undefined {
  if (metadata === (workload.metadata as unknown)) return workload.kind;
  if (metadata !== (workload.templateMetadata as unknown)) return undefined;
  return workload.kind === 'Job' ? 'Execution' : 'Revision';
}

function annotationsOn(level: ResourceKind | undefined): readonly Completion[] {
  const known = annotations.filter(
    ({ on, outputOnly, toolNote, replacedBy, undocumented }) =>
      level && on.includes(level) && !outputOnly && !toolNote && !replacedBy && !undocumented,
  );
  return known.map(({ key, description, stage }) => {
    const detail = [stage, description].filter((part) => part).join(': ');
    return { label: key, insert: `${key}: `, kind: 'key', ...(detail && { detail }) };
  });
}
