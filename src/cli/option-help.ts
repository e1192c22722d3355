import { severities } from '../diagnostic.ts';
import { formats } from '../format/index.ts';
import { profiles } from '../policy/profile.ts';
import { colorings, type options } from './args.ts';

/** What `--help` and completion say of an option. */
export interface OptionHelp {
  /** What stands for its value, in capitals; absent for an option without one. */
  readonly value?: string;
  /** What it does: a clause. */
  readonly means: string;
  /** What its value may be: some words, a file, or the name of a rule; absent for any text. */
  readonly choices?: readonly string[] | 'file' | 'rule' | 'rule=severity';
}

const formatNames = Object.keys(formats);

/** Every option of linting, in the order of `--help`. */
export const optionHelp: Readonly<Record<keyof typeof options, OptionHelp>> = {
  format: {
    value: 'NAME[=FILE]',
    means: `${formatNames.map((name) => (name === 'pretty' ? 'pretty (default)' : name)).join(', ')}; several may be given, each to a file of its own`,
    choices: formatNames,
  },
  'max-frames': {
    value: 'N',
    means: 'show N findings with their lines, the gravest (50 by default), and count the others by rule',
  },
  statistics: { means: 'count findings by rule, in place of each finding; with -f json as JSON' },
  quiet: { means: 'report only what makes the run fail, and how much else there is' },
  config: {
    value: 'FILE',
    means: 'this configuration, not the nearest cloudrun-lint.yaml above each file',
    choices: 'file',
  },
  'no-config': { means: 'no configuration at all' },
  'print-config': { value: 'FILE', means: 'what holds for a file, and what says so', choices: 'file' },
  'list-files': { means: 'list the files that hold something of Cloud Run, and lint none' },
  profile: {
    value: 'NAME',
    means: Object.entries(profiles)
      .map(([name, what]) => `${name}: ${what}`)
      .join('; '),
    choices: Object.keys(profiles),
  },
  rule: {
    value: 'ID=SEVERITY',
    means: 'info, warning, error or off for a rule or a category; several may be given',
    choices: 'rule=severity',
  },
  only: { value: 'ID', means: 'run only this rule or category; several may be given', choices: 'rule' },
  'fail-on': {
    value: 'SEVERITY',
    means: 'exit with 1 from this severity on: error, warning (default), info or never',
    choices: [...severities, 'never'],
  },
  'max-warnings': { value: 'N', means: 'exit with 1 for more than N warnings; up to N then do not count' },
  'require-resources': { means: 'exit with 2 where nothing of Cloud Run is found, also where there are no files' },
  changed: {
    value: '[=SINCE]',
    means: 'only files that differ from the last commit, or from SINCE, and new ones; asks git',
  },
  fix: { means: 'make the fixes that change neither cost nor behaviour' },
  'fix-unsafe': { means: 'make all fixes' },
  diff: { means: 'change nothing, print the fixes as a patch; with --fix-unsafe all of them' },
  'add-ignores': {
    value: 'REASON',
    means: 'write a comment with this reason above each finding, so that it is ignored',
  },
  baseline: { value: 'FILE', means: 'hold back the findings that this file has', choices: 'file' },
  'update-baseline': {
    means: 'write what is found as the new baseline (cloudrun-lint-baseline.json by default)',
  },
  'no-ignores': { means: 'show what comments silence, too' },
  target: {
    value: 'TARGET',
    means: 'auto (default), or cloud-run: lint services too that seem meant for a cluster',
    choices: ['auto', 'cloud-run'],
  },
  'ignore-unrecognized': { means: "pass over named files that are not Cloud Run's without a word" },
  'sarif-category': {
    value: 'NAME',
    means: 'tell several SARIF uploads of a commit apart, such as staging and production',
  },
  watch: { means: 'lint again after each change, until it is stopped' },
  timing: { means: 'say on standard error where the time went' },
  'stdin-filename': { value: 'PATH', means: 'the name under which standard input is reported', choices: 'file' },
  color: {
    value: 'WHEN',
    means: 'auto (default), always or never; NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE count for auto',
    choices: colorings,
  },
  'no-color': { means: 'the same as --color never' },
  version: { means: 'print the version' },
  help: { means: 'print this text' },
};

/** The commands, in the order of `--help`: what follows the name, and what it does. */
export const commandHelp: Readonly<Record<string, { readonly takes: string; readonly means: string }>> = {
  rules: { takes: '[CATEGORY]... [-f json]', means: 'list every rule, or those of some categories' },
  explain: { takes: 'ID', means: 'the whole page of a rule: why, bad, good, how to fix' },
  graph: {
    takes: '[-f NAME] FILE',
    means: 'draw who calls whom, waits for whom and shares what; NAME: terminal (default), mermaid, dot or svg',
  },
  init: { takes: '', means: 'write a commented cloudrun-lint.yaml' },
  schema: {
    takes: 'NAME',
    means: 'a JSON Schema for editors; NAME: service, job, worker-pool, instance or config',
  },
  lsp: { takes: '[options]', means: 'a language server on standard input and output, for editors' },
  completion: { takes: 'SHELL', means: 'completion for bash, zsh or fish' },
};
