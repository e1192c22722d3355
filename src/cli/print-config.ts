import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { categories } from '../../rules/index.ts';
import { sourceOf } from '../dialect/source-of.ts';
import { describeNeighbours } from '../instance/describe-neighbours.ts';
import { instanceOf } from '../instance/instance.ts';
import { ManifestFile } from '../model/manifest-file.ts';
import type { Configured } from '../policy/config.ts';
import type { CompiledOverride } from '../policy/overrides.ts';
import type { Policy } from '../policy/policy.ts';
import { visibleLine } from '../text/visible.ts';
import type { Arguments } from './args.ts';
import { Bounds } from './bounds.ts';
import type { Io } from './io.ts';
import { displayPath, withForwardSlashes } from './paths.ts';
import { Policies } from './policies.ts';
import { requirePolicy } from './print-refusal.ts';
import { decode, readOrdinary } from './read.ts';
import { RepositoryFiles } from './repository-files.ts';

/** `--print-config FILE`: what holds for a file, which need not exist, and what says so. */
export async function printConfig(args: Arguments, io: Io): Promise<number> {
  const absolute = resolve(io.cwd, args.printConfig ?? '');
  const policy = requirePolicy(await new Policies(args, io.cwd).for(absolute));
  const path = withForwardSlashes(absolute);
  const lines = [
    `${displayPath(absolute, io.cwd)}${policy.isExcluded(path) ? ' is excluded: it is not linted' : existsSync(absolute) ? '' : ' does not exist: this would hold for it'}`,
    '',
    ...table([
      ['configuration', policy.paths.toReversed().join(', ') || 'none'],
      ['profile', ...setting(policy.profile)],
      ['target', ...setting(policy.target)],
      ['baseline', ...(policy.baseline ? setting(policy.baseline) : ['none'])],
      ['fail-on', ...setting(policy.failOn)],
      ['max-warnings', ...(policy.maxWarnings ? setting(policy.maxWarnings) : ['any'])],
    ]),
    ...section('Catalogue', policy.userProducts.map(describeProduct)),
    ...section('Overrides, the last that matches counts', overridesOf(policy, path)),
    ...section('Beside the manifest', table(neighboursOf(absolute, io, policy))),
    ...section('Rules', table(rulesOf(policy))),
  ];
  io.out(`${lines.map(visibleLine).join('\n')}\n`);
  return 0;
}

/** The files that belong to the containers of a manifest, and what tied them; [] where there is no manifest yet. */
function neighboursOf(absolute: string, io: Io, { beside, userProducts }: Policy): readonly string[][] {
  const content = decode(readOrdinary(absolute));
  if (!('text' in content)) return [];
  const files = new RepositoryFiles(io.cwd, new Bounds(io.cwd));
  const options = { explicit: true, filesAround: () => files.around(absolute, beside) };
  const { workloads } = new ManifestFile(sourceOf(displayPath(absolute, io.cwd), content.text), options);
  return workloads.flatMap((workload) => instanceOf(workload, userProducts).members.flatMap(describeNeighbours));
}

function setting({ value, from }: Configured<string | number>): readonly string[] {
  return [String(value), from];
}

function rulesOf({ levels, locked }: Policy): string[][] {
  return categories.flatMap(({ rules }) =>
    rules.map(({ id }) => {
      const level = levels.get(id);
      const lock = locked.get(id);
      return [id, level?.value ?? '', `${level?.from}${lock === undefined ? '' : `, locked by ${lock}`}`];
    }),
  );
}

function overridesOf({ overrides }: Policy, path: string): string[] {
  return overrides.filter(({ matchesFile }) => matchesFile(path)).map(describeOverride);
}

function describeOverride({ override }: CompiledOverride): string {
  const { services, containers, levels, reason, from } = override;
  const where = [
    services ? `services ${services.join(', ')}` : '',
    containers ? `containers ${containers.join(', ')}` : '',
  ].filter((part) => part !== '');
  const what = [...levels].map(([id, level]) => `${id}=${level}`).join(' ');
  return [from, ...where, what, ...(reason ? [`because: ${reason}`] : [])].join('  ');
}

function describeProduct({ image, product, role, ports }: Policy['userProducts'][number]): string {
  const facts = [product, role, ports && `ports ${ports.join(', ')}`].filter((fact) => fact !== undefined);
  return `${image}  ${facts.join(', ')}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** Rows with their columns aligned. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
