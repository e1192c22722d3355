import { unknownNode } from '../../hcl/nodes.ts';
import type { Entry, MapNode, Node } from '../../tree/node.ts';
import type { Segment } from '../../tree/place.ts';
import { entryOf } from '../blocks.ts';
import { ownPath } from '../names.ts';
import { manifestOf } from '../origin.ts';
import type { ObjectKind } from '../table.ts';
import { connectorKinds } from './kinds.ts';
import { connectorGroup } from './words.ts';

/** The manifest of an object of Config Connector; undefined for anything else. */
export function readConnectorObject(root: MapNode): MapNode | undefined {
  const version = entryOf(root, 'apiVersion')?.value;
  const name = entryOf(root, 'kind')?.value;
  if (version?.kind !== 'scalar' || name?.kind !== 'scalar' || !version.text.startsWith(connectorGroup))
    return undefined;
  const kind = connectorKinds.get(name.text);
  const { keySpan: home, value: spec } = entryOf(root, 'spec') ?? {};
  if (!kind || spec?.kind !== 'map') return undefined;
  const metadata = entryOf(root, 'metadata')?.value;
  const own = metadata?.kind === 'map' ? metadata : undefined;
  const header = name.span;
  const named = entryOf(spec, 'resourceID') ?? (own && entryOf(own, 'name'));
  // A name of several lines is shown at its key.
  const { keySpan, value } = named ?? { keySpan: header, value: unknownNode('name', header) };
  const entries: Entry[] = [{ key: 'name', keySpan, value }];
  // Labels of the metadata are the cluster's as well: only those that the API takes are handed on.
  for (const entry of spec.entries) entries.push(resolved(entry));
  const written: MapNode = { kind: 'map', span: root.span, isFlow: root.isFlow, entries };
  return manifestOf({ kind, header, home, written, pathOf: (path) => pathIn(kind, path) });
}

function pathIn(kind: ObjectKind, path: readonly Segment[]): readonly Segment[] {
  if (path[0] === 'apiVersion' || path[0] === 'kind') return path;
  return path[0] === 'metadata' && path[1] !== 'annotations' ? path : ['spec', ...ownPath(kind, path)];
}

/** Names that are no camel case of a table's. */
const plainNames: ReadonlyMap<string, string> = new Map([
  ['cloudSQLInstance', 'cloudSqlInstance'],
  ['baseImageURI', 'baseImageUri'],
  ['startupCPUBoost', 'startupCpuBoost'],
  ['instanceRefs', 'instances'],
]);

/** Maps with keys that people choose. */
const freeMaps: ReadonlySet<string> = new Set(['labels', 'annotations', 'limits']);

/** A field with what its references lead to: `serviceAccountRef: { external: … }` is a `serviceAccount`. */
function resolved(entry: Entry): Entry {
  const { key, value } = entry;
  if (!value || freeMaps.has(key)) return entry;
  const isReference = key.endsWith('Ref') && key !== 'secretKeyRef';
  const name = isReference ? key.slice(0, -'Ref'.length) : (plainNames.get(key) ?? key);
  // Entries of YAML are more than their fields, and edits ask for the rest.
  const own = { key: name, keySpan: entry.keySpan };
  if (isReference) return { ...own, value: referent(value, name) };
  if (name === 'instances' && value.kind === 'list') {
    return { ...own, value: { ...listOf(value), items: value.items.map((item) => item && referent(item, name)) } };
  }
  return { ...own, value: inside(value) };
}

function inside(node: Node): Node {
  if (node.kind === 'map') return { ...mapOf(node), entries: node.entries.map(resolved) };
  if (node.kind === 'list') return { ...listOf(node), items: node.items.map((item) => item && inside(item)) };
  return node;
}

function mapOf({ span, isFlow, isReference = false, isShared = false }: MapNode): MapNode {
  return { kind: 'map', span, isFlow, isReference, isShared, entries: [] };
}

function listOf({ span, isFlow, isReference = false, isShared = false }: Extract<Node, { kind: 'list' }>) {
  return { kind: 'list', span, isFlow, isReference, isShared } as const;
}

/** What a reference names outside of the cluster. Of an object in the cluster only its name there is known. */
function referent(node: Node, name: string): Node {
  const external = node.kind === 'map' ? entryOf(node, 'external')?.value : undefined;
  return external ?? unknownNode(name, node.span);
}
