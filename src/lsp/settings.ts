/** What a client may choose, as `initializationOptions` and later by `workspace/didChangeConfiguration`. */
export interface Settings {
  /** `names` leaves keys and values to another server; what no schema knows is offered then: names, variables, rules. */
  readonly completion: 'all' | 'names' | 'off';
  /** `findings` leaves fields to another server; rules and images are told of then. */
  readonly hover: 'all' | 'findings';
  /** Whether remarks are shown within the text. */
  readonly inlayHints: boolean;
}

/** What holds where a client says nothing. */
export const defaultSettings: Settings = { completion: 'all', hover: 'all', inlayHints: false };

/**
 * Reads what a client has chosen, by itself or under our name among the settings of other servers.
 *
 * @param before what holds for whatever is absent or none of the choices
 */
export function readSettings(given: unknown, before: Settings = defaultSettings): Settings {
  const { 'cloudrun-lint': ours, ...bare } = recordOf(given);
  const { completion, hover, inlayHints } = ours === undefined ? bare : recordOf(ours);
  return {
    completion: completion === 'all' || completion === 'names' || completion === 'off' ? completion : before.completion,
    hover: hover === 'all' || hover === 'findings' ? hover : before.hover,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : before.inlayHints,
  };
}

function recordOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
