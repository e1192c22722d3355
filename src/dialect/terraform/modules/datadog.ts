import { TextNode, unknownNode } from '../../../hcl/nodes.ts';
import type { Entry, MapNode, Node } from '../../../tree/node.ts';
import type { Span } from '../../../tree/span.ts';
import { entryOf } from '../../blocks.ts';
import type { ObjectKind, Table } from '../../table.ts';
import { v2Service } from '../../tables/v2-service.ts';
import { implied, itemsIn, type Module, made, madeList, truthOf } from './module.ts';

const own: Table = Object.fromEntries(
  [
    'source version providers timeouts multi_region_settings datadog_api_key datadog_site datadog_service',
    'datadog_version datadog_env datadog_tags datadog_enable_logging datadog_logging_path datadog_log_level',
    'datadog_shared_volume datadog_sidecar',
  ]
    .flatMap((line) => line.split(' '))
    .map((name) => [name, { unread: 'terraform' }]),
);

const kind: ObjectKind = { ...v2Service, resource: 'module', table: { ...own, ...v2Service.table } };

/**
 * Datadog's module, as of version 2.2: the resource with the same names, to which it adds a sidecar, the volume that
 * they share for logs, and variables.
 * @see https://github.com/DataDog/terraform-google-cloud-run-datadog
 */
export const datadogModule: Module = {
  kind,
  read(inputs, header) {
    const entries = inputs.entries.map((entry) => {
      if (entry.key !== 'template' || entry.value?.kind !== 'map') return entry;
      return { ...entry, value: new Additions(inputs, header).template(entry.value) };
    });
    return { ...inputs, entries };
  },
};

/** What the module adds to the template of a call. */
class Additions {
  readonly #inputs: MapNode;
  readonly #header: Span;
  /** Whether logs are collected; undefined where it is not known. */
  readonly #isLogging: boolean | undefined;

  constructor(inputs: MapNode, header: Span) {
    this.#inputs = inputs;
    this.#header = header;
    this.#isLogging = truthOf(entryOf(inputs, 'datadog_enable_logging'), true);
  }

  template(template: MapNode): MapNode {
    const [containers, volumes] = [entryOf(template, 'containers'), entryOf(template, 'volumes')];
    const entries = template.entries.filter((entry) => entry !== containers && entry !== volumes);
    const { items, isOpen } = itemsIn(containers?.value);
    const sidecar = this.#sidecar();
    const name = sidecar && textOf(sidecar, 'name');
    const others = items
      .filter((item) => item?.kind !== 'map' || name === undefined || textOf(item, 'name') !== name)
      .map((item) => (item?.kind === 'map' ? this.#withMount(withMore(item, 'env')) : item));
    const span = containers?.value?.span ?? this.#header;
    const list = madeList(span, sidecar ? [...others, sidecar] : others, isOpen || !sidecar);
    const more = this.#withVolume(volumes);
    return {
      ...template,
      entries: [
        ...entries,
        { key: 'containers', keySpan: containers?.keySpan ?? this.#header, value: list },
        ...(more ? [more] : []),
      ],
    };
  }

  /** The agent; undefined where nothing is known of it. */
  #sidecar(): MapNode | undefined {
    const given = this.#input('datadog_sidecar');
    if (given?.value && given.value.kind !== 'map') return undefined;
    const settings = given?.value as MapNode | undefined;
    const home = given?.keySpan ?? this.#header;
    const written = settings?.entries.filter(({ key, value }) => value && sidecarFields.has(key)) ?? [];
    const add = (key: string, value: string | Node): void => {
      if (!written.some((entry) => entry.key === key)) written.push(implied(key, value, home));
    };
    // The version that it takes by itself is no matter of the call.
    add('name', 'datadog-sidecar');
    add('image', 'gcr.io/datadoghq/serverless-init:${version}');
    const limits = made(home, [implied('cpu', '1', home), implied('memory', '512Mi', home)]);
    add('resources', made(home, [implied('limits', limits, home)]));
    const port = (settings && entryOf(settings, 'health_port')?.value) ?? new TextNode('5555', home);
    const socket = implied('tcp_socket', made(home, [implied('port', port, home)]), home);
    const probe = written.find(({ key }) => key === 'startup_probe');
    const kept = written.filter((entry) => entry !== probe);
    const times = probe?.value?.kind === 'map' ? probe.value.entries : [];
    kept.push({ key: 'startup_probe', keySpan: probe?.keySpan ?? home, value: made(home, [...times, socket]) });
    const agent = itemsIn(settings && entryOf(settings, 'env')?.value);
    const env = [...agent.items, ...this.#variables(home, port)];
    kept.push({ key: 'env', keySpan: home, value: madeList(home, env, true) });
    return this.#withMount(made(home, kept, settings?.isOpen));
  }

  #variables(home: Span, healthPort: Node): readonly MapNode[] {
    const service = this.#value('datadog_service') ?? this.#value('name');
    const values: readonly (readonly [name: string, value: Node | undefined])[] = [
      ['DD_API_KEY', this.#value('datadog_api_key') ?? unknownNode('datadog_api_key', home)],
      ['DD_SITE', this.#value('datadog_site') ?? new TextNode('datadoghq.com', home)],
      ['DD_SERVICE', service ?? unknownNode('datadog_service', home)],
      ['DD_HEALTH_PORT', healthPort],
      ['DD_VERSION', this.#value('datadog_version')],
      ['DD_ENV', this.#value('datadog_env')],
      ['DD_LOG_LEVEL', this.#value('datadog_log_level')],
    ];
    return values.flatMap(([name, value]) =>
      value ? [made(home, [implied('name', name, home), { key: 'value', keySpan: home, value }])] : [],
    );
  }

  /** A container with the volume that all share. */
  #withMount(container: MapNode): MapNode {
    if (this.#isLogging === false) return container;
    const shared = this.#shared();
    if (!shared) return withMore(container, 'volume_mounts');
    const { home, name, path } = shared;
    const [taken, folder] = [textIn(name), textIn(path)];
    // Mounts of the call that are in the way of it are dropped.
    const others = container.entries.map((entry) => {
      if (entry.key !== 'volume_mounts' || entry.value?.kind !== 'list') return entry;
      const items = entry.value.items.filter(
        (item) => item?.kind !== 'map' || (textOf(item, 'name') !== taken && textOf(item, 'mount_path') !== folder),
      );
      return { ...entry, value: { ...entry.value, items } };
    });
    const mount = made(home, [implied('name', name, home), implied('mount_path', path, home)]);
    return withMore({ ...container, entries: others }, 'volume_mounts', mount);
  }

  #withVolume(volumes: Entry | undefined): Entry | undefined {
    if (this.#isLogging === false) return volumes;
    const { items, isOpen } = itemsIn(volumes?.value);
    const shared = this.#shared();
    const keySpan = volumes?.keySpan ?? this.#header;
    const span = volumes?.value?.span ?? this.#header;
    if (!shared) return { key: 'volumes', keySpan, value: madeList(span, items, true) };
    const { home, name } = shared;
    // Its size is set by the module's other inputs.
    const directory = made(home, [implied('medium', 'MEMORY', home)], true);
    const volume = made(home, [implied('name', name, home), implied('empty_dir', directory, home)]);
    const others = items.filter((item) => item?.kind !== 'map' || textOf(item, 'name') !== textIn(name));
    return { key: 'volumes', keySpan, value: madeList(span, [...others, volume], isOpen) };
  }

  /** The volume for logs; undefined where nothing is known of it. */
  #shared(): { readonly home: Span; readonly name: Node; readonly path: Node } | undefined {
    const given = this.#input('datadog_shared_volume');
    const home = given?.keySpan ?? this.#header;
    if (this.#isLogging === undefined || (given?.value && given.value.kind !== 'map')) return undefined;
    const map = given?.value as MapNode | undefined;
    const at = (key: string, text: string): Node => (map && entryOf(map, key)?.value) ?? new TextNode(text, home);
    return { home, name: at('name', 'shared-volume'), path: at('mount_path', '/shared-volume') };
  }

  #input(name: string): Entry | undefined {
    return entryOf(this.#inputs, name);
  }

  #value(name: string): Node | undefined {
    return this.#input(name)?.value ?? undefined;
  }
}

/** What the module takes of the settings of its sidecar as they are. */
const sidecarFields: ReadonlySet<string> = new Set(['name', 'image', 'resources', 'startup_probe']);

/** A container whose list may have more items than are written, with one of them where it is known. */
function withMore(container: MapNode, key: string, item?: MapNode): MapNode {
  const entry = entryOf(container, key);
  const { items } = itemsIn(entry?.value);
  const span = entry?.value?.span ?? container.span;
  const list = madeList(span, item ? [...items, item] : items, true);
  const made: Entry = { key, keySpan: entry?.keySpan ?? span, value: list };
  return { ...container, entries: [...container.entries.filter((other) => other !== entry), made] };
}

function textOf(map: MapNode, key: string): string | undefined {
  return textIn(entryOf(map, key)?.value);
}

function textIn(value: Node | null | undefined): string | undefined {
  return value?.kind === 'scalar' && !value.unknown ? value.text : undefined;
}
