import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint.ts';
import { suite } from '../suite.ts';

/** The ids of what is found in a Terraform file, in order. */
function found(text: string): readonly string[] {
  return lint('main.tf', text, { rules }).diagnostics.map(({ rule }) => rule);
}

/** A service with arguments of its own, and lines in its template and its first container. */
function service(parts: { readonly own?: string; readonly template?: string; readonly container?: string }): string {
  return `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"
  ${parts.own ?? ''}
  template {
    service_account = "shop@acme-prod.iam.gserviceaccount.com"
    ${parts.template ?? ''}
    containers {
      name  = "shop"
      image = "docker.io/acme/shop:1.4.2"
      ports { container_port = 8080 }
      ${parts.container ?? ''}
    }
  }
}
`;
}

const proxy = (args: string) =>
  service({
    template: `containers {
      name  = "proxy"
      image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1"
      args  = ${args}
    }`,
  });

/** A service whose second container waits for what a list says, beside a database proxy that its first one calls. */
const waiting = (list: string) =>
  service({
    template: `containers {
      name       = "late"
      image      = "docker.io/acme/late:1.4.2"
      depends_on = ${list}
    }
    containers {
      name  = "proxy"
      image = "gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1"
      args  = ["--port=5432", "p1:r:a"]
    }`,
    container: 'env {\n name = "DB_HOST"\n value = "localhost:5432"\n}',
  });

/** A call of Google's module with two containers. */
const calling = (other: string) => `module "shop" {
  source       = "GoogleCloudPlatform/cloud-run/google//modules/v2"
  service_name = "shop"
  containers   = [{ container_name = "a", container_image = "a:1", ports = { container_port = 80 } }, ${other}]
}
`;

const slowProbe = 'liveness_probe {\n timeout_seconds = 20\n period_seconds = 10\n http_get {\n path = "/" \n}\n}';
const mount = (path: string) => `volume_mounts {\n name = "sql"\n mount_path = ${path}\n}`;
const sql = (container: string) =>
  service({ container, template: 'volumes {\n name = "sql"\n cloud_sql_instance {\n instances = ["p1:r:a"]\n }\n}' });
const open = (ingress: string) => `${service({ own: `ingress = "${ingress}"` })}
resource "google_cloud_run_v2_service_iam_member" "all" {
  name   = google_cloud_run_v2_service.shop.name
  role   = "roles/run.invoker"
  member = "allUsers"
}
`;

/** What may be taken for a mistake, and the same where it is one: of each, whether the rule finds something. */
const cases: readonly (readonly [what: string, rule: string, text: string, isFound: boolean])[] = [
  ['arguments that are known', 'database-proxy-without-instance', proxy('["--port=5432"]'), true],
  ['arguments with more', 'database-proxy-without-instance', proxy('concat(["--port=5432"], module.db.args)'), false],
  ['arguments of a variable', 'database-proxy-without-instance', proxy('var.args'), false],
  ['a start order that is known', 'unknown-dependency', waiting('["nobody"]'), true],
  ['one with more', 'unknown-dependency', waiting('concat(["nobody"], var.more)'), true],
  ['one with a name that is not known', 'unknown-dependency', waiting('[var.other, "nobody"]'), true],
  ['one of a variable', 'unknown-dependency', waiting('var.others'), false],
  ['an application that waits for nothing', 'app-starts-before-database-proxy', waiting('["shop"]'), true],
  ['one that may', 'app-starts-before-database-proxy', waiting('concat(["shop"], var.more)'), false],
  ['one that may, too', 'app-starts-before-database-proxy', waiting('[var.other]'), false],
  [
    'containers without an order',
    'unordered-containers',
    calling('{ container_name = "b", container_image = "b:1" }'),
    true,
  ],
  [
    'containers of which one may have it',
    'unordered-containers',
    calling('merge(local.b, { container_name = "b" })'),
    false,
  ],
  ['a probe', 'probe-timeout-exceeds-period', service({ container: slowProbe }), true],
  [
    'a probe beside variables that are not known',
    'probe-timeout-exceeds-period',
    service({ container: `${slowProbe}\n dynamic "env" {\n for_each = var.env\n content {\n name = env.key\n }\n}` }),
    true,
  ],
  ['a Cloud SQL volume that nobody mounts', 'cloudsql-volume-without-mount', sql(''), true],
  ['one at its place', 'cloudsql-volume-without-mount', sql(mount('"/cloudsql"')), false],
  ['one without a path', 'cloudsql-volume-without-mount', sql(mount('""')), false],
  ['one at a path that is not known', 'cloudsql-volume-without-mount', sql(mount('var.path')), false],
  ['a service that all may call', 'unauthenticated-member', open('INGRESS_TRAFFIC_ALL'), true],
  ['one behind a network', 'unauthenticated-member', open('INGRESS_TRAFFIC_INTERNAL_ONLY'), false],
  ['one behind a load balancer', 'unauthenticated-member', open('INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER'), false],
  ['a revision with a name', 'fixed-revision-name', service({ template: 'revision = "shop-v1"' }), true],
  ['one with a variable', 'fixed-revision-name', service({ template: 'revision = "shop-${var.build}"' }), false],
];

suite('dialect: what is not certain of Terraform', (test) => {
  for (const [what, rule, text, isFound] of cases) {
    test(`${rule} ${isFound ? 'finds' : 'passes over'} ${what}`, () => {
      assert.is(found(text).includes(rule), isFound, found(text).join());
    });
  }

  test('an annotation of the v1 API is one mistake, whatever is wrong with it besides', () => {
    const annotations = 'annotations = {\n "run.googleapis.com/ingress" = "nowhere"\n }';
    assert.equal(found(service({ own: annotations })), ['v1-annotation-in-v2']);
    assert.equal(found(service({ template: annotations })), ['v1-annotation-in-v2']);
  });

  test('annotations that are merged with others may hold more', () => {
    const merged = 'annotations = merge(local.base, { "acme.example/team" = "web" })';
    assert.equal(found(service({ template: merged })), []);
  });

  test('a local object gives the names that it holds', () => {
    const waits = 'containers {\n name = "late"\n image = "docker.io/acme/late:1"\n depends_on = [local.names.app]\n}';
    const locals = 'locals {\n names = { app = "shop" }\n}\n';
    assert.ok(found(`${locals}${service({ template: waits })}`).includes('dependency-on-default-probe'));
    assert.not(found(service({ template: waits })).includes('dependency-on-default-probe'));
  });
});
