/// <reference lib="dom" />
import { byId } from './elements.ts';
import { LintWorker } from './lint-worker.ts';

/** The worker, which loads its code beside the page while that builds its editor. */
export const worker: LintWorker = new LintWorker(byId('worker-code').textContent ?? '');
