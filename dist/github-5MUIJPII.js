import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{escapeData,github}from"./chunk-T7ZW6LAN.js";import"./chunk-YSSOCA2E.js";import"./chunk-CC5SWDHE.js";import"./chunk-UREVKRUU.js";import"./chunk-2BBY7MME.js";import"./chunk-KKXXHXCS.js";export{escapeData,github};
