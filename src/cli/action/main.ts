import { printCrash } from '../print-error.ts';
import { StandardStream } from '../standard-stream.ts';
import { runAction } from './run-action.ts';

const output = new StandardStream(1, 'standard output');
const errors = new StandardStream(2, 'standard error');

void runAction({ env: process.env, log: (text) => output.text(text) })
  .catch((error: unknown) => {
    printCrash(error, errors);
    return 2;
  })
  .then((code) => {
    if (output.fault !== undefined) errors.line(`cloudrun-lint: ${output.fault}`);
    process.exitCode = output.fault === undefined ? code : 2;
  });
