/** What a run does with its time, apart from running rules. */
export type Step = 'search' | 'read' | 'parse' | 'judge' | 'report';

/** Adds up where the time of a run goes. All times are in milliseconds. */
export class Timing {
  /** By step; one that was not taken is missing. */
  readonly steps = new Map<Step, number>();
  /** By the rule's id. */
  readonly rules = new Map<string, number>();

  /** Now, for `step` and `rule`. */
  now(): number {
    return performance.now();
  }

  /** Adds what has passed since a moment to a step, and gives the moment that it is now. */
  step(step: Step, since: number): number {
    return add(this.steps, step, since);
  }

  /** Adds what has passed since a moment to a rule, and gives the moment that it is now. */
  rule(id: string, since: number): number {
    return add(this.rules, id, since);
  }
}

function add<K>(to: Map<K, number>, key: K, since: number): number {
  const now = performance.now();
  to.set(key, (to.get(key) ?? 0) + now - since);
  return now;
}
