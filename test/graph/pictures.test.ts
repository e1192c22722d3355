import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import { SaxesParser } from 'saxes';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { corpusFolder, readManifests } from '../../scripts/manifests.ts';
import { dot } from '../../src/graph/dot.ts';
import { shapeOf, tabStart } from '../../src/graph/svg/arrows.ts';
import { type Layout, layOut, type PlacedArrow, type PlacedBox, type Point } from '../../src/graph/svg/layout.ts';
import { svg } from '../../src/graph/svg.ts';
import { attacks } from '../format/hostile.ts';
import { suite } from '../suite.ts';
import { graphsIn } from './draw.ts';

/** Real manifests with several containers, where there is a corpus. */
const real = (await readManifests(`${corpusFolder}/cloudrun`)).filter(({ text }) =>
  text.includes('container-dependencies'),
);
const examples = globbySync('examples/*/*.yaml').filter((path) => !path.includes('/editor/'));

/** A service whose container is called by a hostile name. */
const hostile = (name: string) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
spec:
  template:
    spec:
      containers:
        - name: ${JSON.stringify(name)}
          image: docker.io/acme/shop:1.0
`;

suite('graph/pictures', (test) => {
  test('DOT holds every container and edge of the examples, in quotes that close', () => {
    for (const path of examples) {
      const graphs = graphsIn(readFileSync(path, 'utf8'), rules);
      const text = dot(graphs);
      assertQuoted(text);
      const edges = graphs.reduce((sum, graph) => sum + graph.edges.length, 0);
      assert.is(text.match(/^ {2}"[^"]*" -> "[^"]*" \[/gm)?.length ?? 0, edges, path);
      for (const { label } of graphs.flatMap(({ nodes }) => nodes))
        assert.ok(text.includes(label), `${path}: ${label}`);
    }
  });

  test('SVG is XML that holds no script and shows the findings', () => {
    for (const path of examples) assertXml(svg(graphsIn(readFileSync(path, 'utf8'), rules)));
    const picture = svg(graphsIn(readFileSync('examples/nginx/wrong.yaml', 'utf8'), rules));
    assert.match(picture, /<g class="badge error"><title>[^<]+<\/title><rect [^>]+><text [^>]+>✗ bypassed-proxy</);
    assert.match(picture, /<g class="port error"><rect [^>]+><text [^>]+>:3000 http</);
    assert.match(picture, /prefers-color-scheme: dark/);
  });

  test('SVG shows every name, note and finding of the examples', () => {
    for (const path of examples) {
      const graphs = graphsIn(readFileSync(path, 'utf8'), rules);
      const text = shown(svg(graphs));
      const elements = graphs.flatMap(({ nodes, edges }) => [...nodes, ...edges]);
      for (const { marks } of elements)
        for (const { rule } of marks) assert.ok(text.includes(rule), `${path}: ${rule}`);
      for (const { label, notes } of graphs.flatMap(({ nodes }) => nodes)) {
        for (const part of [label, ...notes]) assert.ok(text.includes(squeezed(part)), `${path}: ${part}`);
      }
    }
  });

  test('no box covers another, and no arrow runs through one', () => {
    const own = examples.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    for (const { path, text } of [...own, ...real]) {
      for (const graph of graphsIn(text)) {
        const { boxes, arrows, width } = layOut(graph);
        for (const box of boxes) {
          assert.ok(box.at.x >= 0 && box.at.x + box.width <= width + 0.1, `${path}: ${box.node.label}`);
          for (const other of boxes) if (other !== box) assert.not.ok(covers(box, other), `${path}: ${box.node.label}`);
          for (const { edge, points } of arrows) {
            if (edge.from === box.node || edge.to === box.node) continue;
            // What lies between the first and the last point is ours to choose.
            for (const point of points.slice(1, -1)) assert.not.ok(holds(box, point), `${path}: ${box.node.label}`);
          }
        }
      }
    }
  });

  test('an arrow ends at its port, or beside the ports', () => {
    const [graph] = graphsIn(readFileSync('examples/opentelemetry-collector/right.yaml', 'utf8'));
    const layout = layOut(graph!);
    const box = layout.boxes.find(({ node }) => node.label === 'collector')!;
    const ends = layout.arrows.filter(({ edge }) => edge.to === box.node).map((arrow) => endOf(arrow, layout));
    const [left, right] = [box.at.x + tabStart(box), box.at.x + box.width - tabStart(box)];
    assert.equal(ends.map(({ y }) => y).sort(), [box.at.y - box.tabHeight, box.at.y].sort());
    for (const { x, y } of ends) assert.is(x > left && x < right, y === box.at.y - box.tabHeight);
  });

  test('circles lead upwards, and what waits for itself says so in its box', () => {
    const [graph] = graphsIn(waiting('{"a":["b"],"b":["a"],"c":["c"]}'));
    const { arrows } = layOut(graph!);
    assert.equal(
      arrows.map(({ upwards }) => upwards),
      [false, true],
    );
    assert.match(svg([graph!]), />waits for itself</);
  });

  test('a graph of thousands of boxes is drawn in part, and says so', () => {
    const [graph] = graphsIn(hostile('a'));
    const node = graph!.nodes[1]!;
    const nodes = Array.from({ length: 2000 }, (_, i) => ({ ...node, id: `container${i + 1}`, label: `c${i}` }));
    const edges = nodes.flatMap((from, i) =>
      [1, 7, 31].map((step) => ({ kind: 'dial' as const, from, to: nodes[(i + step) % 2000]!, labels: [], marks: [] })),
    );
    const picture = svg([{ ...graph!, nodes, edges }]);
    assert.match(picture, />1940 more boxes are left out</);
    assert.is(picture.match(/class="box"/g)?.length, 60);
  });

  test('hostile names stay names', () => {
    const known = new Set(['svg', 'title', 'style', 'rect', 'g', 'text', 'path']);
    for (const name of attacks) {
      const graphs = graphsIn(hostile(name), rules);
      assertQuoted(dot(graphs));
      const written = assertXml(svg(graphs)).filter((element) => !known.has(element));
      assert.equal(written, []);
    }
  });
});

/** Takes every quoted string away; what is left is the few words of the language that we write. */
function assertQuoted(text: string): void {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
  assert.match(bare, /^[a-zA-Z0-9_=,\s{}[\];>.-]*$/);
}

/** Whether two boxes have a point in common. */
function covers(one: PlacedBox, other: PlacedBox): boolean {
  const isBeside = one.at.x + one.width <= other.at.x || other.at.x + other.width <= one.at.x;
  const isBelow = bottom(one) <= other.at.y - other.tabHeight || bottom(other) <= one.at.y - one.tabHeight;
  return !isBeside && !isBelow;
}

function bottom({ at, height }: PlacedBox): number {
  return at.y + height;
}

function holds(box: PlacedBox, { x, y }: Point): boolean {
  return x > box.at.x && x < box.at.x + box.width && y > box.at.y && y < bottom(box);
}

/** The point at which an arrow's tip is. */
function endOf(arrow: PlacedArrow, layout: Layout): Point {
  const [, x, y] = /^M([\d.]+) ([\d.]+)L/.exec(shapeOf(arrow, layout).tip!)!;
  return { x: Number(x), y: Number(y) };
}

/** All texts of a picture, without blanks: what is broken into lines stands in one piece. */
function shown(picture: string): string {
  return squeezed([...picture.matchAll(/<text [^>]+>([^<]*)</g)].map(([, text]) => text).join(''))
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function squeezed(text: string): string {
  return text.replaceAll(' ', '');
}

/** Three containers that start in this order. */
const waiting = (dependencies: string) => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    metadata: { annotations: { run.googleapis.com/container-dependencies: '${dependencies}' } }
    spec:
      containers: [{ name: a, image: x }, { name: b, image: x }, { name: c, image: x }]
`;

/** Parses strictly and gives the kinds of elements. */
function assertXml(text: string): string[] {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.add(name));
  parser.write(text).close();
  return [...names];
}
