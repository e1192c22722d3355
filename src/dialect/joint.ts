import { isWhole } from '../hcl/functions.ts';
import { TextNode, unknownNode } from '../hcl/nodes.ts';
import type { Entry, MapNode, Node } from '../tree/node.ts';
import type { Span } from '../tree/span.ts';
import { blockAt, entryOf, firstBlock, itemsOf } from './blocks.ts';
import { type DraftMap, find, put, putAll } from './draft.ts';
import { namePairs } from './names.ts';
import { commas, jsonNode } from './readings.ts';
import type { ObjectKind } from './table.ts';

const run = (key: string): string => `run.googleapis.com/${key}`;

/** What several fields of an object say together, or what says nothing alone: start order, CPU, Cloud SQL, networks. */
export function readJoint(kind: ObjectKind, written: MapNode, root: DraftMap, header: Span): void {
  if (!kind.isV2) return;
  const way = kind.instance;
  const outer = blockAt(written, way.slice(0, 1));
  const instance = blockAt(written, way);
  const home = entryOf(written, 'template')?.keySpan ?? header;
  const annotate = (key: string, entry: Omit<Entry, 'key'>): void => {
    put(root, [...kind.templateMetadata, 'annotations', key], entry, home);
  };
  const known = new Set(namePairs(kind).flatMap(({ v1, isAnnotation }) => (isAnnotation ? v1.join('\n') : [])));
  const isKnown = (steps: readonly string[]): boolean => known.has(steps.join('\n'));
  for (const name of ['annotations', 'labels'] as const) {
    ownMetadata(written, name, root, ['metadata', name], header, isKnown);
    if (outer) ownMetadata(outer, name, root, [...kind.templateMetadata, name], home, isKnown);
  }
  if (!instance) return;
  const containers = itemsOf(instance, 'containers');
  startOrder(containers, annotate);
  if (kind.kind === 'Service') {
    cpuIdle(containers, annotate);
    cpuBoost(containers, annotate);
  }
  networkInterfaces(instance, annotate);
  cloudSql(itemsOf(instance, 'volumes'), root, kind, annotate);
}

type Annotate = (key: string, entry: Omit<Entry, 'key'>) => void;

/** Keys that only Cloud Run itself may use in objects of the v2 API. */
export const systemKey =
  /^(?:[\w.-]+\.)?(?:run\.googleapis\.com|cloud\.googleapis\.com|serving\.knative\.dev|autoscaling\.knative\.dev)\//;

/** What people note for themselves. System keys are refused, so that nothing is known of what they would set. */
function ownMetadata(
  written: MapNode,
  name: 'annotations' | 'labels',
  root: DraftMap,
  steps: readonly string[],
  home: Span,
  isKnown: (steps: readonly string[]) => boolean,
): void {
  const value = entryOf(written, name)?.value;
  if (value?.kind !== 'map') return;
  const own = value.entries.flatMap(({ key, keySpan, value: node }): Entry | [] => {
    if (!node) return [];
    if (!systemKey.test(key)) return { key, keySpan, value: asText(node) };
    if (name !== 'annotations' || !isKnown([...steps, key])) return [];
    return { key, keySpan, value: unknownNode(key, keySpan ?? node.span) };
  });
  putAll(root, steps, own, home);
}

function asText(node: Node): Node {
  return node.kind === 'scalar' && node.plain ? new TextNode(node.text, node.span, { from: node.span.start }) : node;
}

/** `depends_on` of the containers as one map from each to those it waits for, unknown as a whole where one list is. */
function startOrder(containers: readonly MapNode[], annotate: Annotate): void {
  const key = run('container-dependencies');
  const waits = containers.flatMap((container) => {
    const entry = entryOf(container, 'depends_on');
    return entry?.value ? [{ container, entry, list: entry.value }] : [];
  });
  const [first] = waits;
  const open = containers.find((container) => container.isOpen && !entryOf(container, 'depends_on'));
  if (!first) {
    if (open) annotate(key, { keySpan: open.span, value: unknownNode('depends_on', open.span) });
    return;
  }
  const { keySpan } = first.entry;
  const isKnown = !open && waits.every(({ list }) => list.kind === 'list' && !list.isOpen);
  const entries = new Map<string, Entry>();
  for (const { container, entry, list } of waits) {
    const name = entryOf(container, 'name')?.value;
    const from = name?.kind === 'scalar' ? name.text : '';
    if (!entries.has(from) && list.kind === 'list')
      entries.set(from, { key: from, keySpan: entry.keySpan, value: list });
  }
  const tree: MapNode = { kind: 'map', span: first.list.span, isFlow: true, entries: [...entries.values()] };
  annotate(key, { keySpan, value: jsonNode(tree, !isKnown) });
}

/**
 * `cpu_idle` is said of each container, but is one for the instance. Where `resources` is there without it, the provider
 * sends nothing, which the API reads as false. Unknown where the containers differ.
 * @see https://github.com/hashicorp/terraform-provider-google/issues/17246
 */
function cpuIdle(containers: readonly MapNode[], annotate: Annotate): void {
  const states = containers.map((container) => {
    const resources = entryOf(container, 'resources');
    if (!resources?.value) return { idle: container.isOpen ? undefined : true, entry: undefined };
    const block = firstBlock(resources.value);
    const entry = block && entryOf(block, 'cpu_idle');
    if (!entry) return { idle: block && !block.isOpen ? false : undefined, entry: resources };
    return { idle: truthOf(entry.value), entry };
  });
  const [first] = states;
  const given = states.find(({ entry }) => entry !== undefined)?.entry;
  if (!first || !given) return;
  const { keySpan = given.value!.span } = given;
  const isOne = first.idle !== undefined && states.every(({ idle }) => idle === first.idle);
  const value = isOne ? new TextNode(String(first.idle), keySpan) : unknownNode('cpu_idle', keySpan);
  annotate(run('cpu-throttling'), { keySpan, value });
}

/** `startup_cpu_boost` of any container is that of the instance. */
function cpuBoost(containers: readonly MapNode[], annotate: Annotate): void {
  const entries = containers.flatMap((container) => {
    const resources = entryOf(container, 'resources')?.value;
    const block = resources && firstBlock(resources);
    return (block && entryOf(block, 'startup_cpu_boost')) ?? [];
  });
  const entry = entries.find(({ value }) => truthOf(value) !== false) ?? entries[0];
  if (entry?.value) annotate(run('startup-cpu-boost'), { keySpan: entry.keySpan, value: asText(entry.value) });
}

/** The blocks have the names that the annotation's JSON has. */
function networkInterfaces(instance: MapNode, annotate: Annotate): void {
  const access = entryOf(instance, 'vpc_access')?.value;
  const home = access?.span ?? instance.span;
  const block = access && firstBlock(access);
  const entry = block && entryOf(block, 'network_interfaces');
  if (access && !block) {
    // Whether it is there at all is not known.
    annotate(run('network-interfaces'), { keySpan: home, value: new TextNode('', home, { unknown: true }) });
  }
  if (!entry?.value) return;
  const value = isWhole(entry.value) ? jsonNode(entry.value) : unknownNode('network_interfaces', entry.value.span);
  annotate(run('network-interfaces'), { keySpan: entry.keySpan, value });
}

/** A volume of Cloud SQL is an annotation in v1, and its mounts are what every container sees there. */
function cloudSql(volumes: readonly MapNode[], root: DraftMap, kind: ObjectKind, annotate: Annotate): void {
  const names = new Set<string>();
  for (const volume of volumes) {
    const source = entryOf(volume, 'cloud_sql_instance');
    if (!source?.value) continue;
    const block = firstBlock(source.value);
    const instances = block && entryOf(block, 'instances');
    const value = instances?.value ? commas(instances.value) : unknownNode('instances', source.value.span);
    annotate(run('cloudsql-instances'), { keySpan: instances?.keySpan ?? source.keySpan, value });
    const name = entryOf(volume, 'name')?.value;
    if (block && name?.kind === 'scalar') names.add(name.text);
  }
  if (names.size === 0) return;
  const inner = kind.kind === 'Job' ? ['spec', 'template'] : [];
  const spec = find(root, [...inner, 'spec', 'template', 'spec']);
  if (spec?.kind !== 'map') return;
  dropNamed(spec as DraftMap, 'volumes', names);
  const containers = find(spec as DraftMap, ['containers']);
  for (const container of containers?.kind === 'list' ? containers.items : []) {
    if (container?.kind === 'map') dropNamed(container as DraftMap, 'volumeMounts', names);
  }
}

/** Takes the items of these names out of a list, and the list with them if nothing is left. */
function dropNamed(map: DraftMap, key: string, names: ReadonlySet<string>): void {
  const at = map.entries.findIndex((entry) => entry.key === key);
  const list = map.entries[at]?.value;
  if (list?.kind !== 'list') return;
  const items = list.items.filter((item) => {
    const name = item?.kind === 'map' ? find(item as DraftMap, ['name']) : undefined;
    return name?.kind !== 'scalar' || !names.has(name.text);
  });
  if (items.length === 0 && !list.isOpen) map.entries.splice(at, 1);
  else map.entries[at] = { ...map.entries[at]!, value: { ...list, items } };
}

function truthOf(node: Node | null): boolean | undefined {
  if (node?.kind !== 'scalar' || node.unknown) return undefined;
  return node.text === 'true' ? true : node.text === 'false' ? false : undefined;
}
