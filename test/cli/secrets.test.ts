import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { hintsIn } from '../../src/editor/hints.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import { pictureOf } from '../../src/editor/picture.ts';
import { outlineOf } from '../../src/editor/symbols.ts';
import { formats } from '../../src/format/index.ts';
import { graphFormats } from '../../src/graph/formats.ts';
import { open } from '../editor/manifest.ts';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

/** Every secret has it in it, so that whatever shows one is found. */
const planted = 'c4nary';

/** A secret of each kind that rules know, beside mistakes of other kinds whose lines, fixes and pictures hold them too. */
const yaml = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - name: web
          image: docker.io/acme/shop:latest # once ${planted}06-battery
          ports: [{ containerPort: 8080 }]
          command: [sh, -c, "PGPASSWORD=${planted}01 psql -f setup.sql; exec shop --token=5f2b8${planted}02"]
          args: [--client-secret=GOCSPX-${planted}03, --db-password, ${planted}04/correct, "postgres://shop:${planted}05@10.0.0.3/orders"]
          env:
            - name: DB_PASSWORD
              value: ${planted}06-battery
            - name: DB_PASSWORD
              value: ${planted}07-battery
            - name: DATABASE_URL
              value: postgres://shop:${planted}08@localhost:5432/orders
            - name: ConnectionStrings__Orders
              value: Server=10.0.0.3;User Id=shop;Password=${planted}09
            - name: TLS_KEY
              value: |
                -----BEGIN RSA PRIVATE KEY-----
                MIIEcw${planted}10abcdefghijklmnop
                -----END RSA PRIVATE KEY-----
            - name: KEY_JSON
              value: '{"type": "service_account", "private_key": "${planted}11"}'
            - { name: GITHUB, value: ghp_${planted}12abcdefghijklmnopqrstuvwxyz }
            - name: SECRET_KEY
              value: 12_${planted}
            - name: QUOTED_PASSWORD
              value: "${planted}14\\"x"
            - name: ANCHORED
              value: &anchored ${planted}15
            - name: REFERRING_PASSWORD
              value: *anchored
            - name: LOG_LEVEL
              value: 4
            - name: API_TOKEN
              value: ${planted}16
          workingDir: /srv
          resources: { limits: { cpu: plenty, memory: 512MB } }
        - name: ${planted}16
          image: docker.io/library/redis:8.2.1
          args: ["--redis-password=${planted}17", "--port", 6379]
`;

const unreadable = `${yaml}  bad: [indentation\n`;

const deployment = yaml.replace('serving.knative.dev/v1', 'apps/v1').replace('kind: Service', 'kind: Deployment');

const terraform = `resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"
  template {
    containers {
      image = "docker.io/acme/shop:latest"
      args  = ["--client-secret=GOCSPX-${planted}03"]
      env {
        name  = "DB_PASSWORD"
        value = "${planted}01-battery"
      }
      env {
        name  = "DB_PASSWORD"
        value = local.password
      }
      resources {
        limits = { cpu = "plenty", memory = "512MB" }
      }
    }
  }
}

locals {
  password = "${planted}02-battery"
}
`;

const files = { 'service.yaml': yaml, 'broken.yaml': unreadable, 'deployment.yaml': deployment, 'main.tf': terraform };

const says = (text: string): void => {
  const lines = text.split('\n').filter((line) => line.includes(planted));
  assert.equal(lines, []);
};

suite('cli: secrets', (test) => {
  for (const format of Object.keys(formats)) {
    test(
      `no secret of a file is in ${format}`,
      inFolder(files, async ({ run }) => {
        for (const file of Object.keys(files)) {
          const { out, err } = await run('-f', format, file, '--no-ignores');
          says([...out, ...err].join('\n'));
          assert.match(out.join('\n'), file.split('.')[0]!, `${format} of ${file}`);
        }
      }),
    );
  }

  test(
    'frames show stars of the same width, and what stands around',
    inFolder(files, async ({ run }) => {
      const out = (await run('service.yaml')).out.join('\n');
      assert.match(out, /^16 \| +value: \*{16}$/m);
      assert.match(out, /"postgres:\/\/shop:\*{8}@10\.0\.0\.3\/orders"/);
    }),
  );

  test(
    'pictures show none',
    inFolder(files, async ({ run }) => {
      for (const format of Object.keys(graphFormats)) {
        for (const file of ['service.yaml', 'main.tf']) {
          const { out, err } = await run('graph', '-f', format, file);
          says([...out, ...err].join('\n'));
          assert.ok(out.length > 0);
        }
      }
      says((await pictureOf(open(yaml)))!);
    }),
  );

  test(
    'a patch leaves out what it could only show with a secret, and says so',
    inFolder({ 'service.yaml': yaml }, async ({ run, read }) => {
      const { out, err } = await run('--diff');
      says([...out, ...err].join('\n'));
      assert.match(out.join('\n'), /^\+ +value: "4"$/m);
      assert.match(err.join('\n'), /service\.yaml: 2 changes beside a secret not shown.* --fix makes all changes\./);
      await run('--fix');
      assert.match(await read('service.yaml'), `${planted}16`);
    }),
  );

  test(
    'a baseline holds none, and still knows what it holds back',
    inFolder(files, async ({ run, read }) => {
      await run('--update-baseline');
      says(await read('cloudrun-lint-baseline.json'));
      const { code } = await run('--baseline', 'cloudrun-lint-baseline.json');
      assert.is(code, 0);
    }),
  );

  test('an editor is told of none', () => {
    const knowledge = {
      page: (id: string) => rules.find((rule) => rule.id === id),
      schema: (kind: string) => JSON.parse(readFileSync(`schemas/${kind}.json`, 'utf8')),
    };
    const snapshot = open(yaml);
    says(JSON.stringify(snapshot.diagnostics.map(({ fix, ...told }) => ({ ...told, fix: fix?.title }))));
    for (let at = 0; at < yaml.length; at += 3) says(hoverAt(snapshot, at, knowledge)?.markdown ?? '');
    says(JSON.stringify(hintsIn(snapshot, { start: 0, end: yaml.length })));
    says(JSON.stringify(outlineOf(snapshot).map(({ name, detail }) => [name, detail])));
  });
});
