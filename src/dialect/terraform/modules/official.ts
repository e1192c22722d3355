import { TextNode, truth, unknownNode } from '../../../hcl/nodes.ts';
import type { Entry, MapNode, Node } from '../../../tree/node.ts';
import type { Span } from '../../../tree/span.ts';
import { entryOf } from '../../blocks.ts';
import type { ObjectKind } from '../../table.ts';
import { v2Service } from '../../tables/v2-service.ts';
import { implied, itemsIn, type Module, made, madeList, truthOf } from './module.ts';

/** Where the resource has an input of the module: another name, or a place in `template`. */
const atTop: Readonly<Record<string, string>> = {
  service_name: 'name',
  service_labels: 'labels',
  service_annotations: 'annotations',
  service_scaling: 'scaling',
  description: 'description',
  ingress: 'ingress',
  launch_stage: 'launch_stage',
  custom_audiences: 'custom_audiences',
  binary_authorization: 'binary_authorization',
  traffic: 'traffic',
};

const inTemplate: Readonly<Record<string, string>> = {
  template_scaling: 'scaling',
  template_labels: 'labels',
  template_annotations: 'annotations',
  timeout: 'timeout',
  revision: 'revision',
  service_account: 'service_account',
  encryption_key: 'encryption_key',
  max_instance_request_concurrency: 'max_instance_request_concurrency',
  session_affinity: 'session_affinity',
  execution_environment: 'execution_environment',
  node_selector: 'node_selector',
  gpu_zonal_redundancy_disabled: 'gpu_zonal_redundancy_disabled',
  vpc_access: 'vpc_access',
  volumes: 'volumes',
};

const inContainer: Readonly<Record<string, string>> = {
  container_name: 'name',
  container_image: 'image',
  container_args: 'args',
  container_command: 'command',
  depends_on_container: 'depends_on',
  working_dir: 'working_dir',
  volume_mounts: 'volume_mounts',
  startup_probe: 'startup_probe',
  liveness_probe: 'liveness_probe',
};

/** The same the other way round. */
const inverted = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([own, name]) => [name, own]));
const [topNames, templateNames] = [inverted(atTop), inverted(inTemplate)];
const containerNames = new Map([...inverted(inContainer), ['env', 'env_vars']]);

/** The inputs have no `template` around them. */
function spell([first, ...rest]: readonly string[]): readonly string[] {
  if (first !== 'template') return first === undefined ? [] : [topNames.get(first) ?? first, ...rest];
  const [second, third, ...inner] = rest;
  if (second === undefined) return ['module'];
  const outer = templateNames.get(second) ?? second;
  if (third === undefined) return [outer];
  if (second === 'containers' && inner[0] === 'value_source') return [outer, 'env_secret_vars', ...inner.slice(2)];
  return [outer, second === 'containers' ? (containerNames.get(third) ?? third) : third, ...inner];
}

const kind: ObjectKind = { ...v2Service, resource: 'module', spell };

/**
 * Google's own module for services of the v2 API, as of version 0.30.
 * @see https://github.com/GoogleCloudPlatform/terraform-google-cloud-run/tree/main/modules/v2
 */
export const officialModule: Module = {
  kind,
  read(inputs, header) {
    const template: Entry[] = renamed(inputs, inTemplate).map(withList);
    const account = entryOf(inputs, 'service_account');
    // It makes an account of its own unless told otherwise.
    if (!account?.value && truthOf(entryOf(inputs, 'create_service_account'), true) !== false) {
      template.push({ key: 'service_account', value: unknownNode('service_account', header) });
    }
    if (!entryOf(inputs, 'execution_environment')) {
      template.push(implied('execution_environment', 'EXECUTION_ENVIRONMENT_GEN2', header));
    }
    const containers = entryOf(inputs, 'containers');
    const { items, isOpen } = itemsIn(containers?.value);
    const hasMore = isOpen || truthOf(entryOf(inputs, 'enable_prometheus_sidecar'), false) !== false;
    const span = containers?.value?.span ?? header;
    const list = madeList(
      span,
      items.map((item) => (item?.kind === 'map' ? containerOf(item) : item)),
      hasMore,
    );
    template.push({ key: 'containers', keySpan: containers?.keySpan ?? header, value: list });
    const entries = renamed(inputs, atTop);
    // Whoever may pass Identity-Aware Proxy turns it on.
    const members = entryOf(inputs, 'iap_members');
    if (members?.value) entries.push({ ...members, key: 'iap_enabled', value: isWritten(members.value, header) });
    entries.push({ key: 'template', keySpan: header, value: made(header, template) });
    return made(inputs.span, entries);
  },
};

/** Whether a list has items, as far as that is known. */
function isWritten(list: Node, home: Span): Node {
  const isKnown = list.kind === 'list' && (list.items.length > 0 || !list.isOpen);
  return isKnown ? truth(list.items.length > 0, list.span) : unknownNode('iap_members', home);
}

function renamed(map: MapNode, names: Readonly<Record<string, string>>): Entry[] {
  return map.entries.flatMap((entry) =>
    Object.hasOwn(names, entry.key) && entry.value ? [{ ...entry, key: names[entry.key]! }] : [],
  );
}

/** The module has one network where the resource has a list of them. */
function withList(entry: Entry): Entry {
  const { key, value } = entry;
  if (key !== 'vpc_access' || value?.kind !== 'map') return entry;
  const entries = value.entries.map((inner) => {
    if (inner.key !== 'network_interfaces' || inner.value?.kind !== 'map') return inner;
    return { ...inner, value: madeList(inner.value.span, [inner.value]) };
  });
  return { ...entry, value: { ...value, entries } };
}

function containerOf(container: MapNode): MapNode {
  const { span, isOpen } = container;
  const entries = renamed(container, inContainer);
  // Without any, every container gets port 8080, so that nothing tells which one takes the requests.
  const ports = entryOf(container, 'ports');
  const isGiven = ports?.value?.kind === 'map' && ports.value.entries.length > 0;
  entries.push(isGiven ? ports : { key: 'ports', value: unknownNode('ports', ports?.keySpan ?? span) });
  const resources = entryOf(container, 'resources');
  if (resources?.value) entries.push({ ...resources, value: resourcesOf(resources.value) });
  const env = environmentOf(container, span);
  if (env) entries.push(env);
  return { ...container, entries, ...(isOpen && { isOpen }) };
}

/** The CPU is throttled unless the call says otherwise, and a GPU has a name of its own. */
function resourcesOf(value: Node): Node {
  if (value.kind !== 'map') return value;
  const entries = value.entries.map((entry) => {
    if (entry.key !== 'limits' || entry.value?.kind !== 'map') return entry;
    const limits = entry.value.entries.map((limit) =>
      limit.key === 'nvidia_gpu' ? { ...limit, key: 'nvidia.com/gpu' } : limit,
    );
    return { ...entry, value: { ...entry.value, entries: limits } };
  });
  const isIdle = entryOf(value, 'cpu_idle')?.value ? [] : [implied('cpu_idle', truth(true, value.span), value.span)];
  return { ...value, entries: [...entries, ...isIdle] };
}

/** The variables of two maps as one list. */
function environmentOf(container: MapNode, home: Span): Entry | undefined {
  const [plain, secret] = [entryOf(container, 'env_vars'), entryOf(container, 'env_secret_vars')];
  const given = [plain, secret].filter((entry) => entry?.value);
  const [first] = given;
  if (!first) return container.isOpen ? { key: 'env', value: unknownNode('env_vars', home) } : undefined;
  const items: Node[] = [];
  let isOpen = false;
  for (const entry of given) {
    const { value } = entry!;
    if (value?.kind !== 'map') {
      isOpen = true;
      continue;
    }
    isOpen ||= value.isOpen ?? false;
    for (const variable of value.entries) items.push(variableOf(variable, entry === secret));
  }
  return { key: 'env', keySpan: first.keySpan, value: madeList(first.value!.span, items, isOpen) };
}

function variableOf({ key, keySpan, value }: Entry, isSecret: boolean): MapNode {
  const span = keySpan ?? value!.span;
  const name: Entry = { key: 'name', keySpan, value: new TextNode(key, span, { isReference: true }) };
  if (!isSecret) return made(span, [name, { key: 'value', keySpan, value }]);
  const reference = made(span, [{ key: 'secret_key_ref', keySpan, value }]);
  return made(span, [name, { key: 'value_source', keySpan, value: reference }]);
}
