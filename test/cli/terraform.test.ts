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
    'says where a file is broken',
    inFolder({ 'main.tf': service.replace('8080', '') }, async ({ run }) => {
      const { out } = await run('-f', 'compact', 'main.tf');
      assert.equal(out, ['main.tf:14:24: error: A value is missing here. [hcl-syntax]']);
    }),
  );
});
