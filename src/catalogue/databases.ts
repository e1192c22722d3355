import type { Listen, Product, WrongStart } from './product.ts';

const csql = 'https://github.com/GoogleCloudPlatform/cloud-sql-proxy';
const alloydb = 'https://github.com/GoogleCloudPlatform/alloydb-auth-proxy';
const pgadapter = 'https://github.com/GoogleCloudPlatform/pgadapter';

/** The connectors' own small HTTP servers, which share their design but not their variables' prefix. */
function connectorServers(prefix: string): readonly Listen[] {
  return [
    {
      port: 9090,
      protocol: 'http',
      purpose: 'health',
      reach: 'loopback',
      portFrom: ['--http-port', `${prefix}HTTP_PORT`],
      hostFrom: ['--http-address', `${prefix}HTTP_ADDRESS`],
      onlyWith: ['--health-check', '--prometheus', `${prefix}HEALTH_CHECK`, `${prefix}PROMETHEUS`],
      paths: ['/startup', '/liveness', '/readiness'],
    },
    {
      port: 9091,
      protocol: 'http',
      purpose: 'admin',
      reach: 'loopback',
      portFrom: ['--admin-port', `${prefix}ADMIN_PORT`],
      onlyWith: ['--quitquitquit', '--debug', `${prefix}QUITQUITQUIT`, `${prefix}DEBUG`],
    },
  ];
}

/** The flags and variables of both connectors by which they get a key, and a folder for sockets. */
function connectorFiles(prefix: string): Pick<Product, 'credentials' | 'sockets'> {
  return {
    credentials: [
      '--credentials-file',
      '-c',
      '--json-credentials',
      '-j',
      `${prefix}CREDENTIALS_FILE`,
      `${prefix}JSON_CREDENTIALS`,
    ],
    sockets: { folder: ['--unix-socket', '-u', `${prefix}UNIX_SOCKET`] },
  };
}

/** The program of the first generation, which people leave in the command when they change the image. */
function oldProgram(program: string): WrongStart {
  return {
    when: 'program',
    programs: ['/cloud_sql_proxy', './cloud_sql_proxy', 'cloud_sql_proxy'],
    becomes: 'looks for a program that its image does not have',
    instead: `Leave "command" out, or write "${program}"`,
  };
}

/** What stands between an application and its database: connectors' proxies and connection poolers. */
export const databases: readonly Product[] = [
  {
    id: 'cloud-sql-proxy',
    name: 'Cloud SQL Auth Proxy',
    role: 'database-proxy',
    images: ['gcr.io/cloud-sql-connectors/cloud-sql-proxy'],
    unmistakable: ['cloud-sql-proxy', 'cloudsql-proxy'],
    signals: {
      names: { 'cloud-sql-proxy': 0.75, 'cloudsql-proxy': 0.75, 'csql-proxy': 0.75, 'cloud-sql-auth-proxy': 0.75 },
      env: { 'CSQL_PROXY_INSTANCE_CONNECTION_NAME*': 0.95, 'CSQL_PROXY_*': 0.7 },
      args: [
        {
          pattern: /^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]:[a-z]+-[a-z]+[0-9]+:[a-z][a-z0-9-]*(?:\?.*)?$/,
          // A worker may be told of an instance as well.
          weight: 0.7,
          sidecarOnly: true,
        },
      ],
    },
    // The data port depends on the instances: see listeners of connectors.
    listens: connectorServers('CSQL_PROXY_'),
    ...connectorFiles('CSQL_PROXY_'),
    database: 'Cloud SQL instance',
    config: { from: ['--config-file'] },
    background: {
      work: 'renews its certificates',
      synchronousWith: ['--lazy-refresh', 'CSQL_PROXY_LAZY_REFRESH'],
      synchronousSince: '2.11.0',
      source: `${csql}#configuring-the-lazy-refresh`,
      confidence: 'source',
    },
    order: 'before-app',
    wrongStarts: [oldProgram('/cloud-sql-proxy')],
    sources: [csql, `${csql}/blob/main/cmd/root.go`],
    confidence: 'source',
  },
  {
    id: 'cloud-sql-proxy-v1',
    name: 'Cloud SQL Auth Proxy v1',
    role: 'database-proxy',
    images: ['gcr.io/cloudsql-docker/gce-proxy'],
    unmistakable: ['gce-proxy'],
    signals: {
      args: [
        { pattern: /^--?instances=(?:.*=(?:tcp|unix):|[^:=]+:[^:=]+:)/, weight: 0.9 },
        { pattern: /^\/cloud_sql_proxy$/, weight: 0.9 },
      ],
    },
    listens: [
      {
        port: 8090,
        protocol: 'http',
        purpose: 'health',
        portFrom: ['-health_check_port'],
        onlyWith: ['-use_http_health_check'],
        paths: ['/startup', '/liveness', '/readiness'],
      },
    ],
    instanceLists: ['-instances', '--instances', 'INSTANCES'],
    database: 'Cloud SQL instance',
    credentials: ['-credential_file', '--credential_file'],
    sockets: { folder: ['-dir', '--dir'] },
    order: 'before-app',
    wrongStarts: [
      {
        when: 'no-command',
        becomes: 'has nothing to run, since its image has no entry point',
        instead: 'Begin the command with "/cloud_sql_proxy"',
      },
    ],
    endOfLife: {
      fixesOnly: true,
      successor: 'Cloud SQL Auth Proxy v2 (gcr.io/cloud-sql-connectors/cloud-sql-proxy)',
      source: `${csql}/blob/main/migration-guide.md`,
    },
    sources: [`${csql}/blob/main/migration-guide.md`],
    confidence: 'source',
  },
  {
    id: 'alloydb-auth-proxy',
    name: 'AlloyDB Auth Proxy',
    role: 'database-proxy',
    images: ['gcr.io/alloydb-connectors/alloydb-auth-proxy'],
    unmistakable: ['alloydb-auth-proxy'],
    signals: {
      names: { 'alloydb-auth-proxy': 0.75, 'alloydb-proxy': 0.75 },
      env: { 'ALLOYDB_PROXY_INSTANCE_URI*': 0.95, 'ALLOYDB_PROXY_*': 0.7 },
      args: [
        {
          pattern: /^projects\/[^/]+\/locations\/[^/]+\/clusters\/[^/]+\/instances\/[^/]+$/,
          weight: 0.75,
          sidecarOnly: true,
        },
      ],
    },
    listens: connectorServers('ALLOYDB_PROXY_'),
    ...connectorFiles('ALLOYDB_PROXY_'),
    database: 'AlloyDB instance',
    config: { from: ['--config-file'] },
    background: {
      work: 'renews its certificates',
      synchronousWith: ['--lazy-refresh', 'ALLOYDB_PROXY_LAZY_REFRESH'],
      synchronousSince: '1.10.0',
      source: alloydb,
      confidence: 'source',
    },
    order: 'before-app',
    wrongStarts: [oldProgram('/alloydb-auth-proxy')],
    sources: [alloydb, `${alloydb}/blob/main/cmd/root.go`],
    confidence: 'source',
  },
  {
    id: 'pgadapter',
    name: 'PGAdapter',
    role: 'database-proxy',
    images: [
      'gcr.io/cloud-spanner-pg-adapter/pgadapter',
      'gcr.io/cloud-spanner-pg-adapter/pgadapter-distroless',
      'gcr.io/cloud-spanner-pg-adapter/pgadapter-emulator',
    ],
    unmistakable: ['pgadapter', 'pgadapter-distroless', 'pgadapter-emulator'],
    signals: { names: { pgadapter: 0.75 } },
    listens: [
      {
        port: 5432,
        protocol: 'postgres',
        purpose: 'data',
        reach: 'loopback',
        portFrom: ['-s', '-server-port', '--server-port'],
        allWith: ['-x', '-disable-localhost-check-for-docker', '--disable-localhost-check-for-docker'],
      },
    ],
    splitsArguments: { unless: ['pgadapter-distroless'] },
    credentials: ['-c', '-credentials-file', '--credentials-file'],
    sockets: { folder: ['-dir'], always: true },
    order: 'before-app',
    sources: [
      `${pgadapter}/blob/postgresql-dialect/docs/docker.md`,
      `${pgadapter}/tree/postgresql-dialect/samples/cloud-run`,
    ],
    confidence: 'source',
  },
  {
    id: 'pgbouncer-edoburu',
    name: 'PgBouncer (edoburu)',
    role: 'connection-pooler',
    images: ['docker.io/edoburu/pgbouncer', 'ghcr.io/edoburu/docker-pgbouncer'],
    listens: [
      {
        port: 5432,
        protocol: 'postgres',
        purpose: 'data',
        portFrom: ['LISTEN_PORT'],
        hostFrom: ['LISTEN_ADDR'],
        inConfig: 'usual',
      },
    ],
    config: { paths: ['/etc/pgbouncer'] },
    requires: [
      {
        anyOf: ['DB_HOST', 'DATABASE_URL', 'DATABASE_URLS'],
        otherwise: 'it has no database to pool connections to',
        unlessConfigured: true,
        confidence: 'secondary',
      },
    ],
    order: 'before-app',
    upstream: { from: ['DATABASE_URL', 'DATABASE_URLS', 'DB_HOST'], portFrom: ['DB_PORT'], protocol: 'postgres' },
    sources: ['https://github.com/edoburu/docker-pgbouncer'],
    confidence: 'source',
  },
  {
    id: 'pgbouncer',
    name: 'PgBouncer',
    role: 'connection-pooler',
    images: ['docker.io/pgbouncer/pgbouncer'],
    unmistakable: ['pgbouncer'],
    signals: { names: { pgbouncer: 0.75 }, mounts: { '/etc/pgbouncer': 0.7 } },
    listens: [{ port: 6432, protocol: 'postgres', purpose: 'data', reach: 'unknown', inConfig: 'usual' }],
    moreListeners: true,
    config: { paths: ['/etc/pgbouncer'] },
    order: 'before-app',
    sources: ['https://www.pgbouncer.org/config.html'],
    confidence: 'secondary',
  },
  {
    id: 'pgbouncer-bitnami',
    name: 'PgBouncer (Bitnami)',
    role: 'connection-pooler',
    images: ['docker.io/bitnami/pgbouncer', 'docker.io/bitnamilegacy/pgbouncer'],
    listens: [
      {
        port: 6432,
        protocol: 'postgres',
        purpose: 'data',
        inConfig: 'usual',
        portFrom: ['PGBOUNCER_PORT'],
        hostFrom: ['PGBOUNCER_LISTEN_ADDRESS'],
      },
    ],
    config: { paths: ['/bitnami/pgbouncer', '/opt/bitnami/pgbouncer/conf'] },
    order: 'before-app',
    upstream: { from: ['POSTGRESQL_HOST'], portFrom: ['POSTGRESQL_PORT'], protocol: 'postgres' },
    sources: ['https://github.com/bitnami/containers/tree/main/bitnami/pgbouncer'],
    confidence: 'source',
  },
  {
    id: 'pgcat',
    name: 'PgCat',
    role: 'connection-pooler',
    images: ['ghcr.io/postgresml/pgcat'],
    unmistakable: ['pgcat'],
    signals: { names: { pgcat: 0.75 }, mounts: { '/etc/pgcat': 0.7 } },
    listens: [
      { port: 6432, protocol: 'postgres', purpose: 'data', inConfig: 'usual' },
      { port: 9930, protocol: 'prometheus', purpose: 'metrics', inConfig: 'usual', paths: ['/metrics'] },
    ],
    config: { paths: ['/etc/pgcat/pgcat.toml'] },
    order: 'before-app',
    sources: ['https://github.com/postgresml/pgcat/blob/main/CONFIG.md'],
    confidence: 'source',
  },
  {
    id: 'proxysql',
    name: 'ProxySQL',
    role: 'connection-pooler',
    images: ['docker.io/proxysql/proxysql'],
    unmistakable: ['proxysql'],
    signals: { names: { proxysql: 0.75 }, mounts: { '/etc/proxysql.cnf': 0.7 } },
    listens: [
      { port: 6033, protocol: 'mysql', purpose: 'data', inConfig: 'usual' },
      { port: 6032, protocol: 'mysql', purpose: 'admin', inConfig: 'usual' },
    ],
    config: { paths: ['/etc/proxysql.cnf'] },
    order: 'before-app',
    sources: ['https://github.com/sysown/proxysql/blob/v2.x/etc/proxysql.cnf'],
    confidence: 'source',
  },
];
