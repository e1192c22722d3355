import { formats } from '../format/index.ts';
import { profiles } from '../policy/profile.ts';
import { wrap } from '../text/cells.ts';

/** Lines of what an option means, in the column where that stands. */
const indented = (lines: readonly string[]): string => lines.join(`\n${' '.repeat(29)}`);

const formatNames = Object.keys(formats)
  .map((name) => (name === 'pretty' ? `${name} (default)` : name))
  .join(', ');

/** The text of `--help`. */
export const help = `cloudrun-lint: finds the mistakes in Google Cloud Run YAML before the deploy does

Usage
  cloudrun-lint [options] [file|folder|glob|-]...    lint; the current folder by default, - is standard input
  cloudrun-lint rules [--format json]                list every rule, by category
  cloudrun-lint explain ID                           a rule's whole page: why, bad, good, how to fix; or the rules of
                                                     a category
  cloudrun-lint graph [-f NAME] FILE                 draw who calls whom, waits for whom and shares what; findings in
                                                     place. NAME: terminal (default), mermaid, dot or svg
  cloudrun-lint init                                 write a commented cloudrun-lint.yaml
  cloudrun-lint schema NAME                          a JSON Schema, for completion and hover in editors. NAME:
                                                     service, job, worker-pool, instance or config
  cloudrun-lint lsp [options]                        a language server on standard input and output, for editors

Options
  -f, --format NAME[=FILE]   ${indented(wrap(`${formatNames}; may be given several times, each to a file of its own`, 91))}
  -c, --config FILE          this configuration instead of the nearest cloudrun-lint.yaml above each file
      --no-config            no configuration at all
      --print-config FILE    what holds for a file, and what says so
      --profile NAME         ${indented(Object.entries(profiles).map(([name, what]) => `${name}: ${what}`))}
      --rule ID=SEVERITY     info, warning, error or off for a rule or a category; may be given several times
      --fail-on SEVERITY     exit with 1 from this severity on: error, warning (default), info or never
      --max-warnings N       exit with 1 for more than N warnings; up to N then do not count
      --require-resources    exit with 2 where nothing of Cloud Run's is found
  -q, --quiet                report only what makes the run fail, and how much else there is
      --fix                  make the fixes that change neither cost nor behaviour
      --fix-unsafe           make all fixes
      --diff                 change nothing, print the fixes as a patch; with --fix-unsafe all of them
      --baseline FILE        hold back the findings that this file has
      --update-baseline      write what is found as the new baseline (cloudrun-lint-baseline.json by default)
      --no-ignores           show what comments silence, too
      --target TARGET        auto (default), or cloud-run: lint services too that seem meant for a cluster
      --ignore-unrecognized  pass over named files that are not Cloud Run's without a word
      --sarif-category NAME  tells several SARIF uploads of a commit apart, such as staging and production
      --watch                lint again after each change, until it is stopped
      --timing               tell on standard error where the time went
      --stdin-filename PATH  the name under which standard input is reported
      --color WHEN           auto (default), always or never; NO_COLOR is respected
  -V, --version              print the version
  -h, --help                 print this text

Examples
  cloudrun-lint service.yaml                         lint one file
  cloudrun-lint                                      lint everything below the current folder
  cloudrun-lint 'deploy/**/*.yaml' -f compact        one line a finding
  envsubst < service.tmpl.yaml | cloudrun-lint -     lint what a template renders to
  cloudrun-lint -f pretty -f sarif=lint.sarif        read it here, upload it there
  cloudrun-lint --profile deploy --fail-on error     only what the deploy would refuse

Exit codes
  0  nothing at or above --fail-on      1  findings      2  could not run as asked
`;
