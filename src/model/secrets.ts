import { onceEach } from '../once.ts';
import type { Field, Placed } from '../tree/field.ts';
import type { Span } from '../tree/span.ts';
import type { Container } from './container.ts';
import { credentialIn, secretParts } from './credential.ts';
import type { Workload } from './workload.ts';

/** A secret that a manifest holds in plain text. */
export interface Secret {
  /** What it is: `a secret`, `a password in a URL`. */
  readonly what: string;
  /** The variable or the flag that holds it; "" for an argument that is one by its form. */
  readonly name: string;
  /** Whether the container is started with it, in `command` or `args`; else it is the value of a variable. */
  readonly isArgument: boolean;
  /** Whose it is. */
  readonly container: Container;
  /** Where to point: at the name where there is one. */
  readonly on: Placed;
  /** The whole value that it is found in. */
  readonly value: string;
  /** Where its characters stand in the file; of a value that only refers to another place, the reference. */
  readonly spans: readonly Span[];
  /** The same characters as they are read. */
  readonly texts: readonly string[];
}

/** The secrets in the variables and arguments of all containers, found once a workload. What is filled in later is none. */
export const secretsOf = onceEach((workload: Workload): readonly Secret[] =>
  workload.containers.flatMap((container) => [...inArguments(container), ...inVariables(container)]),
);

function* inVariables(container: Container): Iterable<Secret> {
  for (const { field, name } of container.env) {
    // A number without quotes is no value that gcloud takes, but a secret all the same.
    const { text: value, unknown } = field.get('value');
    if (name === undefined || value === undefined || unknown) continue;
    const what = credentialIn(name, value);
    if (what === undefined) continue;
    const found = { what, name, isArgument: false, container, on: field.get('name') };
    yield { ...found, ...placed(field.get('value'), value) };
  }
}

/** Flags with their value in the same argument, `--client-secret=…`, or in the next one, and what is a secret by its form. */
function* inArguments(container: Container): Iterable<Secret> {
  const { field } = container;
  for (const list of [field.get('command'), field.get('args')]) {
    let before = '';
    for (const item of list.items) {
      const text = item.value ?? '';
      const [, flag = '', value = ''] = flagAndValue.exec(text) ?? [];
      const named = credentialIn(flag, value);
      const what = named ?? (text.startsWith('-') ? undefined : credentialIn(before, text));
      if (what !== undefined) {
        const on = flag === '' ? item : item.part(0, flag.length);
        const found = { what, name: flag || before, isArgument: true, container, on };
        yield { ...found, ...(named === undefined ? placed(item, text) : placed(item, value, flag.length + 1)) };
      }
      if (flag === '' && what === undefined) yield* inScript(item, container);
      before = /^--?[A-Za-z][\w.-]{0,60}$/.test(text) ? text : '';
    }
  }
}

/** Variables, and flags in a line for a shell, with their value: `API_TOKEN=…`, `exec server --token=…`. */
function* inScript(item: Field<string>, container: Container): Iterable<Secret> {
  const text = item.value ?? '';
  for (const { 1: name = '', 2: quoted, 3: bare, index } of text.matchAll(assignment)) {
    const value = quoted ?? bare ?? '';
    const what = credentialIn(name, value);
    if (what === undefined) continue;
    const on = item.part(index, index + name.length);
    const from = index + name.length + (quoted === undefined ? 1 : 2);
    yield { what, name, isArgument: true, container, on, ...placed(item, value, from) };
  }
}

/** @param from where the value begins in the field's text */
function placed(field: Field<string>, value: string, from = 0): Pick<Secret, 'value' | 'spans' | 'texts'> {
  const parts = secretParts(value);
  return {
    value,
    spans: parts.map(({ start, end }) => {
      const isWhole = end - start === (field.text ?? '').length;
      return isWhole ? field.fullSpan : field.part(from + start, from + end).span;
    }),
    texts: parts.map(({ start, end }) => value.slice(start, end)),
  };
}

const assignment =
  /(?<![^\s;&|(])(--?[A-Za-z][\w.-]{0,60}|[A-Z][A-Z0-9_]{2,60})=(?:["']([^"'\n]{1,500})["']|([^\s"';&|]{1,500}))/g;
const flagAndValue = /^(--?[A-Za-z][\w.-]{0,60})=(.+)$/s;
