import { resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { mayConcernUs, sourceOf } from '../dialect/source-of.ts';
import { drawText } from '../graph/draw-text.ts';
import { graphFormats } from '../graph/formats.ts';
import type { Graph } from '../graph/graph.ts';
import { pushAll } from '../group-by.ts';
import { lint } from '../lint.ts';
import { lintOptionsOf } from '../policy/lint-options.ts';
import { policyForFile } from '../policy/policy.ts';
import { listOf, plural } from '../text/sentences.ts';
import { oneOf, parseCommandLine, parseOptions } from './args.ts';
import { Bounds } from './bounds.ts';
import { discover } from './discover.ts';
import { type Io, UsageError } from './io.ts';
import { withForwardSlashes } from './paths.ts';
import { Policies } from './policies.ts';
import { requirePolicy } from './print-refusal.ts';
import { type Content, decode, readBytes } from './read.ts';
import { RepositoryFiles } from './repository-files.ts';
import { wantsColors } from './terminal.ts';

const options = {
  format: { type: 'string', short: 'f', multiple: true },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  color: { type: 'string' },
} as const;

/** `cloudrun-lint graph [options] FILE`: draws the instance of every Cloud Run object in a file. */
export async function graphCommand(argv: readonly string[], io: Io): Promise<number> {
  const {
    values: { format: formats = [], ...values },
    positionals,
  } = parseOptions(argv, options, 'graph');
  if (formats.length > 1) throw new UsageError(`"graph" draws in one format, not in ${listOf(formats)}.`);
  const format = oneOf('--format', formats[0] ?? 'terminal', formatNames);
  if (positionals.length === 0) {
    throw new UsageError('"graph" takes a file, such as "cloudrun-lint graph service.yaml", or - for standard input.');
  }
  // What holds for a file is found as for linting; only the options above can be given here.
  const args = parseCommandLine([...asOptions(values), '--', ...positionals]);
  const policies = new Policies(args, io.cwd);
  const repositoryFiles = new RepositoryFiles(io.cwd, new Bounds(io.cwd));
  const graphs: Graph[] = [];
  let files = 0;
  let complete = true;
  for await (const input of inputs(positionals, args.stdinFilename, io)) {
    files++;
    const drawn = 'problem' in input ? input.problem : await graphsOf(input, policies, repositoryFiles);
    if (typeof drawn !== 'string') pushAll(graphs, drawn);
    else {
      io.err(drawn);
      complete = false;
    }
  }
  if (graphs.length > 0) {
    const render = await graphFormats[format]();
    io.out(render(graphs, { colors: wantsColors(args, io), width: io.columns }));
  } else if (complete) io.note(`cloudrun-lint: found no Cloud Run YAML in ${plural(files, 'file')}.`);
  return complete ? 0 : 2;
}

const formatNames = Object.keys(graphFormats) as (keyof typeof graphFormats)[];

/** Options as they stand on a command line. */
function asOptions(values: Readonly<Record<string, string | boolean | undefined>>): string[] {
  return Object.entries(values).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
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
async function graphsOf(
  { path, absolute, explicit, content }: Input,
  policies: Policies,
  files: RepositoryFiles,
): Promise<readonly Graph[] | string> {
  if ('problem' in content) return `${path}: ${content.problem}`;
  const { text } = content;
  if (!explicit && !mayConcernUs(path, text)) return [];
  const policy = requirePolicy(await policies.for(absolute));
  const filesAround = () => files.around(absolute, policy.beside);
  const settings = lintOptionsOf(policy, policyForFile(policy, withForwardSlashes(absolute), categories), categories, {
    explicit,
    filesAround,
  });
  const graphs = drawText(path, text, policy, lint(path, text, settings).diagnostics, filesAround);
  if (graphs.length > 0 || !explicit) return graphs;
  const source = sourceOf(path, text);
  const problem = source.documents.find((document) => document.problem)?.problem;
  return problem
    ? `${path}:${source.position(problem.start).line}: cannot be drawn. ${problem.message}`
    : `${path}: holds no Cloud Run service, job, worker pool or instance.`;
}
