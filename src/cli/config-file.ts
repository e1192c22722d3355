import { dirname, resolve } from 'node:path';
import { frame } from '../format/frame.ts';
import { isFile, parseConfig } from '../policy/config.ts';
import { configLayer } from '../policy/layer.ts';
import type { Layer } from '../policy/policy.ts';
import type { Profile } from '../policy/profile.ts';
import type { ConfigProblem } from '../policy/read-by-schema.ts';
import type { Category } from '../rule.ts';
import { visibleLine } from '../text/visible.ts';
import { Lines } from '../yaml/lines.ts';
import { isThere } from './fault.ts';
import { UsageError } from './io.ts';
import { displayPath, withForwardSlashes } from './paths.ts';
import { decode, gone, readBytes, readOrdinary } from './read.ts';

/** What reading configuration files needs to know. */
interface Surroundings {
  readonly cwd: string;
  /** From where globs count: the folder of the file that was found, not of those that it extends. */
  readonly folder: string;
  readonly categories: readonly Category[];
  /** The file that the command line names; undefined where it was found. */
  readonly named: string | undefined;
}

/**
 * Reads a configuration file and those that it extends, the weakest first. Throws a `UsageError` with the place of
 * every mistake.
 *
 * @param folder from where its globs count
 */
export async function readConfigFile(
  absolute: string,
  surroundings: Surroundings,
  on?: ConfigProblem['on'],
  chain: readonly string[] = [],
): Promise<readonly Layer[]> {
  const { cwd, folder, categories, named } = surroundings;
  const path = displayPath(absolute, cwd);
  const text = readText(absolute, path, on, absolute === named);
  const parsed = parseConfig(path, text, categories);
  if ('problems' in parsed) throw problem(...parsed.problems);
  const { config } = parsed;
  const layers: Layer[] = [];
  for (const { name, on: place } of config.extends) {
    if (!isFile(name)) {
      const from = `${path}:${place.source.position(place.span.start).line}`;
      layers.push({ profile: { value: name as Profile, from } });
      continue;
    }
    const next = resolve(dirname(absolute), name);
    const way = [...chain, absolute];
    if (way.includes(next)) {
      const circle = [...way.slice(way.indexOf(next)), next].map((file) => `"${displayPath(file, cwd)}"`);
      throw problem({ on: place, message: `These files extend each other: ${circle.join(', ')}.` });
    }
    layers.push(...(await readConfigFile(next, surroundings, place, way)));
  }
  return [...layers, configLayer(config, withForwardSlashes(folder), categories)];
}

/** @param isNamed whether the command line names the file, which then may be a pipe */
function readText(absolute: string, path: string, on: ConfigProblem['on'] | undefined, isNamed: boolean): string {
  const content = decode(isNamed ? readBytes(absolute) : readOrdinary(absolute));
  if ('text' in content) return content.text;
  const missing = isThere(absolute) ? 'it is a symbolic link that leads nowhere' : 'there is none';
  const message = `The configuration file "${path}" cannot be read: ${content === gone ? missing : content.problem}.`;
  throw on ? problem({ on, message }) : new UsageError(message);
}

/** Each mistake as a line with its place, and the lines that it is about. */
function problem(...problems: readonly ConfigProblem[]): UsageError {
  return new UsageError(problems.map((one) => [headline(one), ...codeFrame(one)].join('\n')).join('\n\n'));
}

function headline({ on: { source, span }, message }: ConfigProblem): string {
  const { line, column } = source.position(span.start);
  return visibleLine(`${source.path}:${line}:${column}: ${message}`);
}

function codeFrame({ on: { source, span } }: ConfigProblem): readonly string[] {
  const range = source.range(span);
  const gutter = String(range.start.line).length;
  return frame(new Lines(source.text), [{ range, sign: '^', label: '' }], 100).map((line) => {
    if (line.kind === 'gap') return '...';
    if (line.kind === 'code') return `${String(line.number).padStart(gutter)} | ${line.text}`;
    return `${' '.repeat(gutter)} | ${line.indent}${line.underline}`;
  });
}
