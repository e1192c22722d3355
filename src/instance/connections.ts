import type { Connector } from '../catalogue/connectors.ts';
import { parseBind, parsePort, reachOf } from '../model/address.ts';
import type { Word } from '../model/command-line.ts';
import { hasPlaceholder } from '../text/placeholder.ts';
import type { Placed } from '../tree/field.ts';
import type { Listener } from './listener.ts';
import type { Member } from './member.ts';
import type { Given } from './settings.ts';

/** A database instance that a connector's proxy is told to connect to. */
export interface Connection {
  /** Its name without options, placeholders included; empty where a secret holds it. */
  readonly text: string;
  /** Its name without options; undefined where a placeholder or a secret hides it. */
  readonly instance: string | undefined;
  /** Options behind a question mark, by name. */
  readonly options: ReadonlyMap<string, string>;
  /** The argument, or the variable's value; the variable where a secret holds it. */
  readonly on: Placed;
  /** Where one of the options stands. */
  placeOf(option: string): Placed;
}

/** The instances that a proxy of the second generation is given, arguments before variables. */
export function readConnections(member: Member): readonly Connection[] {
  const { connector } = member;
  if (!connector) return readList(member).map(asConnection);
  const words = [...positional(member, connector)];
  if (words.length > 0) {
    return words.map((word) => connection(word.text, word.part(), (start, end) => word.part(start, end)));
  }
  const variables = member.container.env.filter(({ name, isSet }) => isSet && isInstanceVariable(name, connector));
  // Without the first, the others are not looked for.
  const first = [connector.instanceVariable, `${connector.instanceVariable}_0`];
  if (!variables.some(({ name = '' }) => first.includes(name))) return [];
  return variables.map((variable) => {
    const value = variable.field.get('value');
    return connection(value.text, variable.place, (start, end) => value.part(start, end));
  });
}

/** Words that are neither flags, nor their values, nor the program. */
function* positional(member: Member, { values, short }: Connector): Generator<Word> {
  const command = member.container.field.get('command').items;
  let takesNext = false;
  for (const word of member.words) {
    const isProgram = word.item === command[0] && !word.text.includes(':');
    const isValue = takesNext;
    takesNext = false;
    if (word.text.startsWith('-')) {
      const name = word.text.replace(/^--?/, '');
      const long = word.text.startsWith('--') ? name : (short[name] ?? name);
      takesNext = values.has(long);
    } else if (!isValue && !isProgram && looksLikeInstance(word.text)) {
      yield word;
    }
  }
}

/** Programs, shells and sub-commands are no instances. */
function looksLikeInstance(text: string): boolean {
  return hasPlaceholder(text) || text.includes(':') || text.includes('.') || text.startsWith('projects/');
}

function isInstanceVariable(name: string | undefined, { instanceVariable }: Connector): boolean {
  if (!name?.startsWith(instanceVariable)) return false;
  return /^(?:_\d+)?$/.test(name.slice(instanceVariable.length));
}

/** Takes an instance's name apart; `part` gives the place of a piece of the text. */
function connection(
  text: string | undefined,
  on: Placed,
  part: (start: number, end: number) => Placed = () => on,
): Connection {
  if (text === undefined) return { text: '', instance: undefined, options: new Map(), on, placeOf: () => on };
  const question = text.indexOf('?');
  const name = question < 0 ? text : text.slice(0, question);
  const options = new Map<string, string>();
  const places = new Map<string, Placed>();
  let start = question + 1;
  for (const option of question < 0 ? [] : text.slice(start).split('&')) {
    const [key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(option)?.slice(1) ?? [];
    options.set(key, value);
    places.set(key, part(start, start + option.length));
    start += option.length + 1;
  }
  const instance = hasPlaceholder(name) ? undefined : name;
  return { text: name, instance, options, on, placeOf: (option) => places.get(option) ?? on };
}

/** The data ports of a connector's proxy, one for each instance that is not served by a socket. */
export function connectionListeners(member: Member): readonly Listener[] {
  const { connector } = member;
  if (!connector) return readList(member).flatMap(({ listeners }) => listeners);
  const { variablePrefix: prefix } = connector;
  const { settings } = member;
  const port = settings.first(['--port', '-p', `${prefix}PORT`]);
  const address = settings.first(['--address', '-a', `${prefix}ADDRESS`]);
  const socket = settings.first(['--unix-socket', '-u', `${prefix}UNIX_SOCKET`, '--fuse', `${prefix}FUSE`]);
  const first = port ? parsePort(port.value ?? '') : speaksPostgres(member, connector) ? 5432 : connector.port;
  let next = first;
  const hidden = settings.mayHideSome || member.config === 'own';
  const connections = readConnections(member);
  // Without a readable instance there is still one that the port is for.
  const entries: readonly Pick<Connection, 'options' | 'on'>[] =
    connections.length > 0 ? connections : [{ options: new Map(), on: member.place }];
  const listeners: Listener[] = [];
  for (const { options, on } of entries) {
    if (options.has('unix-socket') || options.has('unix-socket-path')) continue;
    const own = options.get('port');
    if (socket && own === undefined && !options.has('address')) continue;
    const number = own === undefined ? next : parsePort(own);
    if (own === undefined && next !== undefined) next++;
    const reach = reachOfHost(options.get('address') ?? (address ? address.value : '127.0.0.1'));
    listeners.push({
      member,
      port: number,
      udp: false,
      reach: hidden && !address ? undefined : reach,
      protocol: databaseProtocol(member, number),
      purpose: 'data',
      on: own === undefined && port ? port.on : on,
      source: own !== undefined || port ? 'setting' : 'default',
      certainty: member.config !== 'own' && (connections.length > 0 || port) ? member.certainty : 'guess',
    });
  }
  return listeners;
}

/** What the SQL Data API leads to is Postgres, so that no database has to be asked. */
function speaksPostgres({ settings }: Member, { postgresWith }: Connector): boolean {
  return settings.isOn(postgresWith) === true;
}

/** An address of some interface is neither everybody's nor loopback: unknown. */
function reachOfHost(host: string | undefined): Listener['reach'] {
  return host === undefined ? undefined : reachOf(host);
}

function databaseProtocol({ connector }: Member, port: number | undefined): Listener['protocol'] {
  if (connector?.protocol || port === 5432) return connector?.protocol ?? 'postgres';
  return port === 3306 ? 'mysql' : port === 1433 ? 'sqlserver' : undefined;
}

/** An instance of a list, with the port that it is to have. */
interface Listed {
  readonly instance: string;
  readonly on: Placed;
  readonly listeners: readonly Listener[];
}

function asConnection({ instance, on }: Listed): Connection {
  return connection(instance, on);
}

/** `NAME=tcp:5432,NAME=tcp:0.0.0.0:3306,NAME=unix:name`, where the product takes such a list. */
function readList(member: Member): readonly Listed[] {
  const given: Given | undefined = member.settings.first(member.product?.instanceLists);
  const text = given?.value;
  if (!given || text === undefined) return [];
  return text
    .split(',')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [instance = '', socket] = entry.split('=tcp:');
      const bind = socket === undefined ? undefined : parseBind(socket);
      const port = bind?.port;
      const listener: Listener | undefined = bind && {
        member,
        port,
        udp: false,
        // A port alone is bound to localhost.
        reach: bind.reach ?? (parsePort(socket ?? '') === undefined ? undefined : 'loopback'),
        protocol: databaseProtocol(member, port),
        purpose: 'data',
        on: given.on,
        source: 'setting',
        certainty: member.certainty,
      };
      return { instance: instance.replace(/=unix:.*/s, ''), on: given.on, listeners: listener ? [listener] : [] };
    });
}
