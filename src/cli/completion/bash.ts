import { type Completable, formsOf } from './completable.ts';

/** The script for bash 3.2 or newer. Files are completed by bash itself. */
export function bash({ commands, words, options, graphFormats }: Completable): string {
  const listed = options.filter(({ values }) => Array.isArray(values));
  const others = options.filter(({ takesValue, values }) => takesValue && !Array.isArray(values));
  const cases = [
    ...listed.map((option) => `    ${formsOf(option).join('|')}) words='${(option.values as string[]).join(' ')}' ;;`),
    ...(others.length > 0 ? [`    ${others.flatMap(formsOf).join('|')}) return ;;`] : []),
  ];
  const takes = Object.entries(words).map(([command, list]) => `        ${command}) words='${list.join(' ')}' ;;`);
  return `# bash completion of cloudrun-lint: source <(cloudrun-lint completion bash)
_cloudrun_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${cases.join('\n')}
  esac
  if [[ \${COMP_WORDS[1]} == graph && ( $prev == -f || $prev == --format ) ]]; then words='${graphFormats.join(' ')}'; fi
  if [[ -z $words ]]; then
    if [[ $cur == -* ]]; then words='${options.flatMap(formsOf).join(' ')}'
    elif (( COMP_CWORD == 1 )); then words='${commands.map(({ name }) => name).join(' ')}'
    else
      case \${COMP_WORDS[1]} in
${takes.join('\n')}
      esac
    fi
  fi
  [[ -z $words ]] && return
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o bashdefault -o default -F _cloudrun_lint cloudrun-lint
`;
}
