import type { Protocol, Setting } from './product.ts';

/** What Google's database connectors understand on their command lines. */
export interface Connector {
  /** The id of the product. */
  readonly product: string;
  /** Long flags, by name without dashes, that stand alone: `--debug`, or `--debug=false`. */
  readonly switches: ReadonlySet<string>;
  /** Long flags, by name without dashes, whose value follows: `--port 5432` or `--port=5432`. */
  readonly values: ReadonlySet<string>;
  /** One-letter flags and what they stand for. */
  readonly short: Readonly<Record<string, string>>;
  /** Every flag is also a variable of this prefix, in capitals and with underscores. */
  readonly variablePrefix: string;
  /** Names of the instances to connect to are given as arguments, or in this variable (with `_0`, `_1` … for several). */
  readonly instanceVariable: string;
  /** The port of the first instance where the file names none; absent where it depends on the database. */
  readonly port?: number;
  /** What it speaks, whatever else is said; absent where it depends on the database. */
  readonly protocol?: Protocol;
  /** Switches that make it speak Postgres without asking the database. */
  readonly postgresWith?: readonly Setting[];
  /** How its instances are named. */
  readonly instanceKind: InstanceKind;
  /** Flags that it refuses together. */
  readonly exclusive: readonly (readonly [string, string])[];
  /** Flags of its relatives: the flag to write instead, or else a sentence of advice, or nothing. */
  readonly strangers: Readonly<Record<string, string>>;
}

const shared = {
  switches: [
    'auto-iam-authn',
    'debug',
    'debug-logs',
    'disable-metrics',
    'disable-traces',
    'gcloud-auth',
    'health-check',
    'help',
    'lazy-refresh',
    'prometheus',
    'psc',
    'quiet',
    'quitquitquit',
    'run-connection-test',
    'structured-logs',
    'version',
  ],
  values: [
    'address',
    'admin-port',
    'config-file',
    'credentials-file',
    'fuse',
    'fuse-tmp-dir',
    'http-address',
    'http-port',
    'impersonate-service-account',
    'json-credentials',
    'login-token',
    'max-connections',
    'max-sigterm-delay',
    'min-sigterm-delay',
    'port',
    'prometheus-namespace',
    'telemetry-prefix',
    'telemetry-project',
    'telemetry-sample-rate',
    'token',
    'unix-socket',
    'user-agent',
  ],
};

const exclusive: Connector['exclusive'] = [
  ['unix-socket', 'address'],
  ['unix-socket', 'port'],
  ['token', 'credentials-file'],
  ['token', 'gcloud-auth'],
  ['credentials-file', 'gcloud-auth'],
  ['json-credentials', 'token'],
  ['json-credentials', 'credentials-file'],
  ['json-credentials', 'gcloud-auth'],
];

const short: Connector['short'] = {
  a: 'address',
  c: 'credentials-file',
  g: 'gcloud-auth',
  h: 'help',
  i: 'auto-iam-authn',
  j: 'json-credentials',
  l: 'structured-logs',
  p: 'port',
  t: 'token',
  u: 'unix-socket',
  v: 'version',
};

/** Flags of generation 1 by what became of them. */
const generation1: Readonly<Record<string, string>> = {
  instances: "Give the instance's name as an argument of its own.",
  dir: '--unix-socket',
  enable_iam_login: '--auto-iam-authn',
  credential_file: '--credentials-file',
  use_http_health_check: '--health-check',
  health_check_port: '--http-port',
  ip_address_types: 'Write "--private-ip" to use the private address.',
  term_timeout: '--max-sigterm-delay',
  structured_logs: '--structured-logs',
  log_debug_stdout: '',
  verbose: '',
  skip_failed_instance_config: '--skip-failed-instance-config',
  max_connections: '--max-connections',
  host: '--sqladmin-api-endpoint',
  quota_project: '--quota-project',
};

/** The connectors, from their sources `cmd/root.go` and `migration-guide.md`. */
export const connectors: readonly Connector[] = [
  {
    product: 'cloud-sql-proxy',
    switches: new Set([
      ...shared.switches,
      'auto-ip',
      'connect-tunnel',
      'enable-builtin-metrics',
      'exit-zero-on-sigterm',
      'private-ip',
      'skip-failed-instance-config',
      'sql-data',
    ]),
    values: new Set([
      ...shared.values,
      'application-name',
      'compute-platform',
      'quota-project',
      'resource-exhausted-cooldown-delay',
      'sqladmin-api-endpoint',
      'sqldata-api-endpoint',
      'universe-domain',
    ]),
    short,
    variablePrefix: 'CSQL_PROXY_',
    instanceKind: 'connection-name',
    instanceVariable: 'CSQL_PROXY_INSTANCE_CONNECTION_NAME',
    postgresWith: ['--sql-data', 'CSQL_PROXY_SQL_DATA'],
    exclusive: [
      ...exclusive,
      ['private-ip', 'auto-ip'],
      ['private-ip', 'psc'],
      ['private-ip', 'sql-data'],
      ['psc', 'sql-data'],
      ...(['auto-ip', 'private-ip', 'psc', 'sql-data'] as const).map((flag) => [flag, 'connect-tunnel'] as const),
      ['auto-iam-authn', 'gcloud-auth'],
    ],
    strangers: {
      ...generation1,
      'exit-zero-sigterm': '--exit-zero-on-sigterm',
      'with-backend-check': '',
      'public-ip': 'It uses the public address anyway.',
      'static-connection-info': '',
      'alloydbadmin-api-endpoint': '--sqladmin-api-endpoint',
    },
  },
  {
    product: 'alloydb-auth-proxy',
    switches: new Set([
      ...shared.switches,
      'disable-built-in-telemetry',
      'exit-zero-sigterm',
      'public-ip',
      'with-backend-check',
    ]),
    values: new Set([...shared.values, 'alloydbadmin-api-endpoint', 'static-connection-info', 'universe-domain']),
    short,
    variablePrefix: 'ALLOYDB_PROXY_',
    instanceKind: 'uri',
    instanceVariable: 'ALLOYDB_PROXY_INSTANCE_URI',
    exclusive: [...exclusive, ['universe-domain', 'alloydbadmin-api-endpoint']],
    port: 5432,
    protocol: 'postgres',
    strangers: {
      ...generation1,
      skip_failed_instance_config: '',
      host: '--alloydbadmin-api-endpoint',
      quota_project: '',
      ip_address_types: 'Write "--public-ip" to use the public address.',
      'exit-zero-on-sigterm': '--exit-zero-sigterm',
      'private-ip': 'It uses the private address anyway.',
      'auto-ip': 'It uses the private address.',
      'skip-failed-instance-config': '',
      'quota-project': '',
      'sqladmin-api-endpoint': '--alloydbadmin-api-endpoint',
      'sql-data': '',
    },
  },
];

/** All settings by which a connector's flag can be given: long, short and as a variable. */
export function settingsOfFlag({ short, variablePrefix }: Connector, flag: string): readonly Setting[] {
  const letter = Object.keys(short).find((key) => short[key] === flag);
  const variable = `${variablePrefix}${flag.toUpperCase().replaceAll('-', '_')}`;
  return [`--${flag}`, ...(letter === undefined ? [] : [`-${letter}`]), variable];
}

const byProduct: ReadonlyMap<string, Connector> = new Map(connectors.map((entry) => [entry.product, entry]));

/** The command line of a connector's proxy; undefined for other products. */
export function connectorOf(productId: string | undefined): Connector | undefined {
  return productId === undefined ? undefined : byProduct.get(productId);
}

/** How an instance is named: for Cloud SQL by a connection name, for AlloyDB by a URI. */
export type InstanceKind = 'connection-name' | 'uri';

/** The form of each kind, as messages write it. */
export const instanceForms: Readonly<Record<InstanceKind, string>> = {
  'connection-name': 'project:region:instance',
  uri: 'projects/PROJECT/locations/REGION/clusters/CLUSTER/instances/INSTANCE',
};

/** The name of an instance in its parts. */
export interface InstanceName {
  /** Which of the forms it has. */
  readonly kind: InstanceKind;
  /** The id of its project, a domain before it included. */
  readonly project: string;
  /** Such as `europe-west1`. */
  readonly region: string;
}

const patterns: readonly (readonly [InstanceKind, RegExp])[] = [
  ['connection-name', /^((?:[a-z0-9.-]+:)?[a-z][a-z0-9-]+):([a-z0-9-]+):[a-z][a-z0-9-]*$/],
  ['uri', /^projects\/([^/]+)\/locations\/([^/]+)\/clusters\/[^/]+\/instances\/[^/]+$/],
];

/** Reads the whole name of an instance, without options; undefined for anything else. */
export function parseInstance(text: string): InstanceName | undefined {
  for (const [kind, pattern] of patterns) {
    const [, project, region] = pattern.exec(text) ?? [];
    if (project !== undefined && region !== undefined) return { kind, project, region };
  }
  return undefined;
}

/** Whether a text begins as the name of an instance does, so that it is neither a program nor a flag. */
export function beginsInstance(text: string): boolean {
  return /^(?:projects\/|[a-z][a-z0-9.-]*:[a-z0-9-]+:)/.test(text);
}
