/// <reference lib="dom" />
import type { Answer, Question } from './messages.ts';

/** Milliseconds that a text may take before its worker is ended. */
const patience = 4000;

/**
 * The worker that lints, made anew where it takes too long: a page cannot end what it does itself. Only the newest
 * question of each kind is answered.
 */
export class LintWorker {
  readonly #source: string;
  #worker: Worker | undefined;
  #isReady = false;
  #last = 0;
  #running:
    | { readonly question: Question; readonly done: (answer: Answer | 'too long' | undefined) => void }
    | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param source the code of the worker, which is loaded at once */
  constructor(source: string) {
    this.#source = source;
    this.#worker = this.#start();
  }

  /** The answer; undefined where a newer question came before it, `too long` where the worker had to be ended. */
  ask(question: Omit<Question, 'id'>): Promise<Answer | 'too long' | undefined> {
    this.#settle(undefined);
    this.#last++;
    const whole = { ...question, id: this.#last };
    return new Promise((done) => {
      this.#running = { question: whole, done };
      this.#worker ??= this.#start();
      this.#worker.postMessage(whole);
      if (this.#isReady) this.#watch();
    });
  }

  /** Ends the worker after a while. What it takes to load its code does not count. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#worker?.terminate();
      this.#worker = undefined;
      this.#isReady = false;
      this.#settle('too long');
    }, patience);
  }

  #start(): Worker {
    const url = URL.createObjectURL(new Blob([this.#source], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<Answer | 'ready'>) => {
      if (data === 'ready') {
        this.#isReady = true;
        if (this.#running) this.#watch();
      } else if (data.id === this.#running?.question.id) this.#settle(data);
    };
    return worker;
  }

  #settle(answer: Answer | 'too long' | undefined): void {
    clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = undefined;
    running?.done(answer);
  }
}
