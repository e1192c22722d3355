require("./rolldown-runtime.js");const require_core=require("./core.js"),require_formats=require("./formats.js"),require_option_help=require("./option-help.js"),require_schema_command=require("./schema-command.js");function quoted(text){return`'${text.replaceAll(`'`,`'\\''`)}'`}function formsOf({name,short}){return short===void 0?[`--${name}`]:[`--${name}`,`-${short}`]}function bash({commands,words,options,graphFormats}){let listed=options.filter(({values})=>Array.isArray(values)),others=options.filter(({takesValue,values})=>takesValue&&!Array.isArray(values)),cases=[...listed.map(option=>`    ${formsOf(option).join(`|`)}) words='${option.values.join(` `)}' ;;`),...others.length>0?[`    ${others.flatMap(formsOf).join(`|`)}) return ;;`]:[]],takes=Object.entries(words).map(([command,list])=>`        ${command}) words='${list.join(` `)}' ;;`);return`# bash completion of cloudrun-lint: source <(cloudrun-lint completion bash)
_cloudrun_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
${cases.join(`
`)}
  esac
  if [[ \${COMP_WORDS[1]} == graph && ( $prev == -f || $prev == --format ) ]]; then words='${graphFormats.join(` `)}'; fi
  if [[ -z $words ]]; then
    if [[ $cur == -* ]]; then words='${options.flatMap(formsOf).join(` `)}'
    elif (( COMP_CWORD == 1 )); then words='${commands.map(({name})=>name).join(` `)}'
    else
      case \${COMP_WORDS[1]} in
${takes.join(`
`)}
      esac
    fi
  fi
  [[ -z $words ]] && return
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o bashdefault -o default -F _cloudrun_lint cloudrun-lint
`}function fish({commands,words,options,graphFormats}){let complete=rest=>`complete -c cloudrun-lint ${rest}`;return`# fish completion of cloudrun-lint: cloudrun-lint completion fish | source
${[...commands.map(({name,means})=>complete(`-n __fish_use_subcommand -a ${name} -d ${quoted(means)}`)),...Object.entries(words).map(([command,list])=>complete(`-n '__fish_seen_subcommand_from ${command}' -f -a ${quoted(list.join(` `))}`)),complete(`-n '__fish_seen_subcommand_from graph' -s f -l format -x -a ${quoted(graphFormats.join(` `))}`),...options.map(({name,short,means,takesValue,values})=>{let names=`${short===void 0?``:`-s ${short} `}-l ${name} -d ${quoted(means)}`,where=name===`format`?`-n 'not __fish_seen_subcommand_from graph' `:``;return complete(takesValue?values===`file`?`${where}${names} -r`:`${where}${names} -x${values===void 0?``:` -a ${quoted(values.join(` `))}`}`:where+names)})].join(`
`)}
`}function zsh({commands,words,options,graphFormats}){let cases=options.filter(({takesValue})=>takesValue).map(option=>`    (${formsOf(option).join(`|`)}) ${valuesOf(option.values)}; return ;;`),takes=Object.entries(words).map(([command,list])=>`      (${command}) compadd -- ${list.join(` `)}; return ;;`),described=(name,means)=>`    ${quoted(`${name}:${means}`)}`;return`#compdef cloudrun-lint
# zsh completion of cloudrun-lint: source <(cloudrun-lint completion zsh), behind compinit
_cloudrun_lint() {
  local -a commands options
  commands=(
${commands.map(({name,means})=>described(name,means)).join(`
`)}
  )
  options=(
${options.flatMap(option=>formsOf(option).map(form=>described(form,option.means))).join(`
`)}
  )
  if [[ $words[2] == graph && ( $words[CURRENT-1] == -f || $words[CURRENT-1] == --format ) ]]; then
    compadd -- ${graphFormats.join(` `)}; return
  fi
  case $words[CURRENT-1] in
${cases.join(`
`)}
  esac
  if [[ $words[CURRENT] == -* ]]; then _describe -o option options; return; fi
  if (( CURRENT > 2 )); then
    case $words[2] in
${takes.join(`
`)}
    esac
  else
    _describe command commands
  fi
  _files
}
if [[ $funcstack[1] == _cloudrun-lint ]]; then _cloudrun_lint "$@"; else compdef _cloudrun_lint cloudrun-lint; fi
`}function valuesOf(values){return values===`file`?`_files`:values===void 0?`_message value`:values.some(word=>word.endsWith(`=`))?`compadd -S '' -- ${values.join(` `)}`:`compadd -- ${values.join(` `)}`}const shells={bash,zsh,fish};async function completionCommand(argv,io){let[shell=``,more]=require_core.parseOptions(argv,{},`completion`).positionals;if(more!==void 0)throw new require_core.UsageError(`"completion" is for one shell at a time: leave out "${more}".`);let names=Object.keys(shells),script=Object.hasOwn(shells,shell)?shells[shell]:void 0;if(!script)throw new require_core.UsageError(`"completion" takes one of ${names.join(`, `)}.${require_core.didYouMean(shell,names)}`);return io.out(script(everything())),0}function everything(){let categoryIds=require_core.categories.map(({id})=>id),ruleIds=[...categoryIds,...require_core.categories.flatMap(({rules})=>rules.map(({id})=>id))];return{commands:Object.entries(require_option_help.commandHelp).map(([name,{means}])=>({name,means})),words:{rules:categoryIds,explain:ruleIds,schema:require_schema_command.schemaNames,completion:Object.keys(shells)},options:Object.entries(require_option_help.optionHelp).map(([name,{means,value,choices}])=>{let{short}=require_core.options[name],words=choices===`rule`?ruleIds:choices===`rule=severity`?ruleIds.map(id=>`${id}=`):choices,takesValue=value!==void 0&&!value.startsWith(`[`);return{name,short,means,takesValue,values:takesValue?words:void 0}}),graphFormats:Object.keys(require_formats.graphFormats)}}exports.completionCommand=completionCommand;