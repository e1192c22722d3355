import * as assert from 'uvu/assert';
import { flowchart, mermaid } from '../../src/graph/mermaid.ts';
import { suite } from '../suite.ts';
import { draw, drawingAttacks, graphsIn, hostileManifest, matchesDrawing, testRules } from './draw.ts';

/** A quoted label: no quote, no markup, and no number sign but those of entities and of colours. */
const label = String.raw`"(?:[\p{L}\p{M}\p{N} .,/:_✗⚠·…-]|#\d+;|<br\/>)*"`;

/** Every line that a drawing may hold: the part of Mermaid's flowchart language that we write. */
const line = new RegExp(
  String.raw`^(?:flowchart LR| *(?:end|subgraph [a-z0-9]*instance\[${label}\]|[a-z0-9]+(?:\[${label}\]|\(\[${label}\]\)|\[\(${label}\)\])|[a-z0-9]+ (?:==>|-->|-\.->|---)(?:\|${label}\|)? [a-z0-9]+|style [a-z0-9]+ stroke[a-z0-9:# ,-]+|linkStyle \d+ stroke:#[0-9a-f]{6}))$`,
  'u',
);

suite('graph/mermaid', (test) => {
  test('draws an instance', () => {
    const graph = draw`
      metadata:
        annotations:
          run.googleapis.com/container-dependencies: '{"app":["proxy","ghost"]}'
      spec:
        containers:
          - name: app
            image: shop:1
            ports: [{ containerPort: 3000 }]
            env: [{ name: DB_HOST, value: localhost }, { name: DB_PORT, value: "5432" }]
            volumeMounts: [{ name: logs, mountPath: /logs }]
          - name: proxy
            image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.19.0
            args: ["--port=5432", "acme:europe-west1:orders"]
        volumes: [{ name: logs, emptyDir: { medium: Memory, sizeLimit: 64Mi } }]
    `;
    matchesDrawing('mermaid.txt', mermaid(graph));
  });

  test('findings about the whole have a node of their own', () => {
    const [graph] = graphsIn(hostileManifest('x'), testRules);
    assert.match(mermaid(graph!), '    findings["i note"]\n');
  });

  test('draws several instances in one chart, none with the ids of another', () => {
    const text = hostileManifest('x');
    const drawn = flowchart(graphsIn(`${text}---\n${text}`, testRules))
      .trimEnd()
      .split('\n');
    assert.is(drawn.length, 2 * flowchart(graphsIn(text, testRules)).trimEnd().split('\n').length - 1);
    const ids = drawn.flatMap((text) => /^ +(?:subgraph )?([a-z0-9]+)[[(]/.exec(text)?.[1] ?? []);
    assert.is(new Set(ids).size, ids.length);
    for (const text of drawn) assert.match(text, line);
  });

  test('no text leaves its label', () => {
    for (const attack of drawingAttacks) {
      for (const graph of graphsIn(hostileManifest(attack), testRules)) {
        for (const text of mermaid(graph).trimEnd().split('\n')) assert.match(text, line);
      }
    }
  });
});
