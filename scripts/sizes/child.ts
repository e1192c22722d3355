import { fix, graph, lint } from '../../src/library/index.ts';

/** What this process is asked to do with a text. */
export interface Work {
  readonly path: string;
  readonly text: string;
  /** `lint`, `fix` or `graph`. */
  readonly command: string;
}

/** What that cost. */
export interface Spent {
  /** CPU time in milliseconds. */
  readonly ms: number;
  /** The most memory that this process has had so far, in megabytes. */
  readonly mb: number;
}

process.on('message', ({ path, text, command }: Work) => {
  const start = process.cpuUsage();
  if (command === 'lint') lint(text, { path });
  else if (command === 'fix') fix(text, { path });
  else graph(text, 'mermaid', { path });
  const { user } = process.cpuUsage(start);
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send!({ ms: Math.round(user / 1000), mb } satisfies Spent);
});
process.send!('ready');
