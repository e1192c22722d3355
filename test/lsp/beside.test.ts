import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { inFolder, type Session } from '../cli/session.ts';
import { suite } from '../suite.ts';
import { Client, modern, old } from './client.ts';

const manifest = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: edge
          image: europe-docker.pkg.dev/acme/shop/edge:1
          ports: [{ containerPort: 8080 }]
        - name: app
          image: europe-docker.pkg.dev/acme/shop/app:1
          env: [{ name: PORT, value: "8081" }]
`;

const conf = 'server {\n  listen 8080;\n  location / { proxy_pass http://localhost:3000; }\n}\n';
const right = conf.replace('3000', '8081');

const files = {
  'deploy/service.yaml': manifest,
  'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf\n',
  'edge/default.conf': conf,
};

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Shown {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string; readonly range: object } }[];
}

interface Sent {
  readonly uri: string;
  readonly diagnostics: readonly Shown[];
}

/** The next list that is sent for a file and holds the rule, or does not. */
async function sentWith(client: Client, path: string, holds: boolean): Promise<readonly Shown[]> {
  const isWanted = ({ uri, diagnostics }: Sent): boolean =>
    uri === client.uri(path) && diagnostics.some(({ code }) => code === 'upstream-mismatch') === holds;
  const { diagnostics } = (await client.message('textDocument/publishDiagnostics', isWanted as never)) as Sent;
  client.received.length = 0;
  return diagnostics;
}

const suites: readonly (readonly [name: string, capabilities: object])[] = [
  ['that asks for findings', modern],
  ['that findings are sent to', old],
];

for (const [kind, capabilities] of suites) {
  suite(`the language server and files beside a manifest, with a client ${kind},`, (test) => {
    const withClient = (work: (client: Client, session: Session) => Promise<void>, argv: readonly string[] = []) =>
      inFolder(files, async (session) => {
        const client = new Client(session.folder, argv);
        await client.initialize(capabilities);
        await work(client, session);
        assert.is(await client.close(), 0);
      });
    const open = async (client: Client): Promise<void> => {
      client.write('deploy/service.yaml', manifest);
      if (capabilities === modern) {
        const own = await client.pull<Shown>('deploy/service.yaml');
        assert.not.ok(own.some(({ code }) => code === 'upstream-mismatch'));
      }
    };

    test(
      'shows what lies in one at its own place, with the way to the manifest',
      withClient(async (client) => {
        await open(client);
        const [found] = await sentWith(client, 'edge/default.conf', true);
        assert.equal(found?.range, { start: { line: 2, character: 33 }, end: { line: 2, character: 47 } });
        assert.ok(
          found?.relatedInformation?.some(({ location }) => location.uri === client.uri('deploy/service.yaml')),
        );
      }),
    );

    test(
      'takes the text of one that is open, until it is closed',
      withClient(async (client) => {
        await open(client);
        await sentWith(client, 'edge/default.conf', true);
        client.write('edge/default.conf', conf);
        client.write('edge/default.conf', right, 2);
        await sentWith(client, 'edge/default.conf', false);
        client.write('edge/default.conf', `# a\n${conf}`, 3);
        assert.is((await sentWith(client, 'edge/default.conf', true))[0]?.range.start.line, 3);
        client.notify('textDocument/didClose', { textDocument: { uri: client.uri('edge/default.conf') } });
        const moved = ({ uri, diagnostics }: Sent): boolean =>
          uri === client.uri('edge/default.conf') && diagnostics[0]?.range.start.line === 2;
        await client.message('textDocument/publishDiagnostics', moved as never);
      }),
    );

    test(
      'looks again when one changes on the disk, comes or goes',
      withClient(async (client, { folder, write }) => {
        await open(client);
        await sentWith(client, 'edge/default.conf', true);
        const change = async (path: string, text: string | undefined, type: number): Promise<void> => {
          if (text === undefined) await rm(join(folder, path));
          else await write(path, text);
          client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(path), type }] });
        };
        await change('edge/default.conf', right, 2);
        await sentWith(client, 'edge/default.conf', false);
        await change('edge/default.conf', conf, 2);
        await sentWith(client, 'edge/default.conf', true);
        await change('edge/Dockerfile', undefined, 3);
        await sentWith(client, 'edge/default.conf', false);
        await change('edge/Dockerfile', files['edge/Dockerfile'], 1);
        await sentWith(client, 'edge/default.conf', true);
        await change('cloudrun-lint.yaml', 'beside: false\n', 1);
        await sentWith(client, 'edge/default.conf', false);
      }),
    );

    test(
      'lets go of what was found with a manifest that is closed, unless the file is open',
      withClient(async (client, { write }) => {
        await open(client);
        await sentWith(client, 'edge/default.conf', true);
        const close = (path: string): void =>
          client.notify('textDocument/didClose', { textDocument: { uri: client.uri(path) } });
        close('deploy/service.yaml');
        await sentWith(client, 'edge/default.conf', false);
        client.write('edge/default.conf', conf);
        await sentWith(client, 'edge/default.conf', true);
        client.write('edge/default.conf', right, 2);
        await sentWith(client, 'edge/default.conf', false);
        client.write('edge/default.conf', conf, 3);
        await sentWith(client, 'edge/default.conf', true);
        await write('deploy/service.yaml', manifest.replace('8081', '3000'));
        const changes = [{ uri: client.uri('deploy/service.yaml'), type: 2 }];
        client.notify('workspace/didChangeWatchedFiles', { changes });
        await sentWith(client, 'edge/default.conf', false);
      }),
    );

    test(
      'says once what two manifests find in a file that they share',
      withClient(async (client, { write }) => {
        await write('other/service.yaml', manifest.replace('name: shop', 'name: other'));
        await open(client);
        await sentWith(client, 'edge/default.conf', true);
        client.write('other/service.yaml', manifest.replace('name: shop', 'name: other'));
        if (capabilities === modern) await client.pull('other/service.yaml');
        client.write('deploy/service.yaml', manifest.replace('8081', '3000'), 2);
        if (capabilities === modern) await client.pull('deploy/service.yaml');
        const checked = await client.request<readonly (Sent & { beside?: true })[]>('cloudrun-lint/check', {
          uri: client.uri('.'),
        });
        const beside = checked.filter((one) => one.beside);
        assert.equal(
          beside.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]),
          [[client.uri('edge/default.conf'), ['upstream-mismatch']]],
        );
        client.write('other/service.yaml', 'a: b', 2);
        if (capabilities === modern) await client.pull('other/service.yaml');
        await sentWith(client, 'edge/default.conf', false);
      }),
    );

    test(
      'reads nothing that leads out of the repository, in an editor too',
      withClient(async (client, { link }) => {
        await open(client);
        await sentWith(client, 'edge/default.conf', true);
        await link('/etc/hostname', 'edge/default.conf');
        const changes = [{ uri: client.uri('edge/default.conf'), type: 2 }];
        client.notify('workspace/didChangeWatchedFiles', { changes });
        await sentWith(client, 'edge/default.conf', false);
        client.write('edge/default.conf', conf);
        if (capabilities === modern) await client.pull('edge/default.conf');
        client.notify('workspace/didChangeWatchedFiles', { changes });
        if (capabilities === modern) await client.pull('deploy/service.yaml');
        await new Promise((done) => setTimeout(done, 300));
        const sent = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
        assert.not.ok(
          sent.some(({ params }) => (params as Sent).diagnostics.some(({ code }) => code === 'upstream-mismatch')),
        );
      }),
    );
  });
}
