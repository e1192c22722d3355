import { applications } from './applications.ts';
import { auth } from './auth.ts';
import { collectors } from './collectors.ts';
import { databases } from './databases.ts';
import { gateways } from './gateways.ts';
import { logs } from './logs.ts';
import { meshes } from './meshes.ts';
import { models } from './models.ts';
import { monitoring } from './monitoring.ts';
import { policyEngines } from './policy-engines.ts';
import type { Product } from './product.ts';
import { proxies } from './proxies.ts';
import { runtimes } from './runtimes.ts';
import { scrapers } from './scrapers.ts';
import { secrets } from './secrets.ts';
import { stores } from './stores.ts';
import { tools } from './tools.ts';
import { tunnels } from './tunnels.ts';

/** Every product the linter knows, role by role. A run over a file reads `tables.ts` instead. */
export const products: readonly Product[] = [
  ...monitoring,
  ...collectors,
  ...scrapers,
  ...logs,
  ...databases,
  ...proxies,
  ...gateways,
  ...auth,
  ...meshes,
  ...policyEngines,
  ...secrets,
  ...runtimes,
  ...tunnels,
  ...stores,
  ...models,
  ...tools,
  ...applications,
];
