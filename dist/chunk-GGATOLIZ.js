import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
function rulePageMarkdown(page){return`${[`# ${page.id}`,`**${page.severity}** in *${page.category}*${fixability(page)}`,page.summary,section("Why",page.why),page.predicts===void 0?"":section("What Cloud Run says",fence("text",page.predicts)),section("How to fix",page.remedy),section(page.bad.length===1?"Bad example":"Bad examples",examples(page.bad)),section(page.good.length===1?"Good example":"Good examples",examples(page.good)),section("How to silence",`On the line or above it, with your reason:

${silence(page.id)}`),section("References",page.references.map(link=>`- <${link}>`).join(`
`))].filter(part=>part!=="").join(`

`)}
`}function fixability(page){return page.fixable===void 0?"":page.fixable==="safe"?", repaired by `--fix`":", repaired by `--fix-unsafe`"}function section(title,body){return body===""?"":`## ${title}

${body.trim()}`}function examples(list){return list.map(example=>fence("yaml",example.yaml)).join(`

`)}function silence(id){return fence("yaml",`# cloudrun-lint-ignore ${id}: the reason`)}function fence(language,text){let longest=(text.match(/`+/g)??[]).reduce((most,run)=>Math.max(most,run.length),2),ticks="`".repeat(longest+1);return`${ticks}${language}
${text.replace(/\n+$/,"")}
${ticks}`}export{rulePageMarkdown,fence};
