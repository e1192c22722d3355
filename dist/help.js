require("./rolldown-runtime.js");const require_core=require("./core.js"),require_option_help=require("./option-help.js"),example=(command,what)=>`  ${command.padEnd(46)}  ${what}`,help=`cloudrun-lint: finds the mistakes in Google Cloud Run YAML, JSON and Terraform
before the deploy does

Usage
  cloudrun-lint [options] [file|folder|glob|-]...
                          lint; the current folder by default, - is standard
                          input
${Object.entries(require_option_help.commandHelp).map(([name,{takes,means}])=>row(`  cloudrun-lint ${name}${takes===``?``:` ${takes}`}`,means)).join(`
`)}

Options
${Object.entries(require_option_help.optionHelp).map(([name,{value,means}])=>row(optionNames(name,value),means)).join(`
`)}

Examples
${[example(`cloudrun-lint service.yaml`,`lint one file`),example(`cloudrun-lint 'deploy/**/*.yaml' -f compact`,`one line a finding`),example(`envsubst < service.tmpl.yaml | cloudrun-lint -`,`lint what it renders to`),example(`cloudrun-lint -f pretty -f sarif=lint.sarif`,`read it, upload it`),example(`cloudrun-lint --profile deploy`,`what a deploy refuses`),example(`cloudrun-lint --changed=origin/main`,`what a branch changes`)].join(`
`)}

Exit codes
  0  nothing at or above --fail-on
  1  findings
  2  could not run as asked
`;function optionNames(name,value=``){let{short}=require_core.options[name];return`${short===void 0?`      `:`  -${short}, `}--${name}${value===``||value.startsWith(`[`)?value:` ${value}`}`}function row(name,means){let lines=require_core.wrap(means,54),indent=` `.repeat(26),[first=``,...more]=name.length+2>26?[name,...lines]:[`${name.padEnd(26)}${lines[0]}`,...lines.slice(1)];return[first,...more.map(line=>indent+line)].join(`
`)}exports.help=help;