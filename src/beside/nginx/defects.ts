import type { Setup } from '../configuration.ts';
import type { ConfigFile, Defect, VariableOf } from '../facts.ts';
import type { TextAt } from '../text-at.ts';
import { variable } from './fill.ts';
import { type Directive, parseNginx } from './parse.ts';

/** What decides whether something in a file is a mistake. */
interface Circumstances {
  /** Whether the image fills the file in when it starts. */
  readonly isTemplate: boolean;
  /** Whether it is the main file, and not a part of the context `http`. */
  readonly isMain: boolean;
  /** What the configuration sets itself. */
  readonly variables: ReadonlySet<string>;
  /** The container's variables. */
  readonly variableOf: VariableOf;
  /** The container. */
  readonly setup: Pick<Setup, 'isMounted'>;
}

/** What is wrong with a file by itself. */
export function* defectsIn(file: ConfigFile, circumstances: Circumstances): Generator<Defect> {
  const { source, at } = file;
  const { directives, problem } = parseNginx(source);
  if (problem) {
    yield { kind: 'unreadable', on: problem.on.called([problem.on.text]), why: problem.message };
    return;
  }
  const misplaced = findMisplaced(directives, circumstances.isMain);
  if (misplaced) {
    yield { kind: 'misplaced', on: misplaced.name.called([misplaced.name.text]), isWhole: !circumstances.isMain, at };
    return;
  }
  for (const directive of everyDirective(directives)) {
    yield* variablesIn(directive, circumstances);
    yield* logsOf(directive, circumstances);
  }
}

/** `events` and `http` belong to the main file alone, `server` and `location` do not: nginx says so and exits. */
function findMisplaced(directives: readonly Directive[], isMain: boolean): Directive | undefined {
  return directives.find(({ name: { text }, block }) => {
    if (!block) return false;
    return isMain
      ? text === 'server' || text === 'location' || text === 'upstream'
      : text === 'events' || text === 'http';
  });
}

/** Variables that the directives make. */
export function variablesOf(directives: readonly Directive[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, args } of everyDirective(directives)) {
    if (!/^(?:set|map|geo|split_clients|auth_request_set|js_set|perl_set|js_var|set_by_lua\w*)$/.test(name.text))
      continue;
    for (const { text } of args) if (text.startsWith('$')) names.add(text.slice(1));
  }
  return names;
}

/** Where nginx puts variables in place, so that one that it does not know ends it. */
const evaluated =
  /^(?:listen|server|set|return|root|alias|add_header|proxy_(?:pass|set_header|redirect)|grpc_(?:pass|set_header)|(?:fastcgi|uwsgi|scgi)_(?:pass|param))$/;

function* variablesIn({ name, args, block }: Directive, around: Circumstances): Generator<Defect> {
  const { isTemplate, variables, variableOf } = around;
  if (block || !evaluated.test(name.text)) return;
  for (const arg of args) {
    for (const { 0: mark, 1: braced, 2: bare, index } of arg.text.matchAll(variable)) {
      const variableName = braced ?? bare ?? '';
      // nginx writes its own variables small.
      if (!/^[A-Z][A-Z0-9_]*$/.test(variableName) || variables.has(variableName)) continue;
      const on = arg.part(index, index + mark.length).called([name.text, variableName]);
      if (!isTemplate) yield { kind: 'unrendered', on, name: variableName };
      else if (!variableOf(variableName)) yield { kind: 'unset', on, name: variableName };
    }
  }
}

function* logsOf({ name, args }: Directive, { setup }: Circumstances): Generator<Defect> {
  const [path] = args;
  if (!path || !/^(?:access|error)_log$/.test(name.text) || !isLogFile(path)) return;
  if (!setup.isMounted(path.text))
    yield { kind: 'log-to-file', on: path.called([name.text, path.text]), path: path.text };
}

/** https://cloud.google.com/run/docs/logging: what is written to `/var/log` is collected. */
function isLogFile({ text }: TextAt): boolean {
  return text.startsWith('/') && !/^\/(?:dev|proc|var\/log)\//.test(text) && !text.includes('$');
}

function* everyDirective(directives: readonly Directive[]): Generator<Directive> {
  for (const directive of directives) {
    yield directive;
    if (directive.block) yield* everyDirective(directive.block);
  }
}
