import { join } from 'node:path';
import { compare } from './processes.ts';
import { ms, table, times } from './statistics.ts';
import { writeOneService } from './workspace.ts';

/** One manifest in a fresh process against a process that does nothing. */
export async function cold(): Promise<string> {
  const { folder, file } = await writeOneService();
  const cli = join(process.cwd(), 'dist/cli.js');
  const programs = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'cloudrun-lint service.yaml', args: [cli, file], cwd: folder },
    { name: 'cloudrun-lint --version', args: [cli, '--version'], cwd: folder },
  ];
  const costs = await compare(programs, 60, { usage: false });
  return table(
    `Cold start, Node ${process.version}: a fresh process each time (aim: one file at most 1.4 x)`,
    programs.map(({ name }, i) => [name, ms(costs[i]!.wall), times(costs[i]!.wall, costs[0]!.wall)]),
  );
}
