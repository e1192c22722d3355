import { baseName } from '../../text/path.ts';
import type { TextAt } from '../text-at.ts';
import { expand } from './expand.ts';
import type { Dockerfile, Instruction } from './parse.ts';
import { jsonItems, wordsOf } from './words.ts';

/** Files that an image takes over, in the words of the Dockerfile. */
export interface Copy {
  /** Where they come from, below the build context. */
  readonly sources: readonly TextAt[];
  /** Where they go: absolute, or below the working directory; undefined where a variable hides it. */
  readonly target: string | undefined;
  /** The word that says so. */
  readonly to: TextAt | undefined;
  /** Whether they come from another stage or image, or the text holds them itself. */
  readonly fromElsewhere: boolean;
  /** Its place among the steps of the image. */
  readonly step: number;
}

/** A command that is run while the image is built. */
export interface Run {
  /** Its text, here-documents included. */
  readonly text: string;
  /** Its place among the steps of the image. */
  readonly step: number;
}

/** What a Dockerfile says of the image that it builds. */
export interface ImageBuild {
  /** The image that it begins with, variables filled in; undefined where they are not known. */
  readonly base: { readonly text: string; readonly on: TextAt } | undefined;
  /** Variables of the image, as written and with their last value; undefined where that is not known. */
  readonly env: ReadonlyMap<string, { readonly value: string | undefined; readonly on: TextAt }>;
  /** Absent where the Dockerfile leaves it to the image that it begins with. */
  readonly entrypoint: Command | undefined;
  /** Absent where the Dockerfile leaves it to the image that it begins with. */
  readonly command: Command | undefined;
  /** In order. */
  readonly copies: readonly Copy[];
  /** In order. */
  readonly runs: readonly Run[];
  /** Whether it names a port with `EXPOSE`, which opens none, but tells people. */
  readonly exposes: boolean;
}

/** Where no Dockerfile is known. */
export const nothingBuilt: ImageBuild = {
  base: undefined,
  env: new Map(),
  entrypoint: undefined,
  command: undefined,
  copies: [],
  runs: [],
  exposes: false,
};

/** What an image starts. */
export interface Command {
  /** The words of the JSON form; the whole script of the other form. */
  readonly items: readonly TextAt[];
  /** Whether a shell runs it. */
  readonly isShell: boolean;
}

interface Stage {
  readonly name: string | undefined;
  readonly from: Instruction;
  readonly steps: Instruction[];
}

/**
 * What the last stage of a Dockerfile makes, or the one of this name. undefined where there is none.
 */
export function readImageBuild({ instructions }: Dockerfile, target?: string): ImageBuild | undefined {
  const { stages, args } = readStages(instructions);
  const last =
    target === undefined
      ? stages.length - 1
      : stages.findIndex(({ name }, index) => name === target.toLowerCase() || String(index) === target);
  const chain: Stage[] = [];
  for (let at = last; stages[at] && chain.length <= stages.length; ) {
    const stage = stages[at]!;
    chain.unshift(stage);
    const before = imageOf(stage, args)?.text.toLowerCase();
    at = stages.findIndex(({ name }, index) => index < at && name !== undefined && name === before);
  }
  const [first] = chain;
  return first && new Build(args).read(chain, imageOf(first, args));
}

function readStages(instructions: readonly Instruction[]) {
  const args = new Map<string, string | undefined>();
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    const { keyword, body } = instruction;
    if (keyword === 'FROM') {
      const words = wordsOf(body).filter(({ text }) => !text.startsWith('--'));
      const name = words[1]?.text.toUpperCase() === 'AS' ? words[2]?.text.toLowerCase() : undefined;
      stages.push({ name, from: instruction, steps: [] });
    } else if (stages.length > 0) stages.at(-1)!.steps.push(instruction);
    else if (keyword === 'ARG') readArgs(body, args);
  }
  return { stages, args };
}

function readArgs(body: TextAt, args: Map<string, string | undefined>): void {
  for (const { text } of wordsOf(body)) {
    const [, name, value] = /^(\w+)(?:=(.*))?$/s.exec(text) ?? [];
    if (name !== undefined) args.set(name, value === undefined ? args.get(name) : expand(value, args));
  }
}

function imageOf({ from }: Stage, args: ReadonlyMap<string, string | undefined>) {
  const on = wordsOf(from.body).find(({ text }) => !text.startsWith('--'));
  const text = on && expand(on.text, args);
  return on && text !== undefined ? { text, on } : undefined;
}

/** The script that the official images of nginx, Envoy and others start their program with. */
const makersScript = 'docker-entrypoint.sh';

/** Whether a program is called as the script that official images start with. */
export function isMakersScript(program: string): boolean {
  return baseName(program) === makersScript;
}

/** Whether the image has a script of its own in the place of that one, as far as one can tell. */
export function replacesMakersScript({ copies, runs }: ImageBuild): boolean {
  const isCopied = copies.some(({ sources, target }) => {
    if (target === undefined) return true;
    const names = sources.map(({ text }) => text);
    const isWide = target === '/' && names.some((name) => /(?:^|[/.*])$/.test(name));
    return isWide || [...names, target].some((path) => path.endsWith(makersScript));
  });
  return isCopied || runs.some(({ text }) => text.includes(makersScript));
}

/** Whether a program is the script that official images start with, and the Dockerfile brings no other in its place. */
export function startsMakersScript(program: string, build: ImageBuild): boolean {
  return isMakersScript(program) && !replacesMakersScript(build);
}

/** Goes through the steps of an image. */
class Build {
  readonly #global: ReadonlyMap<string, string | undefined>;
  readonly #args = new Map<string, string | undefined>();
  readonly #env = new Map<string, { readonly value: string | undefined; readonly on: TextAt }>();
  readonly #copies: Copy[] = [];
  readonly #runs: Run[] = [];
  #entrypoint: Command | undefined;
  #command: Command | undefined;
  #exposes = false;
  #folder: string | undefined = '/';
  #step = 0;

  constructor(global: ReadonlyMap<string, string | undefined>) {
    this.#global = global;
  }

  read(chain: readonly Stage[], base: ImageBuild['base']): ImageBuild {
    // What an image to build upon has for its working directory is not known.
    this.#folder = undefined;
    for (const { steps } of chain) {
      this.#args.clear();
      for (const step of steps) this.#take(step);
    }
    const [env, copies, runs, exposes] = [this.#env, this.#copies, this.#runs, this.#exposes];
    return { base, env, entrypoint: this.#entrypoint, command: this.#command, copies, runs, exposes };
  }

  #take({ keyword, body, heredoc }: Instruction): void {
    this.#step++;
    switch (keyword) {
      case 'ARG':
        readArgs(body, this.#args);
        for (const { text } of wordsOf(body)) {
          if (!text.includes('=') && this.#global.has(text)) this.#args.set(text, this.#global.get(text));
        }
        return;
      case 'ENV':
        for (const [name, value] of pairsOf(body)) this.#env.set(name, { value: this.#expand(value.text), on: value });
        return;
      case 'WORKDIR':
        this.#folder = this.#below(this.#expand(wordsOf(body)[0]?.text ?? ''));
        return;
      case 'ENTRYPOINT':
        this.#entrypoint = commandOf(body);
        this.#command = undefined;
        return;
      case 'CMD':
        this.#command = commandOf(body);
        return;
      case 'EXPOSE':
        this.#exposes = true;
        return;
      case 'COPY':
      case 'ADD':
        this.#takeCopy(body, heredoc);
        return;
      case 'RUN':
        this.#runs.push({ text: `${body.text}\n${heredoc}`, step: this.#step });
    }
  }

  #takeCopy(body: TextAt, heredoc: string): void {
    const words = wordsOf(body);
    const flags = words.filter(({ text }) => text.startsWith('--'));
    const rest =
      body.text.trimStart().startsWith('--') || !jsonItems(body) ? words.slice(flags.length) : jsonItems(body)!;
    const written = this.#expand(rest.at(-1)?.text ?? '');
    const target = this.#below(written);
    const isFolder = written?.endsWith('/') || written === '.' || rest.length > 2;
    this.#copies.push({
      sources: rest.slice(0, -1),
      target: target === undefined ? undefined : isFolder ? `${target.replace(/(?<!\/)\/+$/, '')}/` : target,
      to: rest.at(-1),
      fromElsewhere: heredoc !== '' || flags.some(({ text }) => text.startsWith('--from=')),
      step: this.#step,
    });
  }

  #expand(text: string): string | undefined {
    const values = new Map(this.#args);
    for (const [name, { value }] of this.#env) values.set(name, value);
    return expand(text, values);
  }

  #below(path: string | undefined): string | undefined {
    if (path === undefined || path.startsWith('/')) return path;
    const bare = path.replace(/^\.\/?/, '');
    return this.#folder === undefined ? undefined : `${this.#folder.replace(/\/$/, '')}/${bare}`;
  }
}

function commandOf(body: TextAt): Command | undefined {
  const items = jsonItems(body);
  if (items) return { items, isShell: false };
  return body.text === '' ? undefined : { items: [body], isShell: true };
}

/** `ENV A=b C=d`, and the old form `ENV A b`. */
function pairsOf(body: TextAt): readonly (readonly [string, TextAt])[] {
  const words = wordsOf(body);
  const [first] = words;
  if (first && !first.text.includes('=')) {
    const from = body.text.indexOf(first.text) + first.text.length;
    const start = from + (body.text.slice(from).length - body.text.slice(from).trimStart().length);
    return [[first.text, body.part(start, body.text.length)]];
  }
  return words.flatMap((word) => {
    const equals = word.text.indexOf('=');
    return equals < 1 ? [] : [[word.text.slice(0, equals), word.part(equals + 1, word.text.length)] as const];
  });
}
