import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * The console transcripts in our Markdown that are run: a `console` block under a comment that says so, and in which
 * folder of the examples if not above them. Lines with `$ ` are typed, the others are what was answered.
 */
const transcript = /(<!-- run(?: in (\S+))? -->\n+```console\n)([\s\S]*?)(^```$)/gm;

/** Blocks of any language that are what a command prints, under a comment that names it. */
const printed = /(<!-- output of: (.+) -->\n+```[a-z]+\n)([\s\S]*?)(^```$)/gm;

/** A page with every transcript as it goes today, and every output of a command. Each runs in a folder of its own that holds the examples. */
export async function replayTranscripts(markdown: string): Promise<string> {
  const blocks = [...markdown.matchAll(transcript)];
  const replayed = await Promise.all(blocks.map(([, , folder = '.', text = '']) => replay(commandsOf(text), folder)));
  let next = 0;
  const page = markdown.replace(
    transcript,
    (_, opening, _folder, _text, closing) => `${opening}${replayed[next++]}${closing}`,
  );
  const answers: string[] = [];
  for (const [, , command = ''] of page.matchAll(printed)) {
    answers.push((await replay([command], '.')).slice(`$ ${command}\n`.length));
  }
  return page.replace(printed, (_, opening, _command, _text, closing) => `${opening}${answers.shift()}${closing}`);
}

function commandsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));
}

/** The end of a command's answer, in a word that no answer holds. */
const mark = 'end-of-this-answer';

async function replay(commands: readonly string[], folder: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'cloudrun-lint-'));
  try {
    await cp('examples', join(place, 'examples'), { recursive: true });
    await writeTool(join(place, 'cloudrun-lint'), 'exec "$NODE" "$TOOL" "$@"');
    await writeTool(join(place, 'npx'), 'shift; npm_command=exec exec "$NODE" "$TOOL" "$@"');
    const script = commands.map((command) => `${command}\nstatus=$?; echo ${mark}; (exit $status)`).join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', `exec 2>&1\n${script}\ntrue`], {
      cwd: join(place, folder),
      env: {
        PATH: `${place}${delimiter}${process.env.PATH}`,
        NODE: process.execPath,
        TOOL: resolve('dist/cli.js'),
        LC_ALL: 'C.UTF-8',
      },
    });
    const answers = stdout.split(`${mark}\n`);
    return commands.map((command, i) => `$ ${command}\n${wholeLines(answers[i] ?? '')}`).join('');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function wholeLines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

async function writeTool(path: string, line: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}
