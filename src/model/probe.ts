import type { Field } from '../tree/field.ts';
import type { ProbeShape } from './schema/index.ts';

/** The ways in which Cloud Run can ask a container for its health. */
const probeHandlers = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** The name of the field that a probe stands in. */
export type ProbeKind = 'startupProbe' | 'livenessProbe' | 'readinessProbe';

/** One probe of a container, whether or not the file has it. Times are in seconds. */
export class Probe {
  /** Its mapping, whether or not the file has it. */
  readonly field: Field<ProbeShape>;
  /** Which of the container's probes it is. */
  readonly kind: ProbeKind;
  #handlers: Probe['handlers'] | undefined;

  constructor(field: Field<ProbeShape>, kind: ProbeKind) {
    this.field = field;
    this.kind = kind;
  }

  /** Whether the file gives it anything; null is nothing. */
  get exists(): boolean {
    return this.field.exists && !this.field.isNull;
  }

  /** The handlers that the file gives for certain; Cloud Run wants exactly one. */
  get handlers(): readonly (typeof probeHandlers)[number][] {
    this.#handlers ??= probeHandlers.filter((name) => {
      const handler = this.field.get(name);
      return handler.exists && !handler.isNull && !handler.unknown;
    });
    return this.#handlers;
  }

  /** Whether another handler may yet come than those that the file gives for certain. */
  get mayHaveOther(): boolean {
    return this.field.mayHoldMore || probeHandlers.some((name) => this.field.get(name).unknown);
  }

  /** How messages call it. */
  get label(): string {
    return `${this.kind.replace('Probe', '')} probe`;
  }

  /** The port's own field, under the first handler. */
  get port(): Field<number> {
    return this.field.get(this.handlers[0] ?? 'tcpSocket').get('port');
  }

  /** The HTTP path, `/` by default; undefined for other handlers, placeholders and what is no text. */
  get path(): string | undefined {
    if (this.handlers[0] !== 'httpGet') return undefined;
    const path = this.field.get('httpGet').get('path');
    return path.exists ? path.value : '/';
  }

  /** Cloud Run's default is 10, also for 0, as for the next two; undefined for a placeholder, what is no number, or where a template may yet write it. */
  get periodSeconds(): number | undefined {
    return numberOr(this.field.get('periodSeconds'), 10);
  }

  /** Cloud Run's default is 1; undefined for a placeholder, what is no number, or where a template may yet write it. */
  get timeoutSeconds(): number | undefined {
    return numberOr(this.field.get('timeoutSeconds'), 1);
  }

  /** Cloud Run's default is 3; undefined for a placeholder, what is no number, or where a template may yet write it. */
  get failureThreshold(): number | undefined {
    return numberOr(this.field.get('failureThreshold'), 3);
  }

  /** Cloud Run's default is 0; undefined for a placeholder, what is no number, or where a template may yet write it. */
  get initialDelaySeconds(): number | undefined {
    return numberOr(this.field.get('initialDelaySeconds'), 0);
  }

  /** How long a container may take until the probe gives up: period times threshold, without the initial delay. */
  get windowSeconds(): number | undefined {
    const { periodSeconds, failureThreshold } = this;
    return periodSeconds === undefined || failureThreshold === undefined ? undefined : periodSeconds * failureThreshold;
  }
}

/** The API reads 0 as a number that is not set. */
function numberOr(field: Field<number>, fallback: number): number | undefined {
  if (field.exists && !field.isNull) return field.value === 0 ? fallback : field.value;
  return field.mayHoldMore ? undefined : fallback;
}
