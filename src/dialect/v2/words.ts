/** What the API versions of Config Connector's objects of Cloud Run begin with. */
export const connectorGroup = 'run.cnrm.cloud.google.com/';

/**
 * Words of which every object of the v2 API that is read has one, beside `containers`: cheap to look for in a text.
 */
const v2Words: readonly string[] = [
  'INGRESS_TRAFFIC_',
  'EXECUTION_ENVIRONMENT_',
  'ALLOCATION_TYPE_',
  'ALL_TRAFFIC',
  'PRIVATE_RANGES_ONLY',
  'InstanceRequestConcurrency',
  'nstanceCount',
  'launchStage',
  'cpuIdle',
  'startupCpuBoost',
  'valueSource',
  'cloudSqlInstance',
  'maxRetries',
  'taskCount',
  'gpuZonalRedundancyDisabled',
  'invokerIamDisabled',
  'defaultUriDisabled',
  'iapEnabled',
  '/locations/',
];

/** Whether a text may hold an object in the words of the v2 API. False is certain. */
export function mayHoldV2(includes: (word: string) => boolean): boolean {
  return includes(connectorGroup) || (includes('containers') && v2Words.some(includes));
}
