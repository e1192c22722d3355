import type { ProbeKind } from './probe.ts';

/** The settings of a probe that are numbers. */
export type ProbeSetting =
  | 'initialDelaySeconds'
  | 'periodSeconds'
  | 'timeoutSeconds'
  | 'failureThreshold'
  | 'successThreshold';

/** From the least to the most that Cloud Run takes, both included. */
export interface Bounds {
  /** In seconds for times, a count for thresholds; so is `most`. */
  readonly least: number;
  /** Infinite where no upper bound is documented. */
  readonly most: number;
}

const any = Number.POSITIVE_INFINITY;
const once = { least: 1, most: 1 };

/** https://cloud.google.com/run/docs/configuring/healthchecks. Settings without a documented bound are left out. */
const bounds: Readonly<Record<ProbeKind, Readonly<Partial<Record<ProbeSetting, Bounds>>>>> = {
  startupProbe: {
    initialDelaySeconds: { least: 0, most: 600 },
    periodSeconds: { least: 1, most: 600 },
    timeoutSeconds: { least: 1, most: 600 },
    failureThreshold: { least: 1, most: any },
    successThreshold: once,
  },
  livenessProbe: {
    initialDelaySeconds: { least: 0, most: 3600 },
    periodSeconds: { least: 1, most: 3600 },
    timeoutSeconds: { least: 1, most: 3600 },
    failureThreshold: { least: 1, most: any },
    successThreshold: once,
  },
  readinessProbe: {
    // A public test saw 3601 taken, see `disputed`.
    periodSeconds: { least: 1, most: any },
    timeoutSeconds: { least: 1, most: 300 },
    failureThreshold: { least: 1, most: any },
    successThreshold: { least: 1, most: any },
  },
};

/** What some documents of Cloud Run allow at most and others do not; in seconds. */
const disputed: Readonly<Partial<Record<ProbeKind, Readonly<Partial<Record<ProbeSetting, number>>>>>> = {
  // https://cloud.google.com/run/docs/reference/rest/v1/Container#Probe
  startupProbe: { initialDelaySeconds: 240, periodSeconds: 240 },
  // https://cloud.google.com/run/docs/configuring/healthchecks
  readinessProbe: { periodSeconds: 300 },
};

/**
 * From which time on, in seconds, documents differ: `most` is what all of them allow. Above `refusedFrom` none does, so
 * that it is refused. Nothing for an instance with a GPU, whose startup probes may wait longer.
 */
export function disputedFrom(
  kind: ProbeKind,
  hasGpu: boolean,
): readonly (readonly [ProbeSetting, { readonly most: number; readonly refusedFrom: number }])[] {
  if (hasGpu && kind === 'startupProbe') return [];
  const settings = Object.entries(disputed[kind] ?? {}) as [ProbeSetting, number][];
  return settings.map(([setting, most]) => [setting, { most, refusedFrom: bounds[kind][setting]?.most ?? any }]);
}

/** The longest time in seconds that a container may take to start; an instance with a GPU gets more. */
export function longestStartup(hasGpu: boolean): number {
  return hasGpu ? 1800 : 600;
}

/** What Cloud Run takes for each number of a probe; the times of a startup probe may be longer with a GPU. */
export function probeBounds(kind: ProbeKind, hasGpu: boolean): readonly (readonly [ProbeSetting, Bounds])[] {
  return (Object.entries(bounds[kind]) as [ProbeSetting, Bounds][]).map(([setting, { least, most }]) => [
    setting,
    { least, most: most === 600 ? longestStartup(hasGpu) : most },
  ]);
}
