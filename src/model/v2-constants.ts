/**
 * What the v2 API calls a value and the v1 API writes otherwise, where the two differ by more than case and separators.
 * @see https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services
 */
const otherwise: Readonly<Record<string, string>> = {
  INTERNAL_ONLY: 'internal',
  INTERNAL_LOAD_BALANCER: 'internal-and-cloud-load-balancing',
  SHUTDOWN: 'shut-down',
};

/** What v2 puts before the words of some of its lists. */
const prefix = /^(?:INGRESS_TRAFFIC|EXECUTION_ENVIRONMENT)_/;

/**
 * The value of a closed list that a constant of the v2 API stands for, `GEN2` for `gen2` and `MEMORY` for `Memory`;
 * undefined for what is in the list as it is, or stands for none of it. Such a word is no stand-in.
 */
export function meantByV2(values: readonly string[], text: string | undefined): string | undefined {
  if (text === undefined || values.includes(text) || !/^[A-Z][A-Z0-9_]*$/.test(text)) return undefined;
  const word = text.replace(prefix, '');
  const bare = word.replaceAll('_', '-').toLowerCase();
  const meant = otherwise[word] ?? bare;
  return values.find((value) => value.toLowerCase() === meant);
}
