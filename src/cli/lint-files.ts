import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import { lint } from '../lint.ts';
import type { ReportFile } from '../report.ts';
import type { Rule } from '../rule.ts';
import type { Arguments } from './args.ts';
import { discover } from './discover.ts';
import type { Io } from './io.ts';
import { type Content, decode, readText } from './read.ts';

/** What a run over files gave, before anything is formatted. */
export interface Run {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly ReportFile[];
  /** What could not be read, a line each. */
  readonly problems: readonly string[];
}

/** Lints everything that the command line names, a file at a time. */
export async function lintFiles(args: Arguments, rules: readonly Rule[], io: Io): Promise<Run> {
  const diagnostics: Diagnostic[] = [];
  const files: ReportFile[] = [];
  const problems: string[] = [];

  const take = (path: string, content: Content, explicit: boolean): void => {
    if ('problem' in content) {
      problems.push(`${path}: ${content.problem}`);
      return;
    }
    const result = lint(path, content.text, { rules, explicit });
    const hasFindings = result.diagnostics.length > 0;
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
    files.push({ path, resources: result.resources, ...(hasFindings && { text: content.text }) });
  };

  if (args.paths.includes('-')) take(args.stdinFilename, decode(await io.stdin()), !args.ignoreUnrecognized);
  const paths = args.paths.filter((path) => path !== '-');
  if (paths.length > 0 || args.paths.length === 0) {
    for await (const found of discover(paths, io.cwd)) {
      if ('problem' in found) problems.push(found.problem);
      else take(found.path, await readText(found.absolute), found.explicit && !args.ignoreUnrecognized);
    }
  }
  return { diagnostics: diagnostics.sort(compareDiagnostics), files, problems };
}
