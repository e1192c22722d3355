import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{markdownCode,markdownText}from"./chunk-B2GICWDC.js";import{foundIn,listOf,placesOf,plural,shorten}from"./chunk-K3DGX5B7.js";import{fromRoot}from"./chunk-YSSOCA2E.js";import{byPath,gravestFirst,summarise,unsuppressed}from"./chunk-CC5SWDHE.js";import{rulePageUrl}from"./chunk-RE3RUDGO.js";import"./chunk-52U6M444.js";import"./chunk-UREVKRUU.js";import"./chunk-2BBY7MME.js";import"./chunk-KKXXHXCS.js";var MAX_TABLES=4e4,MAX_REMEDIES=2e4,MAX_MESSAGE=1e3,icons={error:"🔴",warning:"🟡",info:"🔵"},markdown=(report,options)=>{let findings=gravestFirst(unsuppressed(report)),pages=new Map(report.rules.map(page=>[page.id,page])),rows=new Map(findings.map(diagnostic=>[diagnostic,row(diagnostic,pages.get(diagnostic.rule))])),title=path=>`#### ${markdownCode(shorten(fromRoot(path,options),MAX_MESSAGE))}`,shown=fitting(findings,MAX_TABLES,diagnostic=>rows.get(diagnostic).length+title(diagnostic.path).length),tables=[...byPath(shown)].map(([path,ofFile])=>[title(path),"","| | Line | Finding | Rule |","|---|---|---|---|",...ofFile.map(one=>rows.get(one))].join(`
`)),left=findings.length-shown.length,used=[...new Set(shown.map(diagnostic=>pages.get(diagnostic.rule)))].filter(page=>page!==void 0),remedies=fitting(used.map(remedy),MAX_REMEDIES,text=>text.length);return`${[heading(report),...tables,left>0?`${plural(left,"more finding")} did not fit here.`:"",remedies.length>0?`<details><summary>What to do</summary>

${remedies.join(`
`)}

</details>`:""].filter(part=>part!=="").join(`

`)}
`};function heading(report){let counts=summarise(report);return`### cloudrun-lint: ${listOf(foundIn(counts))||"no problems"}

In ${placesOf(counts)}`}function row({severity,range,message,related,rule,fix},page){let cell=[message,...related.map(place=>`Line ${place.range.start.line}: ${place.message}`),fix?`Repaired by ${fix.safe?"--fix":"--fix-unsafe"}: ${fix.title}.`:""].filter(text=>text!=="").map(text=>markdownText(shorten(text,MAX_MESSAGE))),name=page?`[${rule}](${rulePageUrl(page)})`:rule;return`| ${icons[severity]} | ${range.start.line} | ${cell.join("<br>")} | ${name} |`}function remedy(page){return`- **${page.id}**: ${page.remedy.trim().replaceAll(`
`,`
  `)}`}function fitting(list,room,lengthOf){let used=0,end=list.findIndex(item=>(used+=lengthOf(item),used>room));return end===-1?list:list.slice(0,end)}export{markdown};
