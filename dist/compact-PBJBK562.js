import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{unsuppressed}from"./chunk-CC5SWDHE.js";import{visible}from"./chunk-UREVKRUU.js";import"./chunk-2BBY7MME.js";import"./chunk-KKXXHXCS.js";var compact=report=>unsuppressed(report).map(({path,range,severity,message,rule})=>`${compactPath(path)}:${range.start.line}:${range.start.column}: ${severity}: ${visible(message)} [${rule}]
`).join("");function compactPath(path){return visible(path.trimStart().startsWith("::")?`./${path}`:path)}export{compact};
