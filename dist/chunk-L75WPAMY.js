import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{package_default}from"./chunk-52U6M444.js";var version=package_default.version;export{version};
