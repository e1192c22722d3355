import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { executableOfThisMachine } from '../executables/platforms.ts';
import { compare, type Program } from './processes.ts';
import { ms, table, times } from './statistics.ts';
import { writeOneService } from './workspace.ts';

/** One manifest in a fresh process against a process that does nothing; with the executable where it has been built. */
export async function cold(): Promise<string> {
  const { folder, file } = await writeOneService();
  const cli = join(process.cwd(), 'dist/cli.js');
  const programs: Program[] = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'cloudrun-lint service.yaml', args: [cli, file], cwd: folder },
    { name: 'cloudrun-lint --version', args: [cli, '--version'], cwd: folder },
  ];
  const executable = resolve(executableOfThisMachine());
  if (existsSync(executable)) {
    const alone = { program: executable, cwd: folder };
    programs.push(
      { ...alone, name: 'executable service.yaml', args: [file] },
      { ...alone, name: 'executable --version', args: ['--version'] },
    );
  }
  const costs = await compare(programs, 60, { usage: false });
  return table(
    `Cold start, Node ${process.version}: a fresh process each time (aims: one file at most 1.4 x, the executable 0.8 x)`,
    programs.map(({ name }, i) => [name, ms(costs[i]!.wall), times(costs[i]!.wall, costs[0]!.wall)]),
  );
}
