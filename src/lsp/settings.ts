/** What a client may choose, as `initializationOptions`. */
export interface Settings {
  /** `names` leaves keys and values to another server; what no schema knows is offered then: names, variables, rules. */
  readonly completion: 'all' | 'names' | 'off';
  /** Whether remarks are shown within the text. */
  readonly inlayHints: boolean;
}

/** Reads what a client has chosen; what is absent or none of the choices is as by default. */
export function readSettings(given: unknown): Settings {
  const { completion, inlayHints } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  return {
    completion: completion === 'names' || completion === 'off' ? completion : 'all',
    inlayHints: inlayHints === true,
  };
}
