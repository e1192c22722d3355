import { fstatSync } from 'node:fs';
import { describeFault } from './fault.ts';
import type { Io } from './io.ts';
import { printCrash } from './print-error.ts';
import { maxBytes, tooLarge, type Unread } from './read.ts';
import { run } from './run.ts';
import { StandardStream } from './standard-stream.ts';
import { workingDirectory } from './working-directory.ts';

/** A run over more files compiles much that a run over one does without, and would read each time. */
const few = 20;

/**
 * Runs the command line of this process. Tells whether that was the ordinary thing: linting a few files, once.
 *
 * @param keepCode keeps what has been compiled so far for the next run
 */
export async function start(keepCode: () => void = () => {}): Promise<boolean> {
  const argv = process.argv.slice(2);
  const output = new StandardStream(1, 'standard output');
  const errors = new StandardStream(2, 'standard error');
  let files = 0;
  const linted = (number: number): void => {
    files = number;
  };
  const code = await run(argv, makeIo(output, errors, { linted, keepCode })).catch((error: unknown) => {
    printCrash(error, errors);
    return 2;
  });
  const fault = output.fault;
  if (fault !== undefined) errors.line(`cloudrun-lint: ${fault}`);
  process.exitCode = fault === undefined ? code : 2;
  return files > 0 && files <= few;
}

/** Making `process.stdout` takes about as long as linting a file, so that only a run on a terminal makes it. */
function makeIo(output: StandardStream, errors: StandardStream, told: Pick<Io, 'linted' | 'keepCode'>): Io {
  return {
    get cwd() {
      return workingDirectory();
    },
    env: process.env,
    get isTerminal() {
      return mayBeTerminal() && process.stdout.isTTY === true;
    },
    get columns() {
      return mayBeTerminal() ? (process.stdout.columns ?? 80) : 80;
    },
    out: (text) => output.text(text),
    patch: (text) => output.patch(text, mayBeTerminal() && process.stdout.isTTY === true),
    err: (first, more = []) => [first, ...more].forEach((line) => void errors.line(line)),
    note: (line) => errors.line(line),
    ...told,
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

/** No more is read than of a file: a program that never ends its output is told apart from one that has much of it. */
async function readStandardInput(): Promise<Uint8Array | Unread> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    if (fstatSync(0).isDirectory()) return { problem: 'it is a folder' };
    for await (const chunk of process.stdin) {
      length += chunk.length;
      if (length > maxBytes) return tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    return { problem: describeFault(error) };
  }
  return Buffer.concat(chunks);
}
