import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Counted, cli, countedByCommandLine, described } from './project.ts';

/** What an editor's script has seen, by what it did. */
export interface Seen {
  /** What went wrong; undefined if nothing did. */
  readonly problem?: string;
  /** The findings after opening, after the renaming and after the fixes on saving. */
  readonly first: Counted;
  readonly second: Counted;
  readonly third: Counted;
  /** After the mistake in the file beside the manifest is mended and not saved; absent where nobody has tried. */
  readonly fourth?: Counted;
  /** Over the image of the proxy. */
  readonly hover: string;
  /** The line that the name in the dependencies leads to. */
  readonly definition: string;
  /** What is offered in place of the name in the dependencies. */
  readonly completion: readonly string[];
  /** The text after the proxy has become "edge". */
  readonly renamed: string;
  /** The file as it was saved. */
  readonly written: string;
}

/** Whatever editor it is, this has to be seen. Gives it in a few words. */
export async function judge(seen: Seen, before: Counted, project: string, file: string): Promise<string> {
  assert.equal(seen.problem, undefined);
  assert.deepEqual(seen.first, before);
  assert.match(seen.hover, /Envoy/);
  assert.match(seen.definition, /- name: proxy$/);
  assert.deepEqual([...seen.completion], ['proxy']);
  assert.match(seen.renamed, /\{"web":\["edge"\]\}[\s\S]*http:\/\/edge:9901\/x[\s\S]*- name: edge\n/);
  assert.deepEqual(seen.second, before);
  assert.match(seen.written, /emptyDir:\n {12}medium: Memory\n {12}sizeLimit: 64Mi/);
  assert.deepEqual(seen.third, await countedByCommandLine(project, file));
  assert.deepEqual(seen.third, { ...before, warning: before.warning - 1 });
  if (seen.fourth) assert.deepEqual(seen.fourth, { ...seen.third, error: seen.third.error - 1 });
  return `${described(before)}; a file beside it, hover, definition, completion, rename, fixes on saving`;
}

/** An environment in which `cloudrun-lint` is the bundle, with a home of its own. */
export async function environment(): Promise<{ readonly home: string; readonly env: NodeJS.ProcessEnv }> {
  const home = await mkdtemp(join(tmpdir(), 'cloudrun-lint-home-'));
  await mkdir(join(home, 'bin'));
  const command = join(home, 'bin/cloudrun-lint');
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  await chmod(command, 0o755);
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    PATH: `${join(home, 'bin')}${delimiter}${process.env.PATH}`,
  };
  return { home, env };
}

/** Reads what an editor's script has written. */
export async function readSeen(file: string): Promise<Seen> {
  return JSON.parse(await readFile(file, 'utf8'));
}
