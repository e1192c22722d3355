import { readFileSync } from 'node:fs';
import { formats } from '../../src/format/index.ts';
import { graphFormats } from '../../src/graph/formats.ts';

/** Real runs that every runtime has to end alike. */
export interface Case {
  /** The row of the table that it belongs to. */
  readonly group: string;
  /** The command line; without one it is the action that runs. */
  readonly argv?: readonly string[];
  /** What is on standard input. */
  readonly input?: string;
  /** Variables beside those that every run has, such as the action's inputs. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that it runs in, below that of all files; the latter if missing. */
  readonly cwd?: string;
  /** Files by their names, beside the examples. */
  readonly files?: Readonly<Record<string, string>>;
  /** The exit code that it has to have. */
  readonly code: number;
  /** What has to stand in standard output, so that not all can fail alike. */
  readonly says: RegExp;
}

const wrong = readFileSync('examples/opentelemetry-collector/wrong.yaml', 'utf8');
const fixable = readFileSync('examples/nginx/right.yaml', 'utf8').replaceAll(/cpu: '?(\d+)'?$/gm, 'cpu: $1');
const finding = /dependency-without-startup-probe/;

/** Names that a path may have. */
const odd = [
  'with spaces',
  'ünïcödé 日本語',
  'emoji 🚀',
  'quotes \' and "',
  'line\nbreak',
  '[brackets]',
  '%41 & $HOME',
];

const linting = Object.keys(formats).map(
  (name): Case => ({ group: `\`-f ${name}\``, argv: ['-f', name, 'examples'], code: 1, says: /./ }),
);
const pictures = Object.keys(graphFormats).map(
  (name): Case => ({
    group: '`graph`',
    argv: ['graph', '-f', name, 'examples/nginx/wrong.yaml'],
    code: 0,
    says: /app/,
  }),
);
const oddNames = odd.flatMap((name): Case[] => [
  {
    group: 'working directories with odd names',
    cwd: name,
    files: { [`${name}/service.yaml`]: wrong, [`${name}/cloudrun-lint.yaml`]: 'extends: strict\n' },
    argv: ['-f', 'pretty', '-f', 'json=report/out.json', '-f', 'sarif=report/out.sarif'],
    code: 1,
    says: finding,
  },
  {
    group: 'files with odd names',
    files: { [`${name}.yaml`]: fixable, [`${name}/service.yaml`]: wrong },
    argv: ['-f', 'compact', '-f', 'junit=out.xml', '--fix', `${name}.yaml`, name],
    code: 1,
    says: finding,
  },
]);

/** Every run; the rows of the table come in the order of their first one. */
export const cases: readonly Case[] = [
  ...linting,
  { group: '`--fix`', files: { 'a.yaml': fixable }, argv: ['--fix', 'a.yaml', 'examples'], code: 1, says: /Found/ },
  { group: '`--diff`', files: { 'a.yaml': fixable }, argv: ['--diff', 'a.yaml'], code: 1, says: /^\+ .*cpu: '1'$/m },
  { group: '`rules`', argv: ['rules'], code: 0, says: /invalid-cpu/ },
  { group: '`rules`', argv: ['rules', '--format', 'json'], code: 0, says: /"invalid-cpu"/ },
  { group: '`explain`', argv: ['explain', 'bypassed-proxy'], code: 0, says: /bypassed-proxy/ },
  ...pictures,
  { group: '`schema`', argv: ['schema', 'service'], code: 0, says: /"\$schema"/ },
  { group: '`schema`', argv: ['schema', 'config'], code: 0, says: /"\$schema"/ },
  { group: '`init`, `--help`, `--version`', argv: ['init'], code: 0, says: /^$/ },
  { group: '`init`, `--help`, `--version`', argv: ['--help'], code: 0, says: /Usage/ },
  { group: '`init`, `--help`, `--version`', argv: ['--version'], code: 0, says: /^\d+\.\d+\.\d+\n$/ },
  { group: 'standard input', argv: ['-'], input: wrong, code: 1, says: finding },
  {
    group: 'standard input',
    argv: ['--stdin-filename', 'ü b.yaml', '-f', 'compact', '-'],
    input: `\ufeff${wrong.replaceAll('\n', '\r\n')}`,
    code: 1,
    says: /^ü b\.yaml:/,
  },
  {
    group: 'lists of files, as hooks give them',
    files: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f/${i}.yaml`, i % 2 ? fixable : 'a: 1\n'])),
    argv: ['--ignore-unrecognized', '--fix', ...Array.from({ length: 200 }, (_, i) => `f/${i}.yaml`)],
    code: 0,
    says: /No problems in 100 Cloud Run resources/,
  },
  { group: 'patterns', argv: ['-f', 'compact', 'examples/**/wr{ong,ung}.yaml'], code: 1, says: finding },
  {
    group: 'configuration and baseline',
    files: { 'cloudrun-lint.yaml': 'extends: strict\nfailOn: nothing\n' },
    argv: ['examples'],
    code: 2,
    says: /^$/,
  },
  {
    group: 'configuration and baseline',
    files: { 'cloudrun-lint.yaml': 'extends: strict\n' },
    argv: ['--print-config', 'examples/a.yaml'],
    code: 0,
    says: /strict/,
  },
  { group: 'configuration and baseline', argv: ['-f', 'json', '--update-baseline'], code: 0, says: /"baseline"/ },
  {
    group: 'what cannot be read',
    argv: ['no.yaml', 'examples/*/right.yaml', '-f', 'pretty', '-f', 'sarif=.'],
    code: 2,
    says: /No problems/,
  },
  { group: 'the action', env: { INPUT_PATHS: 'examples' }, code: 1, says: /::error file=examples/ },
  { group: 'the action', env: { 'INPUT_FAIL-ON': 'never', INPUT_PATHS: '.' }, code: 0, says: /::error file=examples/ },
  ...oddNames,
];
