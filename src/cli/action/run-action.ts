import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { escapeData } from '../../format/github.ts';
import { listOf } from '../../format/words.ts';
import type { Summary } from '../../report.ts';
import { type Io, UsageError } from '../io.ts';
import { run } from '../run.ts';
import { withinLimits } from './annotations.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { addSummary, setOutputs } from './runner-files.ts';

/** What the action takes of the world. */
export interface ActionWorld {
  readonly env: Io['env'];
  /** The step's log, which the runner reads for workflow commands. */
  readonly log: (text: string) => void;
}

/**
 * Lints as the workflow asks and tells GitHub of it: log, annotations, summary, outputs and a SARIF file. Uses no
 * token and no network, so it works in pull requests from forks too. Gives the exit code of the command line.
 */
export async function runAction({ env, log }: ActionWorld): Promise<number> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'cloudrun-lint-'));
  try {
    return await lintInto(folder, readInputs(env), { env, log });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    logProblem(log, error.message);
    return 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lintInto(folder: string, inputs: Inputs, { env, log }: ActionWorld): Promise<number> {
  const cwd = env.GITHUB_WORKSPACE ?? process.cwd();
  const temporary = (name: string) => join(folder, name);
  const sarifFile = resolve(cwd, inputs.sarifFile ?? join(env.RUNNER_TEMP ?? tmpdir(), 'cloudrun-lint.sarif'));
  const files = {
    sarif: sarifFile,
    json: temporary('json'),
    github: temporary('github'),
    markdown: temporary('markdown'),
  };
  const outputs = Object.entries(files).map(([format, file]) => `--format=${format}=${file}`);
  const problems: string[] = [];
  const io: Io = {
    cwd,
    env,
    isTerminal: false,
    columns: 120,
    out: (text) => log(withoutCommands(text)),
    err: (line) => void problems.push(line),
    note: (line) => log(withoutCommands(line)),
    stdin: async () => new Uint8Array(),
  };
  const code = await run(
    ['--color=always', ...inputs.options, '--format=pretty', ...outputs, '--', ...inputs.paths],
    io,
  );
  for (const problem of problems) logProblem(log, problem);

  const summary = await readSummary(files.json);
  if (summary === undefined) return code;
  if (summary.resources === 0)
    log('::notice title=cloudrun-lint::No Cloud Run service, job or worker pool was found.\n');
  const { commands, leftOut } = withinLimits(await readFile(files.github, 'utf8'));
  const rest =
    leftOut.length > 0 ? `GitHub shows ten annotations of a kind: ${listOf(leftOut)} more are not among them.` : '';
  if (inputs.annotations)
    log(
      [...commands, rest]
        .filter((line) => line !== '')
        .map((line) => `${line}\n`)
        .join(''),
    );
  if (inputs.summary) await addSummary(env, [await readFile(files.markdown, 'utf8'), inputs.annotations ? rest : '']);
  await setOutputs(env, {
    'sarif-file': sarifFile,
    findings: summary.errors + summary.warnings + summary.infos,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    'exit-code': code,
  });
  return code;
}

/** The run in numbers; undefined where it did not come to a report. */
async function readSummary(file: string): Promise<Summary | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')).summary;
  } catch {
    return undefined;
  }
}

/** Nothing that a manifest or a path holds can pose as a workflow command between the two marks. */
function withoutCommands(text: string): string {
  const mark = randomUUID();
  return `::stop-commands::${mark}\n${text}\n::${mark}::\n`;
}

function logProblem(log: ActionWorld['log'], problem: string): void {
  log(`::error title=cloudrun-lint::${escapeData(problem)}\n`);
}
