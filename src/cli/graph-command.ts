import { resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { graphFormats } from '../graph/formats.ts';
import type { Graph } from '../graph/graph.ts';
import { graphOf } from '../graph/model.ts';
import { instanceOf } from '../instance/instance.ts';
import { lint } from '../lint.ts';
import { ManifestFile } from '../model/manifest-file.ts';
import { policyForFile } from '../policy/policy.ts';
import { visibleLine } from '../text/visible.ts';
import { Source } from '../yaml/source.ts';
import { oneOf, parseCommandLine, parseOptions } from './args.ts';
import { discover } from './discover.ts';
import { type Io, UsageError } from './io.ts';
import { lintOptions } from './lint-files.ts';
import { withForwardSlashes } from './paths.ts';
import { Policies } from './policies.ts';
import { type Content, decode, readBytes } from './read.ts';
import { wantsColors } from './write-report.ts';

const options = {
  format: { type: 'string', short: 'f' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  color: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `cloudrun-lint graph [options] FILE`: draws the instance of every Cloud Run object in a file. */
export async function graphCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(argv, options);
  if (values.help) {
    io.out((await import('./help.ts')).help);
    return 0;
  }
  const format = oneOf('--format', values.format ?? 'terminal', formatNames);
  if (positionals.length === 0) {
    throw new UsageError('"graph" takes a file, such as "cloudrun-lint graph service.yaml", or - for standard input.');
  }
  // What holds for a file is found as for linting; only the options above can be given here.
  const args = parseCommandLine(withoutFormat(values));
  const policies = new Policies(args, io.cwd);
  const graphs: Graph[] = [];
  let complete = true;
  for await (const input of inputs(positionals, args.stdinFilename, io)) {
    const drawn = 'problem' in input ? input.problem : await graphsOf(input, policies);
    if (typeof drawn !== 'string') graphs.push(...drawn);
    else {
      io.err(visibleLine(`cloudrun-lint: ${drawn}`));
      complete = false;
    }
  }
  if (graphs.length > 0) {
    const render = await graphFormats[format]();
    io.out(render(graphs, { colors: wantsColors(args, io), width: io.columns }));
  }
  return complete ? 0 : 2;
}

const formatNames = Object.keys(graphFormats) as (keyof typeof graphFormats)[];

/** The options that linting has too, as it reads them. */
function withoutFormat(values: Readonly<Record<string, string | boolean | undefined>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name === 'format' ? [] : value === true ? [`--${name}`] : [`--${name}=${value}`],
  );
}

interface Input {
  readonly path: string;
  readonly absolute: string;
  /** True if a person named this very file. */
  readonly explicit: boolean;
  readonly content: Content;
}

async function* inputs(paths: readonly string[], stdin: string, io: Io): AsyncGenerator<Input | { problem: string }> {
  if (paths.includes('-')) {
    yield { path: stdin, absolute: resolve(io.cwd, stdin), explicit: true, content: decode(await io.stdin()) };
  }
  const files = paths.filter((path) => path !== '-');
  if (files.length === 0) return;
  for await (const row of discover(files, io.cwd)) {
    for (const found of row) {
      if ('problem' in found) yield found;
      else {
        yield { ...found, content: decode(readBytes(found.absolute)) };
      }
    }
  }
}

/** The pictures of a file, or why there is none. A file found in a folder may hold nothing of Cloud Run's. */
async function graphsOf({ path, absolute, explicit, content }: Input, policies: Policies): Promise<Graph[] | string> {
  if ('problem' in content) return `${path}: ${content.problem}`;
  const policy = await policies.for(absolute);
  const settings = lintOptions(policy, policyForFile(policy, withForwardSlashes(absolute), categories), { explicit });
  const { workloads, source } = new ManifestFile(new Source(path, content.text), { explicit, target: 'cloud-run' });
  if (workloads.length === 0) {
    const problem = source.documents.find((document) => document.problem)?.problem;
    if (!explicit) return [];
    return problem
      ? `${path}:${source.position(problem.start).line}: cannot be drawn. ${problem.message}`
      : `${path}: holds no Cloud Run service, job or worker pool.`;
  }
  const { diagnostics } = lint(path, content.text, settings);
  return workloads.map((workload) => {
    instanceOf(workload, policy.userProducts);
    return graphOf(workload, diagnostics);
  });
}
