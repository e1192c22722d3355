import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const service = `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"

  template {
    service_account = "shop@acme-prod.iam.gserviceaccount.com"

    containers {
      name       = "shop"
      image      = "docker.io/acme/shop:1.4.2"
      depends_on = [local.names.cache]

      ports {
        container_port = 8080
      }
    }

    containers {
      name  = "cache"
      image = "docker.io/library/redis:8.2.1"
    }
  }
}
`;

const locals = 'locals {\n  names = { cache = "cache" }\n}\n';
const found =
  'main.tf:19:15: error: "cache" has no startup probe, but "shop" waits for it. [dependency-without-startup-probe]';

suite('cli: Terraform', (test) => {
  test(
    'finds Terraform files in a folder, and reads the local values of their module',
    inFolder({ 'main.tf': service, 'locals.tf': locals, 'other.tf': 'resource "a" "b" {' }, async ({ run }) => {
      const { out, code } = await run('-f', 'compact', '--profile', 'deploy');
      assert.is(code, 1);
      assert.equal(
        out.filter((line) => line.startsWith('main.tf')),
        [found],
      );
    }),
  );

  for (const [mark, end] of [
    ['#', ''],
    ['//', ''],
    ['/*', ' */'],
  ] as const) {
    test(
      `ignores what a comment with ${mark} names`,
      inFolder(
        {
          'locals.tf': locals,
          'main.tf': service.replace(
            '      name  = "cache"',
            `      ${mark} cloudrun-lint-ignore dependency-without-startup-probe: it is quick${end}\n      name  = "cache"`,
          ),
        },
        async ({ run }) => {
          const { out } = await run('-f', 'compact', '--profile', 'deploy');
          assert.equal(out, []);
        },
      ),
    );
  }

  test(
    'names the resource in JSON, and draws it',
    inFolder({ 'main.tf': service, 'locals.tf': locals }, async ({ run }) => {
      const { out } = await run('-f', 'json', '--profile', 'deploy', 'main.tf');
      const [diagnostic] = JSON.parse(out.join('\n')).diagnostics;
      assert.is(diagnostic.pointer, '/resource/google_cloud_run_v2_service/shop/template/containers/1/startup_probe');
      const drawn = await run('graph', 'main.tf');
      assert.ok(drawn.out.join('\n').includes('cache'));
    }),
  );

  test(
    'reads a file of OpenTofu',
    inFolder({ 'main.tofu': service, 'locals.tf': locals }, async ({ run }) => {
      const { out } = await run('-f', 'compact', '--profile', 'deploy');
      assert.equal(out, [found.replace('main.tf', 'main.tofu')]);
    }),
  );

  test(
    'fixes it, and leaves it formatted',
    inFolder({ 'main.tf': service.replace('ports {', 'ports {\n        nme = "h2c"') }, async ({ run, read }) => {
      const { err } = await run('--fix', 'main.tf');
      assert.ok(
        (await read('main.tf')).includes('        name           = "h2c"\n        container_port = 8080\n'),
        err.join(),
      );
    }),
  );

  test(
    'writes the same places into SARIF',
    inFolder({ 'main.tf': service, 'locals.tf': locals }, async ({ run }) => {
      const { out } = await run('-f', 'sarif', '--profile', 'deploy', 'main.tf');
      const [result] = JSON.parse(out.join('\n')).runs[0].results;
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      assert.is(result.ruleId, 'dependency-without-startup-probe');
      assert.is(artifactLocation.uri, 'main.tf');
      assert.is(region.startLine, 19);
      assert.is(region.startColumn, 15);
    }),
  );

  test(
    'knows a finding again in a baseline, wherever its lines have moved',
    inFolder({ 'main.tf': service, 'locals.tf': locals }, async ({ run, write }) => {
      const flags = ['-f', 'compact', '--profile', 'deploy', '--baseline', 'known.json'];
      await run(...flags, '--update-baseline');
      await write('main.tf', `# moved\n\n${service}`);
      const { out, code } = await run(...flags);
      assert.equal(out, []);
      assert.is(code, 0);
    }),
  );

  test(
    'obeys overrides by file and container',
    inFolder(
      {
        'main.tf': service,
        'locals.tf': locals,
        'cloudrun-lint.yaml':
          'overrides:\n- files: "**/*.tf"\n  container: cache\n  rules: { dependency-without-startup-probe: off }\n  reason: it is quick\n',
      },
      async ({ run }) => {
        const { out } = await run('-f', 'compact', '--profile', 'deploy', 'main.tf');
        assert.equal(out, []);
      },
    ),
  );

  test(
    'never quotes gcloud',
    inFolder({ 'main.tf': service.replace('cache:8.2.1', 'cache') }, async ({ run }) => {
      const { out } = await run('main.tf');
      assert.not(out.some((line) => line.includes('= gcloud:')));
    }),
  );

  test(
    'says where a file is broken',
    inFolder({ 'main.tf': service.replace('8080', '') }, async ({ run }) => {
      const { out } = await run('-f', 'compact', 'main.tf');
      assert.equal(out, ['main.tf:14:24: error: A value is missing here. [hcl-syntax]']);
    }),
  );
});
