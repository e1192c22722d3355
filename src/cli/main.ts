#!/usr/bin/env node
import type { Io } from './io.ts';
import { refuseNode } from './node-version.ts';
import { run } from './run.ts';

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  columns: process.stdout.columns ?? 80,
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  stdin: readStandardInput,
};

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// Whoever reads the report may stop before its end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const refusal = refuseNode(process.versions.node);
if (refusal === undefined) {
  process.exitCode = await run(process.argv.slice(2), io);
} else {
  io.err(`cloudrun-lint: ${refusal}`);
  process.exitCode = 2;
}
