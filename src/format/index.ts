import type { Formatter } from '../report.ts';

/** A format that a report can be written in. */
export interface Format {
  readonly load: () => Promise<Formatter>;
  /** Whether it shows the prose of rules, which the bundle keeps apart. */
  readonly needsPages?: boolean;
}

/** The formats by name, each loaded when used. */
export const formats: Readonly<Record<string, Format>> = {
  pretty: { load: async () => (await import('./compact.ts')).compact },
  compact: { load: async () => (await import('./compact.ts')).compact },
};
