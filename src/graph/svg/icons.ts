import type { VolumeSource } from '../../model/volume.ts';
import type { GraphNode, NodeKind } from '../graph.ts';

/** The side of the square that an icon is drawn in, in pixels. */
export const iconSize = 20;

const cube = 'M10 2 17 6v8l-7 4-7-4V6zM3 6l7 4 7-4M10 10v8';
const disk = 'M3 5c0-4 14-4 14 0v10c0 4-14 4-14 0zM3 5c0 4 14 4 14 0';
const shield = 'M10 2l7 2v5c0 5-3 7-7 9-4-2-7-4-7-9V4zM7 10l2 2 4-5';
const window = 'M2 4h16v12H2zM2 8h16M4.5 6h.1M7 6h.1';
const gauge = 'M2 11h3l2-6 4 11 3-8 1 3h3';
const arrows = 'M2 6h15M13 2l4 4-4 4M18 14H3M7 10l-4 4 4 4';
const key = 'M7 13a4 4 0 1 1 2.8-1.2L17 12v3h-2v2h-3v-2z';
const lines = 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h4';
const net = 'M10 2a2 2 0 1 1-.1 0zM4 14a2 2 0 1 1-.1 0zM16 14a2 2 0 1 1-.1 0zM9 6l-4 8M11 6l4 8M6 16h8';
const gear =
  'M10 7a3 3 0 1 1-.1 0zM10 2v3M10 15v3M2 10h3M15 10h3M4.3 4.3l2.2 2.2M13.5 13.5l2.2 2.2M15.7 4.3l-2.2 2.2M6.5 13.5l-2.2 2.2';

/** What a container does, in the picture; a role that has no icon here is a cube. */
const roles: Readonly<Partial<Record<NonNullable<GraphNode['role']>, string>>> = {
  application: window,
  'reverse-proxy': arrows,
  'api-gateway': arrows,
  'auth-proxy': shield,
  'policy-engine': shield,
  'mesh-proxy': net,
  tunnel: net,
  'database-proxy': 'M3 4c0-3 9-3 9 0v8c0 3-9 3-9 0zM3 4c0 3 9 3 9 0M14 8h4M14 12h4M16 5l3 3-3 3',
  'connection-pooler': disk,
  database: disk,
  cache: 'M11 2 4 11h5l-1 7 8-10h-6z',
  'monitoring-agent': gauge,
  'metrics-scraper': gauge,
  'log-shipper': lines,
  'secrets-agent': key,
  runtime: gear,
  tool: gear,
  'debug-tool': gear,
  'model-server': gear,
};

/** What a volume is made of. */
const sources: Readonly<Record<VolumeSource, string>> = {
  secret: key,
  emptyDir: 'M2 5h6l2 2h8v9H2z',
  csi: 'M3 4h14l-2 13H5zM3 4c2 2 12 2 14 0',
  nfs: net,
};

const kinds: Readonly<Record<NodeKind, string>> = {
  outside: 'M10 2a8 8 0 1 1-.1 0zM2 10h16M10 2c-5 4-5 12 0 16M10 2c5 4 5 12 0 16',
  container: cube,
  volume: disk,
  remote: disk,
  missing: 'M7 7c0-4 6-4 6 0 0 2-3 2-3 5M10 15v.2',
};

/** The path of the icon of a node, to be stroked. */
export function iconOf({ kind, role, source }: GraphNode): string {
  return (role && roles[role]) ?? (source && sources[source]) ?? kinds[kind];
}
