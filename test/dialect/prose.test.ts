import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { shownInTerraform } from '../../scripts/to-terraform/examples.ts';
import { namesIn, proseFor } from '../../src/dialect/prose.ts';
import { v1Service } from '../../src/dialect/tables/v1-service.ts';
import { v2Job } from '../../src/dialect/tables/v2-job.ts';
import { v2Service } from '../../src/dialect/tables/v2-service.ts';
import { apiKinds } from '../../src/dialect/v2/kinds.ts';
import { rulePageMarkdown } from '../../src/rule-page.ts';
import { suite } from '../suite.ts';

const run = 'run.googleapis.com';

suite('dialect: prose', (test) => {
  const inService: Readonly<Record<string, string>> = {
    // Names alone.
    '`containerPort`, `emptyDir`': '`container_port`, `empty_dir`',
    [`\`${run}/ingress\``]: '`ingress`',
    '`spec.timeoutSeconds` and `timeoutSeconds`': '`template.timeout` and `timeout_seconds`',
    '`scalingMode: manual`': '`scaling.scaling_mode = "MANUAL"`',
    // With values.
    '`sizeLimit: 10Gi`': '`size_limit = "10Gi"`',
    '`containerConcurrency: 1`': '`max_instance_request_concurrency = 1`',
    '`command: [sh, -c]`': '`command = ["sh", "-c"]`',
    '`httpGet: { path: /, port: 80 }`': '`http_get` with `path = "/"` and `port = 80`',
    '`items: [{ key: latest, path: a }]`': '`items` with `version = "latest"` and `path = "a"`',
    '`grpc: {}`': '`grpc`',
    // Annotations that are blocks or lists there.
    [`\`${run}/container-dependencies: '{"a":["b"]}'\``]: '`depends_on = ["b"]` in `a`',
    '`\'{"a":["b","c"]}\'`': '`depends_on = ["b", "c"]` in `a`',
    [`\`${run}/network-interfaces: '[{"network":"n"}]'\``]: '`network_interfaces` with `network = "n"`',
    // Words around them.
    [`Set the annotation \`${run}/cpu-throttling: "false"\` here`]: 'Set `cpu_idle = false` here',
    [`Name it in \`${run}/container-dependencies\` on the template.`]:
      'Name it in `depends_on` of the container that waits.',
    [`Set \`${run}/ingress\` to \`internal\`, or \`gen2\`.`]:
      'Set `ingress` to `INGRESS_TRAFFIC_INTERNAL_ONLY`, or `EXECUTION_ENVIRONMENT_GEN2`.',
    // What is not known, or may be anything.
    '`ports`, `internal`, `--port: 1`': '`ports`, `internal`, `--port: 1`',
    '`run.googleapis.com/other` the annotation `x`': '`run.googleapis.com/other` the annotation `x`',
    '`endpoint: 0.0.0.0:1` and `sizeLimit: {`': '`endpoint: 0.0.0.0:1` and `sizeLimit: {`',
  };
  for (const [v1, own] of Object.entries(inService))
    test(`${v1} is ${own}`, () => assert.is(proseFor(v2Service, v1), own));

  test('each kind has its own words', () => {
    assert.is(proseFor(v2Job, '`spec.timeoutSeconds`'), '`template.template.timeout`');
    const throttling = `the annotation \`${run}/cpu-throttling: "false"\` on the template`;
    assert.is(proseFor(v1Service, throttling), `the annotation \`"${run}/cpu-throttling" = "false"\` on the template`);
    const order = `${run}/container-dependencies`;
    assert.is(proseFor(v1Service, `\`${order}: '{"a":["b"]}'\``), `\`"${order}" = jsonencode({ a = ["b"] })\``);
    assert.is(proseFor(apiKinds.Service, throttling), '`cpuIdle: false` in each container');
    assert.is(proseFor(apiKinds.Service, '`medium: Memory`'), '`medium: MEMORY`');
  });

  test('a page lists the names that differ', () => {
    assert.equal(namesIn(v2Service, `\`ports\`, \`${run}/ingress\`, \`${run}/ingress\``), [
      [`\`${run}/ingress\``, '`ingress`'],
    ]);
    const rule = rules.find(({ id }) => id === 'throttled-agent')!;
    const page = rulePageMarkdown({ ...rule, terraform: shownInTerraform(rule) });
    assert.match(
      page,
      /In Terraform\n\nNames that differ in `google_cloud_run_v2_service`:\n\n- `run.*: "false"`: `cpu_idle = false`\n\n```hcl/,
    );
  });

  test('no page names in Terraform what only v1 has', () => {
    const own = rules.flatMap((rule) => (shownInTerraform(rule)?.names ?? []).map(([, name]) => name));
    assert.equal(
      own.filter((name) => /[a-z][A-Z]|: /.test(name)),
      [],
    );
    assert.ok(own.length > 100);
  });
});
