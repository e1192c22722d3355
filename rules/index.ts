import type { Category, Rule } from '../src/rule.ts';
import beside from './beside/index.ts';
import connectivity from './connectivity/index.ts';
import contract from './contract/index.ts';
import databaseProxy from './database-proxy/index.ts';
import env from './env/index.ts';
import itself from './itself/index.ts';
import metadata from './metadata/index.ts';
import migration from './migration/index.ts';
import monitoringAgent from './monitoring-agent/index.ts';
import probes from './probes/index.ts';
import proxy from './proxy/index.ts';
import resources from './resources/index.ts';
import scaling from './scaling/index.ts';
import schema from './schema/index.ts';
import security from './security/index.ts';
import serviceMesh from './service-mesh/index.ts';
import startup from './startup/index.ts';
import terraform from './terraform/index.ts';
import volumes from './volumes/index.ts';

/** All categories, in the order in which documentation lists them. */
export const categories: readonly Category[] = [
  contract,
  startup,
  monitoringAgent,
  proxy,
  serviceMesh,
  databaseProxy,
  connectivity,
  beside,
  resources,
  probes,
  volumes,
  env,
  metadata,
  scaling,
  security,
  schema,
  migration,
  terraform,
  itself,
];

/** All rules, in the order of their categories. */
export const rules: readonly Rule[] = categories.flatMap((category) => category.rules);
