import { wrap } from '../text/cells.ts';
import { options } from './args.ts';
import { commandHelp, optionHelp } from './option-help.ts';

/** The columns of a terminal that everybody has. */
const width = 80;

/** Where the explanations begin. */
const column = 26;

const example = (command: string, what: string): string => `  ${command.padEnd(46)}  ${what}`;

/** The text of `--help`: lines of at most 80 columns. */
export const help = `cloudrun-lint: finds the mistakes in Google Cloud Run YAML, JSON and Terraform
before the deploy does

Usage
  cloudrun-lint [options] [file|folder|glob|-]...
                          lint; the current folder by default, - is standard
                          input
${Object.entries(commandHelp)
  .map(([name, { takes, means }]) => row(`  cloudrun-lint ${name}${takes === '' ? '' : ` ${takes}`}`, means))
  .join('\n')}

Options
${Object.entries(optionHelp)
  .map(([name, { value, means }]) => row(optionNames(name, value), means))
  .join('\n')}

Examples
${[
  example('cloudrun-lint service.yaml', 'lint one file'),
  example("cloudrun-lint 'deploy/**/*.yaml' -f compact", 'one line a finding'),
  example('envsubst < service.tmpl.yaml | cloudrun-lint -', 'lint what it renders to'),
  example('cloudrun-lint -f pretty -f sarif=lint.sarif', 'read it, upload it'),
  example('cloudrun-lint --profile deploy', 'what a deploy refuses'),
  example('cloudrun-lint --changed=origin/main', 'what a branch changes'),
].join('\n')}

Exit codes
  0  nothing at or above --fail-on
  1  findings
  2  could not run as asked
`;

function optionNames(name: string, value = ''): string {
  const { short } = options[name as keyof typeof options] as { readonly short?: string };
  const lead = short === undefined ? '      ' : `  -${short}, `;
  return `${lead}--${name}${value === '' || value.startsWith('[') ? value : ` ${value}`}`;
}

/** A name with its explanation beside it, or below it where it is long. */
function row(name: string, means: string): string {
  const lines = wrap(means, width - column);
  const indent = ' '.repeat(column);
  const [first = '', ...more] =
    name.length + 2 > column ? [name, ...lines] : [`${name.padEnd(column)}${lines[0]}`, ...lines.slice(1)];
  return [first, ...more.map((line) => indent + line)].join('\n');
}
