/** What options of other tools are called here: what people type who know those. */
const ours: Readonly<Record<string, string>> = {
  '--apply': '--fix',
  '--error-on-no-files': '--require-resources',
  '--error-on-unmatched-pattern': '--require-resources',
  '--exit-zero': '--fail-on=never',
  '--output-format': '--format',
  '--reporter': '--format',
  '--select': '--only',
  '--show-files': '--list-files',
  '--since': '--changed=SINCE',
  '--staged': '--changed',
  '--suppress': '--add-ignores',
  '--write': '--fix',
};

/** ` Write --only.`, or nothing where no other tool that we know has such an option; for the end of a message. */
export function calledHere(option: string): string {
  return Object.hasOwn(ours, option) ? ` Write ${ours[option]}.` : '';
}
