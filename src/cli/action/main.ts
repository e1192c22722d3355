import { StandardStream } from '../standard-stream.ts';
import { runAction } from './run-action.ts';

const output = new StandardStream(1, 'standard output');
const errors = new StandardStream(2, 'standard error');

void runAction({ env: process.env, log: (text) => output.write(text) }).then((code) => {
  if (output.fault !== undefined) errors.write(`cloudrun-lint: ${output.fault}\n`);
  process.exitCode = output.fault === undefined ? code : 2;
});
