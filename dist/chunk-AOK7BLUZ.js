import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{readFile}from"node:fs/promises";async function withPages(rules){if(rules.every(rule=>"why"in rule))return rules;let pages=JSON.parse(await readFile(new URL("./pages.json",import.meta.url),"utf8"));return rules.map(rule=>({...rule,...pages[rule.id]}))}export{withPages};
