import type { Formatter } from '../report.ts';

/** A format that a report can be written in. */
export interface Format {
  /** Loads the code, which a run pays for only when it uses the format. */
  readonly load: () => Promise<Formatter>;
  /** Whether it shows the prose of the rules that found something, which the bundle keeps apart. */
  readonly needsPages?: boolean;
  /** Whether it tells where the files come from, which has to be looked up. */
  readonly needsRepository?: boolean;
}

/** The formats by name. */
export const formats: Readonly<Record<string, Format>> = {
  pretty: {
    load: async () => (await import('./pretty.ts')).pretty,
  },
  compact: { load: async () => (await import('./compact.ts')).compact },
  json: { load: async () => (await import('./json.ts')).json },
  sarif: {
    load: async () => (await import('./sarif.ts')).sarif,
    needsPages: true,
    needsRepository: true,
  },
  github: { load: async () => (await import('./github.ts')).github },
  gitlab: { load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { load: async () => (await import('./junit.ts')).junit },
  checkstyle: { load: async () => (await import('./checkstyle.ts')).checkstyle },
  rdjson: { load: async () => (await import('./rdjson.ts')).rdjson },
  markdown: {
    load: async () => (await import('./markdown.ts')).markdown,
    needsPages: true,
    needsRepository: true,
  },
};
