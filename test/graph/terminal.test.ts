import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import * as assert from 'uvu/assert';
import { terminal } from '../../src/graph/terminal.ts';
import { textWidth } from '../../src/text/cells.ts';
import { suite } from '../suite.ts';
import { draw, drawingAttacks, graphsIn, hostileManifest, matchesDrawing, testRules } from './draw.ts';

const shop = draw`
  metadata:
    annotations:
      run.googleapis.com/container-dependencies: '{"nginx":["app"],"app":["proxy","agent","ghost"],"agent":["app"],"redis":["redis"]}'
  spec:
    containers:
      - name: nginx
        image: nginx:1.29
        ports: [{ containerPort: 8080 }]
        env: [{ name: BACKEND_URL, value: "http://localhost:3000" }, { name: OLD_URL, value: "http://localhost:3999" }]
        volumeMounts: [{ name: logs, mountPath: /var/log/nginx }, { name: config, mountPath: /wrong }]
      - name: app
        image: europe-docker.pkg.dev/acme/apps/shop:1.2.3
        env:
          - { name: PORT, value: "3000" }
          - { name: DB_HOST, value: localhost }
          - { name: DB_PORT, value: "5432" }
          - { name: DD_TRACE_AGENT_URL, value: "http://localhost:8126" }
          - { name: DD_DOGSTATSD_PORT, value: "8125" }
          - { name: REDIS_URL, value: "redis://localhost:6379" }
        volumeMounts: [{ name: logs, mountPath: /logs }]
      - name: proxy
        image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0
        args: ["--port=5432", "acme:europe-west1:orders"]
      - name: agent
        image: gcr.io/datadoghq/agent:7.70.0
        volumeMounts: [{ name: logs, mountPath: /logs }]
      - name: redis
        image: redis:7
    volumes:
      - { name: logs, emptyDir: { medium: Memory, sizeLimit: 64Mi } }
      - { name: config, secret: { secretName: nginx-sites } }
`;

suite('graph/terminal', (test) => {
  for (const width of [120, 80, 60, 40]) {
    test(`draws an instance in ${width} columns`, () => {
      matchesDrawing(`terminal-${width}.txt`, terminal(shop, { colors: false, width }));
    });
  }

  test('an arrow upwards, where the requests go to a helper', () => {
    const graph = draw`
      spec:
        containers:
          - name: app
            image: shop
            env: [{ name: PGHOST, value: localhost }]
          - name: proxy
            image: gcr.io/alloydb-connectors/alloydb-auth-proxy:1.13.6
            args: [projects/acme/locations/europe-west1/clusters/shop/instances/one]
            ports: [{ containerPort: 5432 }]
    `;
    matchesDrawing('terminal-upwards.txt', terminal(graph, { colors: false, width: 80 }));
  });

  test('several containers that claim the requests', () => {
    const graph = draw`
      spec:
        containers:
          - { name: one, image: one, ports: [{ containerPort: 8080 }] }
          - { name: two, image: two, ports: [{ containerPort: 8081, name: h2c }] }
    `;
    matchesDrawing('terminal-two-ingresses.txt', terminal(graph, { colors: false, width: 80 }));
  });

  test('an instance without containers is an empty frame', () => {
    const [graph] = graphsIn('apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: { name: nothing }\n');
    assert.is(
      terminal(graph!, { colors: false, width: 80 }),
      '╭─ instance of job nothing ─╮\n╰───────────────────────────╯\n',
    );
  });

  test('the right examples', () => {
    const drawings = globbySync('examples/*/right.yaml')
      .sort()
      .flatMap((path) => graphsIn(readFileSync(path, 'utf8')))
      .map((graph) => terminal(graph, { colors: false, width: 80 }));
    matchesDrawing('examples.txt', drawings.join('\n'));
  });

  test('colours add nothing but colours', () => {
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const painted = terminal(shop, { colors: true, width: 80 });
    assert.match(painted, escapes);
    assert.is(painted.replace(escapes, ''), terminal(shop, { colors: false, width: 80 }));
  });

  test('nothing is wider than the terminal, whatever the manifest and the terminal', () => {
    for (const attack of [...drawingAttacks, 'サービス'.repeat(20), 'x'.repeat(200), 'e\u0301'.repeat(40)]) {
      for (const graph of graphsIn(hostileManifest(attack), testRules)) {
        for (const width of [0, 20, 32, 50, 80, 200, 1_000_000]) {
          for (const line of terminal(graph, { colors: false, width }).split('\n')) {
            assert.ok(textWidth(line) <= Math.max(width, 32), `${width} columns: ${line}`);
            assert.not.match(line, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
          }
        }
      }
    }
  });

  test('containers that all call each other are all drawn', () => {
    const names = Array.from({ length: 90 }, (_, index) => `c${index}`);
    const containers = names.map((name) => {
      const calls = names.map((other, at) => `{ name: A${at}_URL, value: "http://${other}:80" }`);
      return `{ name: ${name}, image: i, env: [${calls.join(', ')}] }`;
    });
    const drawing = terminal(graphsIn(workerPool(containers))[0]!, { colors: false, width: 100 });
    for (const name of names) assert.ok(drawing.includes(`│ ${name} `), name);
  });

  test('so are far too many of them, each waiting for the next', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `c${index}`);
    const needs = Object.fromEntries(names.map((name, index) => [name, names.slice(index + 1, index + 3)]));
    const containers = names.map((name) => `{ name: ${name}, image: i }`);
    const drawing = terminal(graphsIn(workerPool(containers, needs))[0]!, { colors: false, width: 100 });
    for (const name of names) assert.ok(drawing.includes(`│ ${name} `), name);
  });
});

function workerPool(containers: readonly string[], needs: Readonly<Record<string, readonly string[]>> = {}): string {
  return `apiVersion: run.googleapis.com/v1
kind: WorkerPool
spec:
  template:
    metadata: { annotations: { run.googleapis.com/container-dependencies: '${JSON.stringify(needs)}' } }
    spec: { containers: [${containers.join(', ')}] }
`;
}
