import { camelName } from '../blocks.ts';
import type { ObjectKind, Row, Table } from '../table.ts';
import { v2Job } from '../tables/v2-job.ts';
import { v2Service } from '../tables/v2-service.ts';
import { v2WorkerPool } from '../tables/v2-worker-pool.ts';

/** What only Cloud Run writes, and what neither the provider nor v1 knows. */
const outputs = [
  'uid generation create_time update_time delete_time expire_time creator last_modifier uri urls observed_generation',
  'terminal_condition conditions latest_ready_revision latest_created_revision traffic_statuses instance_split_statuses',
  'satisfies_pzs reconciling etag execution_count latest_created_execution threat_detection_enabled ssh_enabled',
].flatMap((line) => line.split(' '));

const written: Table = Object.fromEntries(outputs.map((name) => [name, { unread: 'output' }]));

/** A table in which words of enumerations may be numbers, as in all JSON that is read as a protocol buffer. */
function withNumbers(table: Table): Table {
  const rows = Object.entries(table).map(([name, row]): [string, Row] => {
    if ('block' in row) return [name, { ...row, block: withNumbers(row.block) }];
    if ('blocks' in row) return [name, { ...row, blocks: withNumbers(row.blocks) }];
    const isEnumeration = 'to' in row && (row.values !== undefined || name === 'launch_stage');
    return [name, isEnumeration ? { ...row, takesNumbers: true } : row];
  });
  return Object.fromEntries(rows);
}

/** An object as the v2 API's clients write it, with the full name of itself that the API gives it. */
function ofApi(kind: ObjectKind): ObjectKind {
  const table: Table = { ...withNumbers(kind.table), ...written, name: { to: '/metadata.name', as: 'object-name' } };
  return { ...kind, resource: kind.kind, form: 'v2', spell: (way) => way.map(camelName), table };
}

/** The objects of the v2 API in JSON or YAML. https://cloud.google.com/run/docs/reference/rest/v2 */
export const apiKinds = {
  Service: ofApi(v2Service),
  Job: ofApi(v2Job),
  WorkerPool: ofApi(v2WorkerPool),
} as const;

/** Names of Config Connector that are no camel case of a table's, where they have one spelling everywhere. */
const connectorNames: Readonly<Record<string, string>> = {
  service_account: 'serviceAccountRef',
  encryption_key: 'encryptionKeyRef',
  connector: 'connectorRef',
  network: 'networkRef',
  subnetwork: 'subnetworkRef',
  bucket: 'bucketRef',
  mesh: 'meshRef',
};

function spellForConnector(way: readonly string[]): readonly string[] {
  return way.map((name, at) => {
    const within = way[at - 1];
    if (name === 'secret' && (within === 'secret' || within === 'secret_key_ref')) return 'secretRef';
    if (name === 'version' && within !== undefined) return 'versionRef';
    return connectorNames[name] ?? camelName(name);
  });
}

/** An object of Config Connector, which puts what the API has into `spec`. */
function ofConnector(kind: ObjectKind): ObjectKind {
  const table: Table = { ...kind.table, resource_id: { unread: 'no v1 field' } };
  return { ...kind, resource: `Run${kind.kind}`, form: 'v2', spell: spellForConnector, table };
}

/** The kinds of Config Connector by name. https://cloud.google.com/config-connector/docs/reference/overview */
export const connectorKinds: ReadonlyMap<string, ObjectKind> = new Map(
  [v2Service, v2Job, v2WorkerPool].map(ofConnector).map((kind) => [kind.resource, kind]),
);
