import { readFileSync } from 'node:fs';
import { globbySync } from 'globby';
import { SaxesParser } from 'saxes';
import * as assert from 'uvu/assert';
import { rules } from '../../rules/index.ts';
import { dot } from '../../src/graph/dot.ts';
import { svg } from '../../src/graph/svg.ts';
import { attacks } from '../format/hostile.ts';
import { suite } from '../suite.ts';
import { graphsIn } from './draw.ts';

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
    assert.match(picture, /<tspan class="error">✗ bypassed-proxy<\/tspan>/);
    assert.match(picture, /prefers-color-scheme: dark/);
  });

  test('hostile names stay names', () => {
    for (const name of attacks) {
      const graphs = graphsIn(hostile(name), rules);
      assertQuoted(dot(graphs));
      assert.equal(assertXml(svg(graphs)), ['svg', 'style', 'rect', 'text']);
    }
  });
});

/** Takes every quoted string away; what is left is the few words of the language that we write. */
function assertQuoted(text: string): void {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '');
  assert.match(bare, /^[a-zA-Z0-9_=,\s{}[\];>.-]*$/);
}

/** Parses strictly and gives the kinds of elements, `tspan` aside. */
function assertXml(text: string): string[] {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.add(name));
  parser.write(text).close();
  names.delete('tspan');
  return [...names];
}
