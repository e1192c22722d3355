import type { Formatter } from '../report.ts';

/** A format that a report can be written in. */
export interface Format {
  /** What it is for, in a few words. */
  readonly summary: string;
  /** Loads the code, which a run pays for only when it uses the format. */
  readonly load: () => Promise<Formatter>;
  /** When it shows the prose of rules, which the bundle keeps apart: in each report, or only beside findings. */
  readonly needsPages?: 'always' | 'with-findings';
  /** Whether it tells where the files come from, which has to be looked up. */
  readonly needsRepository?: boolean;
}

/** The formats by name. */
export const formats: Readonly<Record<string, Format>> = {
  pretty: {
    summary: 'for people: each finding with its lines',
    load: async () => (await import('./pretty.ts')).pretty,
    needsPages: 'with-findings',
  },
  compact: { summary: 'one line a finding', load: async () => (await import('./compact.ts')).compact },
  json: { summary: 'for programs, versioned', load: async () => (await import('./json.ts')).json },
  sarif: {
    summary: 'code scanning',
    load: async () => (await import('./sarif.ts')).sarif,
    needsPages: 'always',
    needsRepository: true,
  },
  github: { summary: 'annotations in GitHub Actions', load: async () => (await import('./github.ts')).github },
  gitlab: { summary: 'GitLab code quality', load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { summary: 'test reports', load: async () => (await import('./junit.ts')).junit },
  checkstyle: {
    summary: 'review tools and build servers',
    load: async () => (await import('./checkstyle.ts')).checkstyle,
  },
  rdjson: { summary: 'reviewdog', load: async () => (await import('./rdjson.ts')).rdjson },
  markdown: {
    summary: 'job summaries and comments',
    load: async () => (await import('./markdown.ts')).markdown,
    needsPages: 'with-findings',
  },
};
