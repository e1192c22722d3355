import { unknownNode } from '../../hcl/nodes.ts';
import type { Entry, MapNode } from '../../tree/node.ts';
import { blockAt, entryOf, itemsOf, tableName } from '../blocks.ts';
import { ownPath } from '../names.ts';
import { manifestOf } from '../origin.ts';
import type { ObjectKind } from '../table.ts';
import { apiKinds } from './kinds.ts';

/**
 * The manifest of an object of the v2 API. Such an object says nowhere what it is, so that it has to have the form of
 * one, and something that nothing else has; undefined where that is not sure.
 */
export function readApiObject(root: MapNode): MapNode | undefined {
  const template = blockAt(root, ['template']);
  if (!template || !hasOnlyKnownNames(root)) return undefined;
  const task = blockAt(template, ['template']);
  const instance = task ?? template;
  const containers = itemsOf(instance, 'containers');
  if (containers.length === 0 || !containers.every((container) => textOf(container, 'image') !== undefined)) {
    return undefined;
  }
  const isExecution = task !== undefined && hasAny(template, ownFields.execution);
  if (!isExecution && !isSurely(root, instance, containers)) return undefined;
  const kind = task ? apiKinds.Job : kindOf(root, template, containers);
  return kind && read(kind, root);
}

function read(kind: ObjectKind, root: MapNode): MapNode {
  const name = entryOf(root, 'name');
  const header = name?.value?.span ?? entryOf(root, 'template')!.keySpan ?? root.span;
  // Who creates an object gives its name beside it.
  const named: readonly Entry[] = name?.value ? [] : [{ key: 'name', value: unknownNode('name', header) }];
  const entries = [...named, ...root.entries.filter((entry) => entry !== name || entry.value)];
  const written: MapNode = { kind: 'map', span: root.span, isFlow: root.isFlow, entries };
  return manifestOf({ kind, header, written, pathOf: (path) => ownPath(kind, path) });
}

const tables = Object.values(apiKinds).map(({ table }) => table);

function hasOnlyKnownNames({ entries }: MapNode): boolean {
  return entries.every(({ key }) => tables.some((table) => Object.hasOwn(table, tableName(key))));
}

/** The name that the API gives an object: its folder tells what it is. */
const fullName = /^projects\/[^/]+\/locations\/[^/]+\/(services|jobs|workerPools)\/[^/]+$/;

/** Values that nothing but the v2 API has, by the field that takes them. */
const ownWords: readonly (readonly [name: string, form: RegExp])[] = [
  ['name', fullName],
  ['ingress', /^INGRESS_TRAFFIC_/],
  ['launch_stage', /^(?:ALPHA|BETA|GA)$/],
  ['execution_environment', /^EXECUTION_ENVIRONMENT_/],
  ['egress', /^(?:ALL_TRAFFIC|PRIVATE_RANGES_ONLY)$/],
  ['type', /^(?:TRAFFIC_TARGET|INSTANCE_SPLIT)_ALLOCATION_TYPE_/],
];

/** Fields that nothing but the v2 API has in these places. */
const ownFields = {
  object: ['invoker_iam_disabled', 'default_uri_disabled', 'iap_enabled'],
  execution: ['task_count'],
  instance: ['max_instance_request_concurrency', 'gpu_zonal_redundancy_disabled', 'max_retries'],
  scaling: ['min_instance_count', 'max_instance_count', 'manual_instance_count'],
  resources: ['cpu_idle', 'startup_cpu_boost'],
} as const;

/** Whether something in an object is the v2 API's alone. */
function isSurely(root: MapNode, instance: MapNode, containers: readonly MapNode[]): boolean {
  const access = blockAt(instance, ['vpc_access']);
  const shares = [...itemsOf(root, 'traffic'), ...itemsOf(root, 'instance_splits')];
  const places = [root, instance, ...(access ? [access] : []), ...shares];
  return (
    places.some((map) => ownWords.some(([name, form]) => form.test(textOf(map, name) ?? ''))) ||
    hasAny(root, ownFields.object) ||
    hasAny(instance, ownFields.instance) ||
    [root, instance].some((map) => hasAny(blockAt(map, ['scaling']), ownFields.scaling)) ||
    itemsOf(instance, 'volumes').some((volume) => hasAny(volume, ['cloud_sql_instance'])) ||
    containers.some((container) => {
      return (
        hasAny(blockAt(container, ['resources']), ownFields.resources) ||
        itemsOf(container, 'env').some((variable) => hasAny(variable, ['value_source']))
      );
    })
  );
}

/** Fields that only services have. */
const serviceFields = {
  object: ['ingress', 'traffic', 'traffic_statuses', 'uri', 'urls', 'custom_audiences', ...ownFields.object],
  template: [
    'max_instance_request_concurrency',
    'timeout',
    'session_affinity',
    'execution_environment',
    'scaling',
    'health_check_disabled',
    'service_mesh',
  ],
} as const;

/** A service and a worker pool have one form, so that a name or a field has to tell; undefined where none does. */
function kindOf(root: MapNode, template: MapNode, containers: readonly MapNode[]): ObjectKind | undefined {
  const [, folder] = fullName.exec(textOf(root, 'name') ?? '') ?? [];
  if (folder) return { services: apiKinds.Service, workerPools: apiKinds.WorkerPool, jobs: undefined }[folder];
  if (hasAny(root, ['instance_splits', 'instance_split_statuses'])) return apiKinds.WorkerPool;
  const isService =
    hasAny(root, serviceFields.object) ||
    hasAny(template, serviceFields.template) ||
    containers.some((container) => hasAny(container, ['ports', 'readiness_probe']));
  return isService ? apiKinds.Service : undefined;
}

function hasAny(map: MapNode | undefined, names: readonly string[]): boolean {
  return map !== undefined && names.some((name) => entryOf(map, name) !== undefined);
}

function textOf(map: MapNode, name: string): string | undefined {
  const value = entryOf(map, name)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
