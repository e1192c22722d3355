import { categories, rules } from '../../rules/index.ts';

import type { LintOptions } from '../../src/lint.ts';
import { parseConfig } from '../../src/policy/config.ts';
import { configLayer } from '../../src/policy/layer.ts';
import { lintOptionsOf } from '../../src/policy/lint-options.ts';
import { type AskedSettings, makePolicy, policyForFile } from '../../src/policy/policy.ts';
import type { Profile } from '../../src/policy/profile.ts';
import type { Random } from '../random.ts';

/** Configurations that use everything that one can say: the seeds of the inputs that are configurations. */
export const configTexts: readonly string[] = [
  `extends: strict
target: cloud-run
rules:
  floating-image-tag: off
  monitoring-agent: error
  plaintext-secret: info
locked: [schema, port-collision]
failOn: info
maxWarnings: 3
`,
  `catalogue:
  - image: "*/team/collector*"
    product: otel-collector
  - image: "**proxy**"
    role: reverse-proxy
    ports: [8080, 9090]
  - image: "docker.io/acme/**"
    role: monitoring-agent
  - { image: nginx, role: application, ports: [80] }
overrides:
  - files: ["deploy/**", "*.yaml"]
    service: ["s*", shop]
    container: app*
    rules: { agent-without-limits: off, schema: warning }
    reason: known
  - container: [proxy, collector, "*"]
    rules:
      dependency-without-startup-probe: info
      database-proxy: off
    reason: "being moved"
`,
  `$schema: ./schemas/config.json
extends: [deploy, recommended]
exclude: ["vendor/**", "**/*.generated.yaml"]
locked: itself
rules: { unused-ignore: error, throttled-agent: off }
overrides:
  - { files: service.yaml, rules: { throttled-agent: error } }
  - { service: "!(web)", rules: { metadata: error, security: info } }
`,
];

/** A baseline: the seed of the inputs that are baselines. */
export const baselineText = JSON.stringify({
  version: 1,
  files: {
    'service.yaml': { 'floating-sidecar-tag:Service/shop:/spec/template/spec/containers/app/image': 2 },
    'deploy/a.yaml': { 'wrong-type:Job/batch:/spec': 1, 'unknown-field::/x': 3 },
  },
});

/** The folder in which the configurations are taken to lie. */
export const folder = '/repository';

/** The files that texts are taken for; some names are hostile to formats. */
export const paths: readonly string[] = ['service.yaml', 'deploy/über & <b>.yaml', '::error::x.yaml'];

/** What a person may have decided, with which rules hold for a path. */
type Setting = (path: string, explicit: boolean) => LintOptions;

function setting(text: string | undefined, asked: AskedSettings, ignoreComments = true): Setting {
  const parsed = text === undefined ? undefined : parseConfig('cloudrun-lint.yaml', text, categories);
  if (parsed && 'problems' in parsed) throw new Error(parsed.problems[0]!.message);
  const policy = makePolicy(parsed ? [configLayer(parsed.config, folder, categories)] : [], asked, categories);
  const byPath = new Map(paths.map((path) => [path, policyForFile(policy, `${folder}/${path}`, categories)]));
  return (path, explicit) => lintOptionsOf(policy, byPath.get(path)!, categories, { explicit, ignoreComments });
}

const asks = (profile?: Profile): AskedSettings => ({ profile, levels: new Map() });

const settings: readonly Setting[] = [
  ...configTexts.map((text) => setting(text, asks())),
  setting(configTexts[1], { ...asks('strict'), levels: new Map([['itself', 'off']]), target: 'cloud-run' }),
  setting(undefined, asks('deploy')),
  setting(undefined, asks(), false),
];

/** Options to lint one of the paths with: half of the time those of no configuration. */
export function pickOptions(path: string, random: Random): LintOptions {
  const explicit = random.below(4) > 0;
  return random.below(2) === 0 ? { rules, explicit } : random.pick(settings)(path, explicit);
}
