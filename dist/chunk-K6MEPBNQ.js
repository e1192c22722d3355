import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{package_default}from"./chunk-QDW4SJOI.js";var version=package_default.version;export{version};
