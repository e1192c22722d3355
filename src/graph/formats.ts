import type { Graph } from './graph.ts';
import type { TerminalOptions } from './terminal.ts';

/** Draws graphs one after the other, or in one picture where the format holds only one. Ends with a newline. */
export type Renderer = (graphs: readonly Graph[], options: TerminalOptions) => string;

/** The formats by name. Each is loaded only when it is asked for. */
export const graphFormats = {
  terminal: async () => (await import('./terminal.ts')).drawings,
  mermaid: async () => (await import('./mermaid.ts')).flowchart,
  dot: async () => (await import('./dot.ts')).dot,
  svg: async () => (await import('./svg.ts')).svg,
} as const satisfies Readonly<Record<string, () => Promise<Renderer>>>;
