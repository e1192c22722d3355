import { runAction } from './run-action.ts';

process.exitCode = await runAction({ env: process.env, log: (text) => void process.stdout.write(text) });
