import { fieldName, say, type Text } from '../../text/say.ts';
import type { Workload } from '../workload.ts';
import type { OpenField } from './written.ts';

const items: Readonly<Record<string, string>> = {
  Container: 'a container',
  ContainerPort: 'a port',
  EnvVar: 'an environment variable',
  EnvFromSource: 'an item of "envFrom"',
  Volume: 'a volume',
  VolumeMount: 'a volume mount',
  SandboxTemplate: 'a sandbox template',
  KeyToPath: 'an item of a secret volume',
  HttpHeader: 'a header',
  TrafficTarget: 'a traffic target',
  InstanceSplit: 'an instance split',
  Service: 'a service',
  Job: 'a job',
  WorkerPool: 'a worker pool',
  Instance: 'an instance',
};

/** Keys of which a manifest has several, one below the other. */
const repeated: ReadonlySet<string> = new Set(['spec', 'template', 'metadata']);

/**
 * How messages call the kind of object that a field holds: `a container`, or its key in quotes, which for keys that
 * stand on several levels is the whole way there: `"spec.template.spec"`.
 */
export function nameOfKind(field: OpenField): Text {
  const { shape, path } = field;
  const known = items[shape?.title ?? ''];
  if (known !== undefined) return known;
  const last = path.findLast((segment) => typeof segment === 'string') ?? '';
  return fieldName(repeated.has(last) ? path.join('.') : last);
}

/**
 * Whose a field is, for a message that has named it: ` of "LOG_LEVEL" in "shop"`. Names the item of a list that it lies
 * in, where that has a name, and the container; empty where neither is there.
 */
export function whoseField(workload: Workload, field: OpenField): string {
  const name = field.path.at(-1) === 'name' ? undefined : nameOfItemAround(field);
  return `${name ? ` of "${name}"` : ''}${workload.containerAt(field.path)?.after('in') ?? ''}`;
}

/** How a message begins that says something of an object: `"shop"`, `The volume mount "data" in "shop"`, `A job`. */
export function subjectOf(workload: Workload, field: OpenField): Text {
  const container = workload.containerAt(field.path);
  if (container && isContainer(field)) return container.subject;
  const kind = nameOfKind(field);
  const name = field.parent?.isList ? field.get('name').text : undefined;
  const whose = whoseField(workload, field);
  if (typeof kind !== 'string') return name ? say`${kind} "${name}"${whose}` : say`${kind}${whose}`;
  const subject = name ? `${kind.replace(/^an? /, 'the ')} "${name}"` : kind;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${whose}`;
}

/** The name of the nearest item of a list that a field lies in; undefined where that is a container, or none has one. */
function nameOfItemAround({ parent }: OpenField): string | undefined {
  for (let around = parent as OpenField | undefined; around; around = around.parent as OpenField | undefined) {
    if (isContainer(around)) return undefined;
    const name = around.parent?.isList ? around.get('name').text : undefined;
    if (name) return name;
  }
  return undefined;
}

function isContainer({ shape }: OpenField): boolean {
  return shape?.title === 'Container';
}
