import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { escapeData } from '../../format/github.ts';
import { pushAll } from '../../group-by.ts';
import { summarise } from '../../report.ts';
import { listOf } from '../../text/sentences.ts';
import { visibleLine } from '../../text/visible.ts';
import { parseCommandLine } from '../args.ts';
import { type Io, UsageError } from '../io.ts';
import { lintAndReport } from '../lint-command.ts';
import { workingDirectory } from '../working-directory.ts';
import { formatReport } from '../write-report.ts';
import { withinLimits } from './annotations.ts';
import { drawGraphs } from './graphs.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { addSummary, setOutputs } from './runner-files.ts';

/** What the action takes of the world. */
export interface ActionWorld {
  /** The variables of the step: its inputs as `INPUT_…`, and the runner's own. */
  readonly env: Io['env'];
  /** The step's log, which the runner reads for workflow commands. */
  readonly log: (text: string) => void;
}

/**
 * Lints as the workflow asks and tells GitHub of it: log, annotations, summary, outputs and a SARIF file. Uses no
 * token and no network, so it works in pull requests from forks too. Gives the exit code of the command line.
 */
export async function runAction(world: ActionWorld): Promise<number> {
  try {
    return await lintForAction(readInputs(world.env), world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    logProblem(world.log, error.lines);
    return 2;
  }
}

async function lintForAction(inputs: Inputs, { env, log }: ActionWorld): Promise<number> {
  const io: Io = {
    cwd: env.GITHUB_WORKSPACE || workingDirectory(),
    env,
    isTerminal: false,
    columns: 120,
    out: (text) => {
      log(withoutCommands(text));
      return 'written';
    },
    patch: () => 'written',
    err: (line, more = []) => logProblem(log, [line, ...more]),
    note: (line) => log(withoutCommands(visibleLine(line))),
    stdin: async () => new Uint8Array(),
  };
  const sarifFile = resolve(io.cwd, inputs.sarifFile ?? join(env.RUNNER_TEMP || tmpdir(), 'cloudrun-lint.sarif'));
  const formats = ['--color=always', '--format=pretty', `--format=sarif=${sarifFile}`];
  const args = parseCommandLine([...formats, ...inputs.options, '--', ...inputs.paths]);
  const { code, report } = await lintAndReport(args, io);

  const counts = summarise(report);
  if (counts.resources === 0 && !args.requireResources) {
    log('::notice title=cloudrun-lint::No Cloud Run service, job, worker pool or instance was found.\n');
  }
  const { commands, leftOut } = withinLimits(await formatReport(report, { format: 'github' }, args, io));
  const more =
    leftOut.length > 0 ? [`GitHub shows ten annotations of a kind. Not among them: ${listOf(leftOut)}.`] : [];
  if (inputs.annotations) for (const line of [...commands, ...more]) log(`${line}\n`);
  const problems: string[] = [];
  if (inputs.summary) {
    const tables = await formatReport(report, { format: 'markdown' }, args, io);
    const drawings = await drawGraphs(report, args, io);
    pushAll(problems, await addSummary(env, [tables, ...drawings, ...(inputs.annotations ? more : [])]));
  }
  const handedOver = await setOutputs(env, {
    'sarif-file': sarifFile,
    findings: counts.errors + counts.warnings + counts.infos,
    errors: counts.errors,
    warnings: counts.warnings,
    infos: counts.infos,
    'exit-code': problems.length > 0 ? 2 : code,
  });
  pushAll(problems, handedOver);
  for (const problem of problems) logProblem(log, [problem]);
  return problems.length > 0 ? 2 : code;
}

/** Nothing that a manifest or a path holds can pose as a workflow command between the two marks. */
function withoutCommands(text: string): string {
  const mark = randomUUID();
  return `::stop-commands::${mark}\n${text}\n::${mark}::\n`;
}

function logProblem(log: ActionWorld['log'], lines: readonly string[]): void {
  log(`::error title=cloudrun-lint::${escapeData(lines.map(visibleLine).join('\n'))}\n`);
}
