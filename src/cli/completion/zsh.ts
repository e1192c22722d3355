import { type Completable, formsOf, quoted } from './completable.ts';

/** The script for zsh, to be sourced or to lie as `_cloudrun-lint` in a folder of `fpath`. */
export function zsh({ commands, words, options, graphFormats }: Completable): string {
  const cases = options
    .filter(({ takesValue }) => takesValue)
    .map((option) => `    (${formsOf(option).join('|')}) ${valuesOf(option.values)}; return ;;`);
  const takes = Object.entries(words).map(
    ([command, list]) => `      (${command}) compadd -- ${list.join(' ')}; return ;;`,
  );
  const described = (name: string, means: string): string => `    ${quoted(`${name}:${means}`)}`;
  return `#compdef cloudrun-lint
# zsh completion of cloudrun-lint: source <(cloudrun-lint completion zsh), behind compinit
_cloudrun_lint() {
  local -a commands options
  commands=(
${commands.map(({ name, means }) => described(name, means)).join('\n')}
  )
  options=(
${options.flatMap((option) => formsOf(option).map((form) => described(form, option.means))).join('\n')}
  )
  if [[ $words[2] == graph && ( $words[CURRENT-1] == -f || $words[CURRENT-1] == --format ) ]]; then
    compadd -- ${graphFormats.join(' ')}; return
  fi
  case $words[CURRENT-1] in
${cases.join('\n')}
  esac
  if [[ $words[CURRENT] == -* ]]; then _describe -o option options; return; fi
  if (( CURRENT > 2 )); then
    case $words[2] in
${takes.join('\n')}
    esac
  else
    _describe command commands
  fi
  _files
}
if [[ $funcstack[1] == _cloudrun-lint ]]; then _cloudrun_lint "$@"; else compdef _cloudrun_lint cloudrun-lint; fi
`;
}

function valuesOf(values: readonly string[] | 'file' | undefined): string {
  if (values === 'file') return '_files';
  if (values === undefined) return '_message value';
  return values.some((word) => word.endsWith('='))
    ? `compadd -S '' -- ${values.join(' ')}`
    : `compadd -- ${values.join(' ')}`;
}
