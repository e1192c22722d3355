import { fstatSync } from 'node:fs';
import type { Io } from './io.ts';
import { isLinting, run } from './run.ts';
import { StandardStream } from './standard-stream.ts';

/** Runs the command line of this process. Tells whether that was the ordinary thing: linting, once. */
export async function start(): Promise<boolean> {
  const argv = process.argv.slice(2);
  const output = new StandardStream(1, 'standard output');
  const errors = new StandardStream(2, 'standard error');
  const code = await run(argv, makeIo(output, errors)).catch((error: unknown) => {
    errors.write(`cloudrun-lint crashed. This is a mistake in cloudrun-lint.\n${describeCrash(error)}\n`);
    return 2;
  });
  const fault = output.fault;
  if (fault !== undefined) errors.write(`cloudrun-lint: ${fault}\n`);
  process.exitCode = fault === undefined ? code : 2;
  return isLinting(argv);
}

function describeCrash(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Making `process.stdout` takes about as long as linting a file, so that only a run on a terminal makes it. */
function makeIo(output: StandardStream, errors: StandardStream): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    get isTerminal() {
      return mayBeTerminal() && process.stdout.isTTY === true;
    },
    get columns() {
      return mayBeTerminal() ? (process.stdout.columns ?? 80) : 80;
    },
    out: (text) => output.write(text),
    err: (line) => errors.write(`${line}\n`),
    note: (line) => errors.write(`${line}\n`),
    stdin: readStandardInput,
  };
}

function mayBeTerminal(): boolean {
  try {
    return fstatSync(1).isCharacterDevice();
  } catch {
    return false;
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
