import * as assert from 'uvu/assert';
import { compareDiagnostics, type Diagnostic, withoutTwins } from '../../src/diagnostic.ts';
import { finalise } from '../../src/finalise.ts';
import { formats } from '../../src/format/index.ts';
import { ManifestFile } from '../../src/model/manifest-file.ts';
import { applyIgnores } from '../../src/policy/ignore.ts';
import type { Report } from '../../src/report.ts';
import { summarise } from '../../src/report.ts';
import type { Finding } from '../../src/rule.ts';
import { SourceText } from '../../src/tree/source-text.ts';
import { YamlSource } from '../../src/yaml/source.ts';
import { suite } from '../suite.ts';

const manifest = (comment = '') => `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: web
          image: docker.io/acme/web:1
          ports: [{ containerPort: 8080 }]
        - name: edge${comment}
          image: docker.io/acme/edge:1
`;

const config = new SourceText(
  'deploy/edge/nginx.conf',
  'server {\n  listen 80;\n  proxy_pass http://127.0.0.1:9000;\n}\n',
);

function placed(source: SourceText, piece: string, path: readonly (string | number)[] = []) {
  const start = source.text.indexOf(piece);
  return { source, span: { start, end: start + piece.length }, path, stablePath: path.map(String) };
}

/** Two findings of one manifest: one stands in the configuration and one in the manifest, each with the other beside it. */
function found(text = manifest(), path = 'deploy/service.yaml'): { file: ManifestFile; diagnostics: Diagnostic[] } {
  const file = new ManifestFile(new YamlSource(path, text), { explicit: true, target: 'cloud-run' });
  const [workload] = file.workloads;
  const [web, edge] = workload!.containers;
  const port = web!.field.get('ports').items[0]!.get('containerPort');
  const pass = placed(config, 'http://127.0.0.1:9000', ['proxy_pass']);
  const fix = { title: 'Listen there', safe: true, edits: [{ start: 0, end: 1, text: 'x' }] };
  const findings: Finding[] = [
    {
      on: pass,
      about: edge!.field,
      message: 'Nobody listens on port 9000.',
      related: [{ on: port, message: '"web" listens here.' }],
      fix,
    },
    { on: port, message: 'Nobody calls port 8080.', related: [{ on: pass, message: '"edge" calls this.' }], fix },
  ];
  const origin = { path, rule: 'upstream-mismatch', severity: 'error', workload } as const;
  return { file, diagnostics: findings.map((finding) => finalise(finding, origin)) };
}

const options = { colors: false, version: '1', width: 80, root: 'apps/' };

async function format(name: string): Promise<string> {
  const { file, diagnostics } = found();
  const report: Report = {
    diagnostics: diagnostics.sort(compareDiagnostics),
    rules: [],
    files: [
      { path: 'deploy/service.yaml', text: file.source.text, resources: 1 },
      { path: config.path, text: config.text, resources: 0, linted: false },
    ],
  };
  return (await formats[name]!.load())(report, options);
}

suite('findings in files beside the manifest', (test) => {
  test('take their path from where they stand, and keep what they are about', () => {
    const [there, here] = found().diagnostics;
    assert.is(there!.path, 'deploy/edge/nginx.conf');
    assert.equal(there!.range.start, { line: 3, column: 14 });
    assert.is(there!.about!.path, 'deploy/service.yaml');
    assert.equal(there!.subject, { kind: 'Service', name: 'shop', container: 'edge' });
    assert.equal(there!.related[0], {
      path: 'deploy/service.yaml',
      message: '"web" listens here.',
      range: { start: { line: 10, column: 36 }, end: { line: 10, column: 40 } },
      span: there!.related[0]!.span,
    });
    assert.is(there!.fingerprint, 'upstream-mismatch:Service/shop:edge/nginx.conf/proxy_pass');
    assert.is(here!.path, 'deploy/service.yaml');
    assert.is(here!.about, undefined);
    assert.is(here!.related[0]!.path, 'deploy/edge/nginx.conf');
    assert.equal(here!.related[0]!.range.start, { line: 3, column: 14 });
  });

  test('are fixed only in what was linted', () => {
    const [there, here] = found().diagnostics;
    assert.is(there!.fix, undefined);
    assert.is(here!.fix?.title, 'Listen there');
  });

  test('have one fingerprint from wherever the run is', () => {
    const [there] = found(manifest(), 'other/service.yaml').diagnostics;
    assert.match(there!.fingerprint, /:\.\.\/deploy\/edge\/nginx\.conf\//);
  });

  test('are silenced by a comment at the container that they are about', () => {
    const { file, diagnostics } = found(manifest(' # cloudrun-lint-ignore upstream-mismatch: moved soon'));
    const marked = applyIgnores(file, diagnostics, {
      rules: [],
      knownRules: new Map([['upstream-mismatch', ['upstream-mismatch']]]),
    });
    const of = (path: string) => marked.find((diagnostic) => diagnostic.path === path)!.suppressed;
    assert.equal(of(config.path), { by: 'comment', reason: 'moved soon' });
    assert.is(of('deploy/service.yaml'), undefined);
  });

  test('are told once where manifests share a file', () => {
    const one = found().diagnostics;
    const other = found(manifest(), 'deploy/staging.yaml').diagnostics;
    const kept = withoutTwins([...one, ...other].sort(compareDiagnostics));
    assert.equal(
      kept.map(({ path }) => path),
      ['deploy/edge/nginx.conf', 'deploy/service.yaml', 'deploy/staging.yaml'],
    );
  });

  test('leave the numbers of a report alone', () => {
    const report: Report = {
      diagnostics: [],
      rules: [],
      files: [
        { path: 'a.yaml', resources: 1 },
        { path: 'b.conf', resources: 0, linted: false },
      ],
    };
    assert.is(summarise(report).files, 1);
  });
});

suite('formats with several files in a finding', (test) => {
  test('SARIF names the artifact of every place', async () => {
    const [first, second] = JSON.parse(await format('sarif')).runs[0].results;
    const uri = (location: { physicalLocation: { artifactLocation: { uri: string } } }) =>
      location.physicalLocation.artifactLocation.uri;
    assert.is(uri(first.locations[0]), 'apps/deploy/edge/nginx.conf');
    assert.is(uri(first.relatedLocations[0]), 'apps/deploy/service.yaml');
    assert.is(first.relatedLocations[0].physicalLocation.region.snippet.text, '8080');
    assert.is(uri(second.relatedLocations[0]), 'apps/deploy/edge/nginx.conf');
    assert.is(second.relatedLocations[0].physicalLocation.region.snippet.text, 'http://127.0.0.1:9000');
  });

  test('pretty shows a frame for each file', async () => {
    assert.match(
      await format('pretty'),
      `error[upstream-mismatch]: Nobody listens on port 9000.
  --> deploy/edge/nginx.conf:3:14 in service "shop", container "edge"
   |
 3 |   proxy_pass http://127.0.0.1:9000;
   |              ^^^^^^^^^^^^^^^^^^^^^
  --> deploy/service.yaml:10:36
   |
10 |           ports: [{ containerPort: 8080 }]
   |                                    ---- "web" listens here.
`,
    );
  });

  test('GitHub and Markdown name the file of a related place from the root of the repository', async () => {
    const said = 'apps/deploy/edge/nginx.conf line 3: "edge" calls this.';
    assert.match(await format('github'), `Nobody calls port 8080.%0A${said}`);
    assert.match(await format('github'), '::error file=apps/deploy/edge/nginx.conf,line=3');
    assert.match(await format('markdown'), 'nginx.conf');
    assert.match(await format('markdown'), /line 3: "edge" calls this\./);
  });

  test('JSON tells the path of related places where it differs', async () => {
    const [first, second] = JSON.parse(await format('json')).diagnostics;
    assert.equal(first.about, { path: 'deploy/service.yaml' });
    assert.is(first.related[0].path, 'deploy/service.yaml');
    assert.is(second.related[0].path, 'deploy/edge/nginx.conf');
  });

  for (const name of ['compact', 'gitlab', 'junit', 'checkstyle', 'rdjson']) {
    test(`${name} tells the other file in the message`, async () => {
      const text = await format(name);
      assert.match(text, /Nobody calls port 8080\..{0,20}nginx\.conf line 3:/);
      assert.match(text, 'edge/nginx.conf');
    });
  }
});
