const most={bad:2,good:1};function rulePageMarkdown(page){return`${[`# ${page.id}`,`**${page.severity}** in *${page.category}*${fixability(page)}`,page.summary,section(`Why`,page.why),section(`What Cloud Run says`,refusal(page)),section(`How to fix`,page.remedy),section(page.bad.length===1?`Bad example`:`Bad examples`,examples(page.bad.slice(0,most.bad))),section(`Good example`,examples(page.good.slice(0,most.good))),section(`In Terraform`,inTerraform(page)),section(`What the fix changes`,changes(page)),section(`How to silence`,`On the line or above it, with your reason:\n\n${silence(page.id)}`),section(`References`,page.references.map(link=>`- <${link}>`).join(`
`)),section(`More examples`,more(page))].filter(part=>part!==``).join(`

`)}\n`}function refusal({predicts,refused}){return predicts===void 0?refused?`The deploy is refused. The wording of the message is not published.`:``:[predicts].flat().map(text=>fence(`text`,text)).join(`

`)}function fixability(page){return page.fixable===void 0?``:page.fixable===`safe`?", fixed by `--fix`":", fixed by `--fix-unsafe`"}function section(title,body){return body===``?``:`## ${title}\n\n${body.trim()}`}function more({bad,good}){return[[`It finds something here:`,bad.slice(most.bad)],[`It finds nothing here:`,good.slice(most.good)]].filter(([,list])=>list.length>0).map(([lead,list])=>`${lead}\n\n${examples(list)}`).join(`

`)}function examples(list){return list.map(oneExample).join(`

`)}function oneExample({language,yaml,shown=yaml,files={}}){let others=Object.entries(files).map(([path,text])=>`\`${path}\`:\n\n${fence(languageOf(path),text)}`);return[fence(language??`yaml`,withoutTwins(shown)),...others].join(`

`)}function languageOf(path){return/\.ya?ml$/.test(path)?`yaml`:/(?:^|\/)Dockerfile$/.test(path)?`dockerfile`:/\.(?:conf|template)$/.test(path)?`nginx`:`text`}function withoutTwins(text){let lines=text.split(`
`);return lines.filter((line,index)=>line!==lines[index-1]||!/^\s*# *~/.test(line)).join(`
`)}function inTerraform({terraform}){if(!terraform)return``;let{resource,names,bad,good}=terraform,list=names.map(([v1,own])=>`- ${v1}: ${own}`).join(`
`);return[...names.length===0?[]:[`Names that differ in \`${resource}\`:`,list],...bad===void 0?[]:[fence(`hcl`,bad)],...good===void 0?[]:[`This is right:`,fence(`hcl`,good)]].join(`

`)}function changes({fixes={}}){return[fixes.block,fixes.hcl].flatMap(change=>change?fence(`diff`,change.diff):[]).join(`

`)}function silence(id){return fence(`yaml`,`# cloudrun-lint-ignore ${id}: the reason`)}function fence(language,text){let longest=(text.match(/`+/g)??[]).reduce((most,run)=>Math.max(most,run.length),2),ticks="`".repeat(longest+1);return`${ticks}${language}\n${text.replace(/(?<!\n)\n+$/,``)}\n${ticks}`}Object.defineProperty(exports,"fence",{enumerable:!0,get:function(){return fence}}),Object.defineProperty(exports,"rulePageMarkdown",{enumerable:!0,get:function(){return rulePageMarkdown}});