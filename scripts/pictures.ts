import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { terminalSvg } from './pictures/terminal-svg.ts';

/** `npm run pictures`: makes the pictures in the documentation from real runs of the bundle over the examples. */
const example = 'examples/opentelemetry-collector/wrong.yaml';
const command = ['--profile', 'deploy', example];

await writeFile(
  'docs/session.svg',
  terminalSvg(`$ npx cloudrun-lint ${command.join(' ')}\n${await run([...command, '--color=always'])}`),
);
await writeFile('docs/graph.svg', await run(['graph', '--format', 'svg', example]));

/** What a run prints, as in a terminal of 80 columns. */
async function run(args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', COLUMNS: '80' };
  try {
    return (await promisify(execFile)(process.execPath, ['dist/cli.js', ...args], { env })).stdout;
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    // 1 says that something is wrong in the example, which is so.
    if (code === 1) return stdout;
    throw new Error(stderr);
  }
}
