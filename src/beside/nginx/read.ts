import { parsePort, reachOf } from '../../model/address.ts';
import type { Called, OpenedPort } from '../facts.ts';
import type { TextAt } from '../text-at.ts';
import type { Directive } from './parse.ts';

/** What directives say of ports and calls, by the contexts that they stand in. */
export interface NginxFacts {
  /** By `listen`, or for its lack. */
  readonly opened: readonly OpenedPort[];
  /** By `proxy_pass` and its like, servers of upstreams in place of their names. */
  readonly called: readonly Called[];
}

/** What the reader has to know of a word: its text with variables of a template filled in, undefined where they are hidden. */
export type Fill = (word: TextAt) => string | undefined;

/** The protocol that a directive passes requests on by. */
const passes: Readonly<Record<string, Called['protocol']>> = {
  proxy_pass: 'http',
  grpc_pass: 'grpc',
  fastcgi_pass: 'tcp',
  uwsgi_pass: 'tcp',
  scgi_pass: 'tcp',
  memcached_pass: 'memcached',
};

interface Context {
  /** Whether it lies in `stream`. */
  readonly isStream: boolean;
  /** What places in it are called. */
  readonly way: readonly string[];
}

/**
 * Reads what is in `http` and `stream` of a configuration.
 * @param usualPort what a server without `listen` opens
 * @param isWhole whether every upstream is there, so that another name is that of a host
 */
export function readNginx(
  directives: readonly Directive[],
  usualPort: number,
  isWhole: boolean,
  fill: Fill,
): NginxFacts {
  const reader = new Reader(usualPort, isWhole, fill);
  reader.upstreams(directives);
  reader.read(directives, { isStream: false, way: [] });
  return reader;
}

class Reader implements NginxFacts {
  readonly opened: OpenedPort[] = [];
  readonly called: Called[] = [];
  readonly #usualPort: number;
  readonly #isWhole: boolean;
  readonly #fill: Fill;
  readonly #upstreams = new Map<string, readonly TextAt[]>();

  constructor(usualPort: number, isWhole: boolean, fill: Fill) {
    this.#usualPort = usualPort;
    this.#isWhole = isWhole;
    this.#fill = fill;
  }

  upstreams(directives: readonly Directive[]): void {
    for (const { name, args, block } of directives) {
      if (name.text === 'upstream') {
        const servers = (block ?? []).filter(
          (one) => one.name.text === 'server' && !one.args.some(({ text }) => text === 'down'),
        );
        this.#upstreams.set(
          args[0]?.text ?? '',
          servers.flatMap((server) => server.args[0]?.called(['upstream', args[0]?.text ?? '', 'server']) ?? []),
        );
      } else if (name.text === 'http' || name.text === 'stream') this.upstreams(block ?? []);
    }
  }

  read(directives: readonly Directive[], context: Context): void {
    for (const directive of directives) {
      const { name, args, block } = directive;
      if (name.text === 'server' && block) this.#server(directive, context);
      else if (Object.hasOwn(passes, name.text) && args[0]) this.#pass(name.text, args[0], context);
      else if (block && name.text !== 'upstream') {
        const isStream = context.isStream || name.text === 'stream';
        const label = [name.text, ...args.map(({ text }) => text)].join(' ');
        this.read(block, { isStream, way: [...context.way, label] });
      }
    }
  }

  #server({ name, block = [] }: Directive, { isStream, way }: Context): void {
    const listens = block.filter((directive) => directive.name.text === 'listen');
    const label = `server[${listens.map(({ args }) => args[0]?.text ?? '').join(' ')}]`;
    const inside = [...way, label];
    for (const { args } of listens) {
      const [address, ...options] = args;
      if (address)
        this.#listen(
          address.called([...inside, 'listen']),
          options.map(({ text }) => text),
          isStream,
        );
    }
    if (listens.length === 0 && !isStream) {
      const on = name.called([...inside, 'listen']);
      this.opened.push({ port: this.#usualPort, reach: 'all', protocol: 'http', purpose: 'data', on });
    }
    this.read(block, { isStream, way: inside });
  }

  #listen(on: TextAt, options: readonly string[], isStream: boolean): void {
    const text = this.#fill(on);
    if (text?.startsWith('unix:')) return;
    const { host, port } = readAddress(text);
    const protocol = isStream ? 'tcp' : options.includes('ssl') ? 'https' : 'http';
    const udp = options.includes('udp') || options.includes('quic');
    const reach = host === undefined ? (port === undefined ? undefined : 'all') : reachOf(host);
    this.opened.push({ port, ...(udp && { udp }), reach, protocol, purpose: 'data', on });
  }

  #pass(name: string, word: TextAt, { isStream, way }: Context): void {
    const text = this.#fill(word);
    if (text === undefined) return;
    const [, scheme = '', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/s.exec(text) ?? [];
    if (rest.startsWith('unix:') || rest === '') return;
    const start = word.text.length - word.text.replace(/^[a-z]+:\/\//, '').length;
    const target = rest.replace(/[/?].*$/s, '');
    const end = word.text === text ? start + target.length : word.text.length;
    const protocol = isStream ? 'tcp' : scheme === 'https' ? 'https' : scheme === 'grpcs' ? 'grpc' : passes[name];
    const usual = isStream
      ? undefined
      : scheme === 'https' || scheme === 'grpcs'
        ? 443
        : name === 'proxy_pass' || name === 'grpc_pass'
          ? 80
          : undefined;
    const servers = this.#upstreams.get(target);
    if (servers) {
      for (const server of servers) {
        const address = this.#fill(server);
        if (address !== undefined && !address.startsWith('unix:')) this.#call(address, 80, protocol, 'server', server);
      }
      return;
    }
    this.#call(target, usual, protocol, name, word.part(start, end).called([...way, name]));
  }

  #call(address: string, usual: number | undefined, protocol: Called['protocol'], name: string, on: TextAt): void {
    const [, host = '', port] = /^(\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/.exec(address) ?? [];
    // What has no dot may be an upstream that we have not seen.
    if (host === '' || (!this.#isWhole && !/[.\]]|^localhost$/.test(host))) return;
    this.called.push({ host, port: port === undefined ? usual : parsePort(port), protocol, name, on });
  }
}

/** `8080`, `127.0.0.1:8080`, `[::]:8080`, `*:80`, `127.0.0.1`, `localhost`. */
function readAddress(text: string | undefined): {
  readonly host: string | undefined;
  readonly port: number | undefined;
} {
  if (text === undefined || text.includes('$') || /^[A-Z][A-Z0-9_-]+$/.test(text))
    return { host: undefined, port: undefined };
  if (/^\d+$/.test(text)) return { host: undefined, port: parsePort(text) };
  const [, host = text, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [];
  return { host, port: port === undefined ? 80 : parsePort(port) };
}
