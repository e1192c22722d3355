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

/** How messages call the kind of object that a field holds: `a container`, or its key in quotes. */
export function nameOfKind(field: OpenField): string {
  const { shape, path } = field;
  const last = path.findLast((segment) => typeof segment === 'string');
  return items[shape?.title ?? ''] ?? `"${last ?? ''}"`;
}
