import type { Reach, Setting } from '../catalogue/product.ts';
import { parseBind, parsePort, reachOf } from '../model/address.ts';
import type { Word } from '../model/command-line.ts';
import { baseName } from '../text/path.ts';
import type { Placed } from '../tree/field.ts';
import type { Member } from './member.ts';

/** Where a web server is told to listen by the command line that the file gives its container. */
export interface ServerCommand {
  /** As people call it: `uvicorn`. */
  readonly program: string;
  /** From 1 to 65535. */
  readonly port: number;
  /** undefined where the command line does not say. */
  readonly reach: Reach | undefined;
  /** What holds the port. */
  readonly on: Placed;
}

/** The arguments by which a server is told where to listen. What it does without them is left to its configuration. */
interface Server {
  /** The word behind the program without which it serves nothing. */
  readonly verb?: RegExp;
  readonly port?: readonly Setting[];
  readonly host?: readonly Setting[];
  /** Arguments with both, such as `0.0.0.0:8000`. */
  readonly bind?: readonly Setting[];
  /** A bare argument behind this word holds the address or the port alone. */
  readonly behind?: string;
}

/**
 * Sources: https://www.uvicorn.org/settings/, https://docs.gunicorn.org/en/stable/settings.html#bind,
 * https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html,
 * https://flask.palletsprojects.com/en/stable/cli/, https://fastapi.tiangolo.com/fastapi-cli/,
 * https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver,
 * https://docs.streamlit.io/develop/api-reference/configuration/config.toml,
 * https://docs.python.org/3/library/http.server.html#command-line-interface,
 * https://nextjs.org/docs/app/api-reference/cli/next.
 */
const servers: Readonly<Record<string, Server>> = {
  uvicorn: { port: ['--port'], host: ['--host'] },
  gunicorn: { bind: ['--bind', '-b'] },
  hypercorn: { bind: ['--bind', '-b'] },
  streamlit: { verb: /^run$/, port: ['--server.port'], host: ['--server.address'] },
  flask: { verb: /^run$/, port: ['--port', '-p'], host: ['--host', '-h'] },
  fastapi: { verb: /^(?:run|dev)$/, port: ['--port'], host: ['--host'] },
  'http.server': { behind: 'http.server' },
  'manage.py': { verb: /^runserver$/, behind: 'runserver' },
  next: { verb: /^start$/, port: ['--port', '-p'], host: ['--hostname', '-H'] },
};

/**
 * The web server that the container's command starts, if the command line says on which port it listens. undefined
 * where it starts another program, or a placeholder or a script of several commands hides what it starts.
 */
export function serverCommandOf(member: Member): ServerCommand | undefined {
  const { commandLine, settings } = member;
  if (!commandLine.givesProgram || settings.mayHideSome || commandLine.isCompound) return undefined;
  const { program, programWords: words } = commandLine;
  const server = Object.hasOwn(servers, program) ? servers[program] : undefined;
  if (!server || (server.verb && !words.some(({ text }) => server.verb?.test(text)))) return undefined;
  const bare = server.behind === undefined ? undefined : bareBehind(words, server.behind);
  if (bare) return serverCommand(program, bare.text, undefined, bare.part());
  // A second one of the same adds a port.
  if (
    words.filter(({ text }) => server.bind?.some((flag) => text === flag || text.startsWith(`${flag}=`))).length > 1
  ) {
    return undefined;
  }
  const given = settings.first(server.bind ?? server.port);
  if (given?.value === undefined) return undefined;
  return serverCommand(program, given.value, server.host && settings.first(server.host)?.value, given.on);
}

function serverCommand(
  program: string,
  address: string,
  host: string | undefined,
  on: Placed,
): ServerCommand | undefined {
  if (/^(?:unix|fd):/.test(address)) return undefined;
  const alone = parsePort(address);
  const bind = alone === undefined ? parseBind(address) : undefined;
  const port = alone ?? bind?.port;
  if (port === undefined) return undefined;
  return { program, port, reach: host === undefined ? bind?.reach : reachOf(host), on };
}

function bareBehind(words: readonly Word[], behind: string): Word | undefined {
  const next = words[words.findIndex(({ text }) => baseName(text) === behind) + 1];
  return next && /^[\d.:[\]a-f]*\d$/i.test(next.text) ? next : undefined;
}
