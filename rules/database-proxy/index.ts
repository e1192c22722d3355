import { defineCategory } from '../../src/rule-kit.ts';
import appStartsBeforeDatabaseProxy from './app-starts-before-database-proxy.ts';
import connectionNameAlone from './connection-name-alone.ts';
import connectionTestAtStart from './connection-test-at-start.ts';
import databaseCallWithoutProxy from './database-call-without-proxy.ts';
import databaseCredentialsFile from './database-credentials-file.ts';
import databasePortMismatch from './database-port-mismatch.ts';
import databaseProxyWithoutInstance from './database-proxy-without-instance.ts';
import databaseProxyWithoutVpc from './database-proxy-without-vpc.ts';
import exposedDatabaseProxy from './exposed-database-proxy.ts';
import healthCheckOff from './health-check-off.ts';
import ignoredProxyVariable from './ignored-proxy-variable.ts';
import implicitDatabasePort from './implicit-database-port.ts';
import joinedProxyArguments from './joined-proxy-arguments.ts';
import redundantCloudsqlAnnotation from './redundant-cloudsql-annotation.ts';
import refusedProxyFlags from './refused-proxy-flags.ts';
import socketNotShared from './socket-not-shared.ts';
import socketWithoutMount from './socket-without-mount.ts';
import throttledDatabaseProxy from './throttled-database-proxy.ts';
import unknownProxyFlag from './unknown-proxy-flag.ts';
import unpublishedProxyImage from './unpublished-proxy-image.ts';
import unreachableProbe from './unreachable-probe.ts';

export default defineCategory({
  id: 'database-proxy',
  title: 'Database proxies',
  summary: 'Proxies to Cloud SQL, AlloyDB and Spanner are hidden from outside, found on their port, and up in time.',
  rules: [
    exposedDatabaseProxy,
    appStartsBeforeDatabaseProxy,
    databasePortMismatch,
    databaseCallWithoutProxy,
    unreachableProbe,
    healthCheckOff,
    databaseProxyWithoutInstance,
    unknownProxyFlag,
    joinedProxyArguments,
    refusedProxyFlags,
    ignoredProxyVariable,
    databaseProxyWithoutVpc,
    socketNotShared,
    socketWithoutMount,
    connectionTestAtStart,
    throttledDatabaseProxy,
    redundantCloudsqlAnnotation,
    implicitDatabasePort,
    databaseCredentialsFile,
    unpublishedProxyImage,
    connectionNameAlone,
  ],
});
