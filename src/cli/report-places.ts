import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { configNames } from '../policy/config-names.ts';
import { realPlace } from './bounds.ts';
import { UsageError } from './io.ts';
import { defaultBaseline, deploymentNames } from './paths.ts';
import { readBeginning } from './read.ts';
import type { RunOptions } from './run-options.ts';

/** Throws where a report would take the place of what the command line names, or of another report; before any work. */
export function requirePlaces(
  options: Pick<RunOptions, 'outputs' | 'paths' | 'config' | 'baseline'>,
  cwd: string,
): void {
  const { outputs, paths, config, baseline } = options;
  const taken = new Map<string, string>();
  const take = (path: string, what: string): string => {
    const absolute = resolve(cwd, path);
    const place = realPlace(absolute) ?? absolute;
    const other = taken.get(place) ?? '';
    taken.set(place, what);
    return other;
  };
  if (outputs.every(({ file }) => file === undefined)) return;
  for (const path of paths) if (path !== '-') take(path, 'what is linted');
  if (typeof config === 'string') take(config, 'the configuration');
  if (baseline !== undefined) take(baseline, 'the baseline');
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    const other = take(file, `the report ${format}`);
    if (other === '') continue;
    throw new UsageError(
      `The report ${format} would replace ${other} in "${file}". Write it elsewhere: --format ${format}=FILE.`,
    );
  }
}

/** The files of a run that no report may replace, under whatever name. */
export class KeptFiles {
  readonly #kept: (readonly [absolute: string, what: string])[] = [];

  /** @param what it is, as a clause: `it is what was linted` */
  keep(absolute: string, what: string): void {
    this.#kept.push([absolute, what]);
  }

  /** Why a report cannot take the place of a file; undefined where it can. */
  reasonAgainst(absolute: string): string | undefined {
    // A link with such a name, and one to a file of such a name.
    return reasonAgainstName(basename(absolute)) ?? this.#reasonAgainstPlace(absolute);
  }

  #reasonAgainstPlace(absolute: string): string | undefined {
    const reason = reasonAgainstName(basename(realPlace(absolute) ?? absolute));
    if (reason) return reason;
    if (isBaseline(absolute)) return 'it is a baseline';
    const identity = identityOf(absolute);
    return identity && this.#kept.find(([path]) => identityOf(path) === identity)?.[1];
  }
}

/** Why no report may have a name; undefined for any other name. */
function reasonAgainstName(name: string): string | undefined {
  if (configNames.includes(name)) return 'a configuration has this name';
  if (name === defaultBaseline) return 'a baseline has this name';
  if (deploymentNames.includes(name)) return 'what says how files are deployed has this name';
  if (/^\.git/i.test(name)) return 'git reads files of this name';
  return undefined;
}

/** Whether a file begins as every baseline does, whatever it is called. */
function isBaseline(absolute: string): boolean {
  return /^\s*\{\s*"version":\s*1,\s*"files":/.test(readBeginning(absolute, 100));
}

/** The same for all names of a file, hard links too; undefined where there is none. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
