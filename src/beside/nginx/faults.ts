import type { TextAt } from '../text-at.ts';

/** Directives without a block and with one value, https://nginx.org/en/docs/dirindex.html. */
const oneValue: ReadonlySet<string> = new Set([
  'proxy_pass',
  'fastcgi_pass',
  'uwsgi_pass',
  'scgi_pass',
  'grpc_pass',
  'memcached_pass',
  'root',
  'alias',
  'proxy_http_version',
  'proxy_buffering',
  'proxy_read_timeout',
  'proxy_connect_timeout',
  'proxy_send_timeout',
  'fastcgi_index',
  'worker_connections',
  'default_type',
  'sendfile',
  'client_max_body_size',
  'auth_request',
]);

/** Directives without a block and with several values, the later ones being none of those that follow a missing `;`. */
const severalValues: ReadonlySet<string> = new Set(['listen', 'proxy_set_header', 'return', 'proxy_redirect', 'gzip']);

/** Directives that often follow on the next line. */
const others: ReadonlySet<string> = new Set([
  ...oneValue,
  ...severalValues,
  'server_name',
  'location',
  'index',
  'include',
  'error_page',
  'add_header',
  'try_files',
  'access_log',
  'error_log',
  'fastcgi_param',
  'server',
]);

/** A directive that nginx cannot read, for what certainly is a `;` that was left out. */
export function faultOf(
  name: TextAt,
  args: readonly TextAt[],
  end: '{' | '}' | ';' | undefined,
): { readonly message: string; readonly on: TextAt } | undefined {
  const missing = { message: `A ";" is missing behind "${name.text}".`, on: name };
  if (end === '}' || end === undefined) return missing;
  const isPlain = oneValue.has(name.text) || severalValues.has(name.text);
  if (!isPlain) return undefined;
  if (end === '{') return missing;
  const most = oneValue.has(name.text) ? 1 : 0;
  const next = args.slice(Math.max(1, most)).find((arg) => others.has(arg.text) && beginsLine(arg));
  return next ? missing : undefined;
}

function beginsLine({ source, span }: TextAt): boolean {
  const { line } = source.position(span.start);
  return source.text.slice(source.lines.span(line).start, span.start).trim() === '';
}
