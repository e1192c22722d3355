import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { parseCommandLine, parseOptions } from './args.ts';
import { type Io, UsageError } from './io.ts';
import { DiskHost } from './lsp-host.ts';

const options = {
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  target: { type: 'string' },
  baseline: { type: 'string' },
  'no-ignores': { type: 'boolean' },
} as const;

/** When most of what an editor asks for has been asked for once, in milliseconds after the start. */
const settled = 5000;

/** What editors add by themselves: the way to talk, which is always this one, and who has started the server. */
const added = /^--(?:stdio|clientProcessId(?:=.*)?)$/;

/**
 * `cloudrun-lint lsp`: serves an editor by the Language Server Protocol until its end of the connection closes. The
 * options mean what they mean for linting.
 */
export async function lspCommand(argv: readonly string[], io: Io): Promise<number> {
  const given = argv.filter((word, i) => !added.test(word) && argv[i - 1] !== '--clientProcessId');
  const [more] = parseOptions(given, options, 'lsp').positionals;
  if (more !== undefined)
    throw new UsageError(`"lsp" takes no files, since an editor opens them: leave out "${more}".`);
  const host = new DiskHost(parseCommandLine(given), io);
  // The connection owns both streams: nothing else may write there. It ends the process when it ends.
  const { stdin, stdout } = process;
  return new Promise(() => {
    serve(createConnection(stdin, stdout), host);
    setTimeout(() => io.keepCode?.(), settled).unref();
  });
}
