import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '../policy/config-names.ts';
import { parseOptions } from './args.ts';
import { describeFault } from './fault.ts';
import { type Io, UsageError } from './io.ts';
import { undisturbed } from './undisturbed.ts';

/** A configuration that changes nothing. Lines that begin with `#` and no space are settings to be taken up. */
export const initialConfig = `# What cloudrun-lint checks below this folder. Everything here is optional.
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
`;

/** `cloudrun-lint init`: writes a commented configuration into the current folder. Never replaces one. */
export async function initCommand(argv: readonly string[], io: Io): Promise<number> {
  const [more] = parseOptions(argv, {}, 'init').positionals;
  if (more !== undefined) throw new UsageError(`"init" takes no arguments, not "${more}".`);
  const name = configNames[0]!;
  const path = join(io.cwd, name);
  try {
    await undisturbed(() => writeNew(path, initialConfig));
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const problem = exists ? `There is a ${name} here already.` : `${name} cannot be written: ${describeFault(error)}.`;
    throw new UsageError(problem);
  }
  io.note(`cloudrun-lint: wrote ${name}.`);
  return 0;
}

/** Writes a file that is not there yet, whole or not at all. */
function writeNew(path: string, text: string): void {
  const descriptor = openSync(path, 'wx');
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
