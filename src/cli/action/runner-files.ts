import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Io } from '../io.ts';

/** GitHub refuses more than 1 MiB of summary a step. */
const MAX_SUMMARY_BYTES = 1_000_000;

/** Hands outputs to the steps that follow. No value can pose as another output: the mark between them is random. */
export async function setOutputs(env: Io['env'], outputs: Readonly<Record<string, string | number>>): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  const mark = `end-${randomUUID()}`;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
  await appendFile(env.GITHUB_OUTPUT, lines.join(''));
}

/** Adds parts to the job's summary, as many as there is room for. Each is Markdown, whole by itself. */
export async function addSummary(env: Io['env'], parts: readonly string[]): Promise<void> {
  if (!env.GITHUB_STEP_SUMMARY) return;
  let room = MAX_SUMMARY_BYTES;
  const fitting = parts.filter((part) => {
    const size = Buffer.byteLength(part) + 1;
    if (size > room) return false;
    room -= size;
    return true;
  });
  await appendFile(env.GITHUB_STEP_SUMMARY, `${fitting.join('\n')}\n`);
}
