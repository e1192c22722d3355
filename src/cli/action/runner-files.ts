import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { describeFault } from '../fault.ts';
import type { Io } from '../io.ts';

/** GitHub refuses more than 1 MiB of summary a step. */
const MAX_SUMMARY_BYTES = 1_000_000;

/**
 * Hands outputs to the steps that follow. No value can pose as another output: the mark between them is random. Gives
 * what went wrong.
 */
export async function setOutputs(
  env: Io['env'],
  outputs: Readonly<Record<string, string | number>>,
): Promise<string[]> {
  const mark = `end-${randomUUID()}`;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
  return append('GITHUB_OUTPUT', env, lines.join(''));
}

/**
 * Adds parts to the job's summary, as many as there is room for. Each is Markdown, whole by itself. Gives
 * what went wrong.
 */
export async function addSummary(env: Io['env'], parts: readonly string[]): Promise<string[]> {
  let room = MAX_SUMMARY_BYTES;
  const fitting = parts.filter((part) => {
    const size = Buffer.byteLength(part) + 1;
    if (size > room) return false;
    room -= size;
    return true;
  });
  return append('GITHUB_STEP_SUMMARY', env, `${fitting.join('\n')}\n`);
}

/** Adds to the file that a variable names, if it does. */
async function append(variable: string, env: Io['env'], text: string): Promise<string[]> {
  const file = env[variable];
  if (!file) return [];
  try {
    await appendFile(file, text);
    return [];
  } catch (error) {
    return [`The file of ${variable} cannot be written: ${describeFault(error)}.`];
  }
}
