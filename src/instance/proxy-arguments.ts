import type { Connector } from '../catalogue/connectors.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Field, Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** A flag as it stands in an argument: `--port` of `--port=5432`. */
export interface WrittenFlag {
  /** With its dashes. */
  readonly text: string;
  /** Without them. */
  readonly name: string;
  /** Whether it has two dashes. */
  readonly isLong: boolean;
  /** What follows it in the same argument: `=5432`, or "". */
  readonly rest: string;
  /** Whether this proxy has a flag of that name, however many dashes. */
  readonly isKnown: boolean;
}

/** An argument that one of Google's database proxies is given. */
export interface ProxyArgument {
  /** The item of `args` or `command` that holds it. */
  readonly item: Field<string>;
  /** Where it begins within the item's text. */
  readonly offset: number;
  /** The whole of it. */
  readonly text: string;
  /** The flag that it begins with; undefined for anything else, and for what is filled in. */
  readonly flag: WrittenFlag | undefined;
  /**
   * What a blank divides in it, although no shell does: several `arguments`, a flag and several `words`, or a flag and
   * its `value`. undefined for what is one argument.
   */
  readonly joins: 'arguments' | 'words' | 'value' | undefined;
}

/** What a database proxy is given on its command line; nothing for other products, and for what only may be one. */
export function* proxyArguments({ connector, container, isCertain, words }: Member): Generator<ProxyArgument> {
  if (!connector || !isCertain) return;
  const { command, args } = { command: container.field.get('command'), args: container.field.get('args') };
  const items = new Map([...command.items, ...args.items].map((item) => [item as Placed, item] as const));
  for (const { item: holder, offset, text } of words) {
    const item = items.get(holder)!;
    const flag = flagIn(text, connector);
    yield { item, offset, text, flag, joins: joinsIn(text, flag, connector) };
  }
}

function flagIn(text: string, { switches, values }: Connector): WrittenFlag | undefined {
  const [written, dashes = '', name = ''] = /^(--?)([A-Za-z][A-Za-z0-9_-]*)/.exec(text) ?? [];
  if (written === undefined || hasPlaceholder(written)) return undefined;
  const isKnown = switches.has(name) || values.has(name);
  return { text: written, name, isLong: dashes === '--', rest: text.slice(written.length), isKnown };
}

function joinsIn(text: string, flag: WrittenFlag | undefined, { switches }: Connector): ProxyArgument['joins'] {
  if (isSeveral(text)) return 'arguments';
  if (!flag?.isKnown || !flag.rest.startsWith(' ')) return undefined;
  return switches.has(flag.name) || /\S\s+\S/.test(flag.rest) ? 'words' : 'value';
}

/** Whether a text holds a flag or an instance, and another one behind a blank; JSON holds what it likes. */
function isSeveral(text: string): boolean {
  const [first = '', ...more] = text.trim().split(/\s+/);
  return !text.includes('{') && isArgument.test(first) && more.some((word) => isArgument.test(word));
}

/** A flag, or the name of an instance of Cloud SQL or AlloyDB. */
const isArgument = /^(?:--?[A-Za-z]|[^:]+:[^:]+:[^:]|projects\/)/;
