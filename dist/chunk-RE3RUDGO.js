import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{package_default}from"./chunk-52U6M444.js";var homepage=package_default.homepage;function rulePageUrl(rule){return`${homepage}/blob/main/docs/rules/${rule.category}/${rule.id}.md`}export{homepage,rulePageUrl};
