import { type ChildProcess, fork } from 'node:child_process';
import type { Spent, Work } from './child.ts';
import type { Kind } from './texts.ts';

/** What takes so many milliseconds by the clock is not waited for. */
const patience = 120_000;

/** Measures what texts cost, in another process, so that one that hangs or exhausts it is known. */
export class Measure {
  readonly #code: string;
  readonly #command: string;
  #child: ChildProcess | undefined;

  /** @param command what is done with a text: `lint`, `fix` or `graph` */
  constructor(code: string, command: string) {
    this.#code = code;
    this.#command = command;
  }

  /** Milliseconds of CPU time, in a process that has done so before; infinite where it hangs or ends the process. */
  async spent(kind: Kind, length: number): Promise<number> {
    return (await this.#run(kind, length)).ms;
  }

  /** The same in a process of its own, with the most memory that it had, in megabytes. */
  async alone(kind: Kind, length: number): Promise<Spent> {
    this.end();
    return this.#run(kind, length);
  }

  /** Ends the other process. */
  end(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #run({ path, of }: Kind, length: number): Promise<Spent> {
    this.#child ??= await this.#start();
    const child = this.#child;
    const spent = await new Promise<Spent>((done) => {
      const never = { ms: Number.POSITIVE_INFINITY, mb: Number.NaN };
      const timer = setTimeout(() => done(never), patience);
      const give = (outcome: Spent): void => {
        clearTimeout(timer);
        done(outcome);
      };
      child.once('exit', () => give(never));
      child.once('message', (outcome: Spent) => give(outcome));
      child.send({ path, text: of(length), command: this.#command } satisfies Work);
    });
    child.removeAllListeners();
    if (spent.ms === Number.POSITIVE_INFINITY) this.end();
    return spent;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(this.#code, { execArgv: [] });
    await new Promise((ready) => child.once('message', ready));
    return child;
  }
}
