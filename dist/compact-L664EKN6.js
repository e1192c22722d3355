import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import"./chunk-KKXXHXCS.js";var compact=report=>report.diagnostics.filter(({suppressed})=>!suppressed).map(({path,range,severity,message,rule})=>`${path}:${range.start.line}:${range.start.column}: ${severity}: ${message} [${rule}]
`).join("");export{compact};
