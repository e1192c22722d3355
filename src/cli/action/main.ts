import { runAction } from './run-action.ts';

void runAction({ env: process.env, log: (text) => void process.stdout.write(text) }).then((code) => {
  process.exitCode = code;
});
