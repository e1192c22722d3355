import type { OpenField } from './written.ts';

const items: Readonly<Record<string, string>> = {
  Container: 'a container',
  ContainerPort: 'a port',
  EnvVar: 'an environment variable',
  EnvFromSource: 'an item of "envFrom"',
  Volume: 'a volume',
  VolumeMount: 'a volume mount',
  KeyToPath: 'an item of a secret volume',
  HttpHeader: 'a header',
  TrafficTarget: 'a traffic target',
  InstanceSplit: 'an instance split',
  Service: 'a service',
  Job: 'a job',
  WorkerPool: 'a worker pool',
};

/** Keys of which a manifest has several, one below the other. */
const repeated: ReadonlySet<string> = new Set(['spec', 'template', 'metadata']);

/**
 * How messages call the kind of object that a field holds: `a container`, or its key in quotes, which for keys that
 * stand on several levels is the whole way there: `"spec.template.spec"`.
 */
export function nameOfKind(field: OpenField): string {
  const { shape, path } = field;
  const known = items[shape?.title ?? ''];
  if (known !== undefined) return known;
  const last = path.findLast((segment) => typeof segment === 'string') ?? '';
  return repeated.has(last) ? `"${path.join('.')}"` : `"${last}"`;
}
