import * as assert from 'uvu/assert';
import type { Graph } from '../../src/graph/graph.ts';
import { suite } from '../suite.ts';
import { draw, drawingAttacks, graphsIn, hostileManifest, testRules } from './draw.ts';

function nodes({ nodes }: Graph): readonly string[] {
  return nodes.map(({ kind, label, notes, marks }) =>
    [kind, label, ...notes, ...marks.map(({ rule }) => `!${rule}`)].join(' | '),
  );
}

function edges({ edges }: Graph): readonly string[] {
  return edges.map(({ kind, from, to, labels, marks }) =>
    [`${from.label} ${kind} ${to.label}`, ...labels, ...marks.map(({ rule }) => `!${rule}`)].join(' | '),
  );
}

suite('graph/model', (test) => {
  test('containers, requests, calls, start order and what lies beyond', () => {
    const graph = draw`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"app":["proxy"]}'
      spec:
        containers:
          - name: app
            image: europe-docker.pkg.dev/acme/apps/shop:1.2.3
            ports: [{ containerPort: 3000, name: h2c }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0
            args: ["--port=5432", "acme:europe-west1:orders"]
    `;
    assert.equal(nodes(graph), [
      'outside | requests',
      'container | app | application | shop:1.2.3',
      'container | proxy | database proxy · Cloud SQL Auth Proxy | cloud-sql-proxy:2.19.0 | !needs-probe',
      'remote | acme:europe-west1:orders | Cloud SQL instance',
    ]);
    assert.equal(edges(graph), [
      'requests request app | :3000 h2c',
      'app dial proxy | :5432 postgres | !bad-dial',
      'proxy dial acme:europe-west1:orders',
      'app wait proxy | waits for',
    ]);
  });

  test('what the file refers to and does not define is missing', () => {
    const graph = draw`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"app":["ghost"]}'
      spec:
        containers:
          - name: app
            image: shop
            ports: [{ containerPort: 3000 }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5433" }, { name: API_URL, value: "http://api:80" }]
            volumeMounts: [{ name: gone, mountPath: /wrong }]
          - name: other
            image: other
    `;
    assert.equal(nodes(graph).slice(3), [
      'missing | ? | no known listener',
      'missing | api | no such container',
      'missing | ghost | no such container',
      'missing | gone | no such volume',
    ]);
    assert.equal(edges(graph).slice(1), [
      'app dial ? | :5433 | !bad-dial',
      'app dial api | :80 http',
      'app wait ghost | waits for | !needs-probe',
      'app mount gone | /wrong | !bad-dial',
    ]);
  });

  test('volumes with what they are made of', () => {
    const graph = draw`
      spec:
        containers:
          - name: app
            image: shop
            ports: [{ containerPort: 3000 }]
            volumeMounts: [{ name: logs, mountPath: /logs }, { name: logs, mountPath: /more }]
          - name: shipper
            image: fluent/fluent-bit:4.1
            volumeMounts: [{ name: logs, mountPath: /logs }]
        volumes:
          - { name: logs, emptyDir: { medium: Memory, sizeLimit: 64Mi } }
          - { name: config, secret: { secretName: shipper } }
          - { name: files, csi: { driver: gcsfuse.run.googleapis.com, volumeAttributes: { bucketName: photos } } }
          - { name: share, nfs: { server: 10.0.0.2, path: /x } }
    `;
    assert.equal(nodes(graph).slice(3), [
      'volume | logs | in memory, 64Mi | !note',
      'volume | config | secret shipper',
      'volume | files | bucket photos',
      'volume | share | NFS 10.0.0.2:/x',
    ]);
    assert.equal(edges(graph).slice(1), ['app mount logs | /logs | /more', 'shipper mount logs | /logs']);
  });

  test('placeholders are drawn as written', () => {
    const [graph] = graphsIn(`apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: "\${SERVICE}" }
spec:
  template:
    spec:
      containers:
      - name: app
        image: {{ .Values.image }}
        ports: [{ containerPort: %PORT% }]
        env: [{ name: DB_HOST, value: 127.0.0.1 }, { name: DB_PORT, value: '\${DB_PORT}' }]
      - name: proxy
        image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2
        args: ['--port=5432', '\${PROJECT}:\${REGION}:db']
`);
    assert.is(graph!.name, '${SERVICE}');
    assert.equal(nodes(graph!).slice(1, 3), [
      'container | app | application | {{ .Values.image }}',
      'container | proxy | database proxy · Cloud SQL Auth Proxy | cloud-sql-proxy:2',
    ]);
    assert.equal(nodes(graph!)[3], 'remote | ${PROJECT}:${REGION}:db | Cloud SQL instance');
    assert.equal(edges(graph!).slice(0, 2), ['requests request app | :%PORT% http', 'app dial ? | :${DB_PORT}']);
  });

  test('jobs and worker pools have no requests', () => {
    const graphs = graphsIn(`apiVersion: run.googleapis.com/v1
kind: Job
metadata: { name: nightly }
spec:
  template:
    spec:
      template:
        spec:
          containers: [{ name: main, image: nightly }]
---
apiVersion: run.googleapis.com/v1
kind: WorkerPool
metadata: { name: pullers }
spec:
  template:
    spec:
      containers: [{ name: puller, image: puller }]
---
apiVersion: run.googleapis.com/v1
kind: Instance
metadata: { name: shell }
spec: { containers: [{ name: shell, image: shell, ports: [{ containerPort: 8080 }] }] }
`);
    assert.equal(
      graphs.map(({ kind, name, nodes }) => [kind, name, nodes.length]),
      [
        ['Job', 'nightly', 1],
        ['WorkerPool', 'pullers', 1],
        // With the requests that come to its port.
        ['Instance', 'shell', 2],
      ],
    );
  });

  test('each finding is marked once, in the document that it is about', () => {
    const service = (name: string): string => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: ${name}, annotations: { note: x } }
spec: { template: { spec: { containers: [{ image: app }], volumes: [{ name: m, emptyDir: {} }] } } }
`;
    const graphs = graphsIn(`${service('one')}---\n${service('two')}`, testRules);
    for (const graph of graphs) {
      assert.equal(graph.marks, [{ rule: 'note', severity: 'info', messages: ['Noted.'] }]);
      assert.equal(graph.nodes.at(-1)!.marks, [{ rule: 'note', severity: 'info', messages: ['Noted.'] }]);
    }
  });

  test('hostile texts are drawn without control characters', () => {
    for (const attack of drawingAttacks) {
      for (const { name, nodes, edges } of graphsIn(hostileManifest(attack), testRules)) {
        const texts = [
          name,
          ...nodes.flatMap(({ label, notes }) => [label, ...notes]),
          ...edges.flatMap((e) => e.labels),
        ];
        for (const text of texts) assert.not.match(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
    }
  });
});
