import { instanceOf } from '../instance/instance.ts';
import type { Listener } from '../instance/listener.ts';
import type { Member } from '../instance/member.ts';
import { annotationOf } from '../model/annotations.ts';
import type { Completion } from './complete-keys.ts';
import { cursorMark, type MarkedPlace } from './cursor-mark.ts';

/** The values that a scalar may have. */
export function valuesOf(place: MarkedPlace, isInQuotes: boolean): readonly Completion[] {
  const { workload, field, isDependency } = place;
  const list = field.parent;
  if (isDependency) {
    const taken = [list?.segment, ...(list?.items.map(({ text }) => text) ?? [])];
    const names = workload.containers.flatMap(({ name }) => name ?? []).filter((name) => !taken.includes(name));
    const quoted = (name: string): string => (isInQuotes || !field.host ? name : `"${name}"`);
    return names.map((name) => ({ label: name, insert: quoted(name), kind: 'name', detail: 'container waited for' }));
  }
  const named = byPlace(place);
  if (named.length > 0) return named;
  return choices(place).map(({ value, isText }) => {
    const insert = isText && !isInQuotes ? `'${value}'` : value;
    return { label: value, insert, kind: 'value' };
  });
}

/** Names of volumes, ports that somebody listens on, and variables of the product that a container is. */
function byPlace({ workload, field: { path } }: MarkedPlace): readonly Completion[] {
  const container = workload.containerAt(path);
  if (!container) return [];
  const place = path
    .filter((segment) => typeof segment === 'string')
    .slice(-2)
    .join('.');
  const member = instanceOf(workload).of(container);
  switch (place) {
    case 'volumeMounts.name':
      return workload.volumes.flatMap(({ name, sources }) =>
        name ? [{ label: name, insert: name, kind: 'name', detail: sources.join(', ') }] : [],
      );
    case 'ports.containerPort':
    case 'httpGet.port':
    case 'tcpSocket.port':
    case 'grpc.port':
      return portsOf(member.listeners);
    case 'env.name':
      return variablesOf(member);
    default:
      return [];
  }
}

/** The ports that are listened on, each once. */
export function portsOf(listeners: readonly Listener[]): readonly Completion[] {
  const byPort = new Map(
    listeners.filter(({ port }) => port !== undefined).map((listener) => [String(listener.port), listener]),
  );
  return [...byPort].map(([port, { protocol, purpose }]) => {
    const detail = [protocol, purpose].filter((part) => part !== undefined).join(', ');
    return { label: port, insert: port, kind: 'name', detail };
  });
}

/** The variables that the product of a container reads and that it does not have yet, as far as the catalogue speaks of them. */
function variablesOf({ product, container }: Member): readonly Completion[] {
  if (!product) return [];
  const has = new Set(container.env.map(({ name }) => name));
  const found = [...JSON.stringify(product).matchAll(/"([A-Z][A-Z0-9]*_[A-Z0-9_]*)(?:=[^"]*)?"/g)].map(
    ([, name = '']) => name,
  );
  const library = new Set(product.libraryVariables);
  return [...new Set(found)]
    .filter((name) => name !== cursorMark && !has.has(name) && !library.has(name))
    .map((name) => ({ label: name, insert: name, kind: 'variable', detail: product.name }));
}

interface Choice {
  readonly value: string;
  /** Whether the place wants a text, so that the value needs quotes. */
  readonly isText?: boolean;
}

function choices({ field }: MarkedPlace): readonly Choice[] {
  const { segment, parent, shape } = field;
  const known =
    parent?.segment === 'annotations' && typeof segment === 'string' ? annotationOf(segment)?.value : undefined;
  if (known?.kind === 'boolean') return ['true', 'false'].map((value) => ({ value, isText: true }));
  if (known?.kind === 'choice') return known.values.map((value) => ({ value }));
  if (parent?.segment === 'limits') return segment === 'cpu' ? cpus : segment === 'memory' ? memories : [];
  const { enum: values } = (shape ?? {}) as { readonly enum?: readonly string[] };
  if (values) return values.map((value) => ({ value }));
  return shape?.type === 'boolean' ? [{ value: 'true' }, { value: 'false' }] : [];
}

/** https://cloud.google.com/run/docs/configuring/services/cpu */
const cpus: readonly Choice[] = ['1', '2', '4', '6', '8'].map((value) => ({ value, isText: true }));

/** https://cloud.google.com/run/docs/configuring/services/memory-limits */
const memories: readonly Choice[] = ['512Mi', '1Gi', '2Gi', '4Gi', '8Gi', '16Gi', '32Gi'].map((value) => ({ value }));
