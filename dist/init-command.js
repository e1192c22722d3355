require("./rolldown-runtime.js");const require_core=require("./core.js");let node_fs=require("node:fs"),node_path=require("node:path");async function initCommand(argv,io){let[more]=require_core.parseOptions(argv,{},`init`).positionals;if(more!==void 0)throw new require_core.UsageError(`"init" takes no arguments, not "${more}".`);let name=require_core.configNames[0],path=(0,node_path.join)(io.cwd,name);try{await require_core.undisturbed(()=>writeNew(path,`# What cloudrun-lint checks below this folder. Everything here is optional.
# For completion in an editor: cloudrun-lint schema config > cloudrun-lint.schema.json
#$schema: ./cloudrun-lint.schema.json

# deploy: only what gcloud or Cloud Run would refuse. recommended: every rule at its own severity.
# strict: advice counts as warnings. Files can be named too: [strict, ./shared.yaml].
extends: recommended

# off, info, warning or error, by rule or by category: cloudrun-lint rules lists both, "ID: Title" a category.
#rules:
#  default-limits: warning
#  probes: error

# Rules that no comment in a manifest may silence.
#locked: [plaintext-secret]

# Paths that are not linted. Without a slash at any depth.
#exclude: [third_party/, "*.draft.yaml"]

# Exceptions for files, services and containers, with the reason for what is switched off.
#overrides:
#  - files: deploy/staging/**
#    service: shop-*
#    container: debug
#    rules: { default-limits: "off" }
#    reason: only runs while someone looks at it

# What images of your own are, so that the rules about proxies, agents and databases know them.
#catalogue:
#  - image: europe-west1-docker.pkg.dev/acme-prod/platform/envoy-*
#    product: envoy
#  - image: "**/acme-gateway"
#    role: reverse-proxy
#    ports: [8080]

# Findings that are known: cloudrun-lint --update-baseline writes this file.
#baseline: cloudrun-lint-baseline.json

# auto passes over services that are meant for Knative on a cluster; cloud-run lints them too.
#target: cloud-run

# What makes the exit code 1: the mildest severity that counts, and how many warnings are too many.
#failOn: error
#maxWarnings: 10
`))}catch(error){let problem=error.code===`EEXIST`?`There is a ${name} here already.`:`${name} cannot be written: ${require_core.describeFault(error)}.`;throw new require_core.UsageError(problem)}return io.note(`cloudrun-lint: wrote ${name}.`),0}function writeNew(path,text){let descriptor=(0,node_fs.openSync)(path,`wx`);try{(0,node_fs.writeFileSync)(descriptor,text)}catch(error){throw(0,node_fs.rmSync)(path),error}finally{(0,node_fs.closeSync)(descriptor)}}exports.initCommand=initCommand;