import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import * as assert from 'uvu/assert';
import { formats } from '../../src/format/index.ts';
import { suite } from '../suite.ts';
import { inFolder, type Session } from './session.ts';

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

const files = {
  'deploy/service.yaml': manifest,
  'edge/Dockerfile': 'FROM nginx:1.27\nCOPY default.conf /etc/nginx/conf.d/default.conf\n',
  'edge/default.conf': 'server {\n  listen 8080;\n  location / { proxy_pass http://localhost:3000; }\n}\n',
};

const compact = async ({ run }: Session, ...argv: readonly string[]): Promise<readonly string[]> =>
  (await run('-f', 'compact', 'deploy/service.yaml', ...argv)).out.filter((line) => line.includes('upstream-mismatch'));

/** Counts what is opened and listed while something is done. */
async function countingReads(work: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = [];
  const kept = { openSync: fs.openSync, readdirSync: fs.readdirSync };
  Object.assign(fs, {
    openSync: (path: string, flags: string) => {
      asked.push(String(path));
      return kept.openSync(path, flags);
    },
    readdirSync: (path: string, ...rest: []) => {
      asked.push(String(path));
      return kept.readdirSync(path, ...rest);
    },
  });
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, kept);
    syncBuiltinESMExports();
  }
  return asked;
}

suite('cli/beside', (test) => {
  test(
    'finds in a configuration beside the manifest, and shows both files',
    inFolder(files, async (session) => {
      const [line = '', ...more] = await compact(session);
      assert.equal(more, []);
      assert.match(line, /^edge\/default\.conf:3:34: error: .* but "app" listens on 8081/);
      const { out } = await session.run('deploy/service.yaml');
      assert.ok(
        out.some((row) => row.includes('proxy_pass http://localhost:3000')),
        out.join('\n'),
      );
    }),
  );

  test(
    'shows no secret of a file beside the manifest',
    inFolder(
      {
        ...files,
        'edge/default.conf':
          'server {\n  listen 8080;\n  location / { set $api_token f00c4nary02abcdef; proxy_pass http://localhost:3000; }\n}\n',
      },
      async ({ run }) => {
        for (const format of Object.keys(formats)) {
          const { out, err } = await run('-f', format, 'deploy/service.yaml');
          const shown = [...out, ...err].join('\n');
          assert.match(shown, 'default.conf', format);
          assert.not.match(shown, 'c4nary', format);
        }
        assert.match((await run('deploy/service.yaml')).out.join('\n'), /\*{10}; proxy_pass http:\/\/localhost:3000/);
      },
    ),
  );

  test(
    'tells what belongs to which container, and why',
    inFolder(files, async ({ run }) => {
      const { out } = await run('--print-config', 'deploy/service.yaml');
      const rows = out.map((row) => row.trim().replace(/ {2,}/g, ' | '));
      for (const row of [
        "edge | edge/Dockerfile | folder of the image's name, FROM nginx:1.27",
        'edge | edge/default.conf | COPY, line 2, as /etc/nginx/conf.d/default.conf',
      ]) {
        assert.ok(rows.includes(row), `${row} in\n${rows.join('\n')}`);
      }
    }),
  );

  test(
    'is silenced by comments in either file, overrides of either path, and a baseline',
    inFolder(files, async (session) => {
      const ignored = '# cloudrun-lint-ignore upstream-mismatch: so it is\n';
      await session.write(
        'edge/default.conf',
        files['edge/default.conf'].replace('  location', `  ${ignored}  location`),
      );
      assert.equal(await compact(session), []);
      assert.is((await compact(session, '--no-ignore')).length <= 1, true);
      await session.write(
        'edge/default.conf',
        `# cloudrun-lint-ignore-file upstream-mismatch: so it is\n${files['edge/default.conf']}`,
      );
      assert.equal(await compact(session), []);
      await session.write('edge/default.conf', files['edge/default.conf']);
      await session.write(
        'deploy/service.yaml',
        manifest.replace('        - name: edge', `        ${ignored}        - name: edge`),
      );
      assert.equal(await compact(session), []);
      await session.write('deploy/service.yaml', manifest);
      for (const path of ['edge/*.conf', 'deploy']) {
        await session.write(
          'cloudrun-lint.yaml',
          `overrides: [{ files: "${path}", rules: { upstream-mismatch: off }, reason: x }]\n`,
        );
        assert.equal(await compact(session), [], path);
      }
      await session.write('cloudrun-lint.yaml', '');
      await session.run('--update-baseline', 'deploy/service.yaml');
      assert.equal(await compact(session, '--baseline', 'cloudrun-lint-baseline.json'), []);
    }),
  );

  test(
    'takes what the configuration says, or reads nothing',
    inFolder(
      { ...files, 'conf/other.conf': 'server { listen 8080; location / { proxy_pass http://localhost:4000; } }\n' },
      async (session) => {
        await session.write('cloudrun-lint.yaml', 'beside: false\n');
        assert.equal(await compact(session), []);
        await session.write('cloudrun-lint.yaml', 'beside: [{ container: edge, beside: false }]\n');
        assert.equal(await compact(session), []);
        await session.write(
          'cloudrun-lint.yaml',
          'beside: [{ container: e*, dockerfile: edge/Dockerfile, config: conf/*.conf, at: /etc/nginx/conf.d }]\n',
        );
        const lines = await compact(session);
        assert.ok(
          lines.some((line) => line.startsWith('conf/other.conf:1:')),
          lines.join('\n'),
        );
        await session.write('cloudrun-lint.yaml', 'beside: [{ container: edge, dockerfile: none/Dockerfile }]\n');
        const { err, code } = await session.run('deploy/service.yaml');
        assert.is(code, 2);
        assert.match(err.join('\n'), /There is no file "none\/Dockerfile" beside this one/);
      },
    ),
  );

  test(
    'reads a configuration that a command puts into a secret',
    inFolder(
      {
        'service.yaml': manifest
          .replace('europe-docker.pkg.dev/acme/shop/edge:1', 'nginx:1.27')
          .replace(
            '          ports:',
            '          volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]\n          ports:',
          )
          .concat(
            '      volumes: [{ name: conf, secret: { secretName: edge-conf, items: [{ key: latest, path: default.conf }] } }]\n',
          ),
        'edge.conf': files['edge/default.conf'],
        'setup.sh': 'gcloud secrets create edge-conf --data-file=edge.conf\n',
      },
      async ({ run }) => {
        const { out } = await run('-f', 'compact', 'service.yaml');
        assert.ok(
          out.some((line) => line.startsWith('edge.conf:3:') && line.includes('upstream-mismatch')),
          out.join('\n'),
        );
      },
    ),
  );

  test(
    'never leaves the repository, and reads no pipe or folder in place of a file',
    inFolder({ ...files, 'inner/.git/HEAD': '' }, async (session) => {
      await session.write('inner/deploy/service.yaml', manifest);
      await session.write('inner/edge/Dockerfile', files['edge/Dockerfile']);
      await session.link('../../edge/default.conf', 'inner/edge/default.conf');
      const { out, code } = await session.in('inner').run('-f', 'compact', 'deploy/service.yaml');
      assert.not(
        out.some((line) => line.includes('upstream-mismatch')),
        out.join('\n'),
      );
      assert.is.not(code, 2);
      await session.write(
        'inner/edge/Dockerfile',
        'FROM nginx\nCOPY ../../edge/default.conf /etc/nginx/conf.d/\nCOPY / /etc/nginx/\n',
      );
      assert.not(
        (await session.in('inner').run('-f', 'compact', 'deploy/service.yaml')).out.join().includes('upstream'),
      );
    }),
  );

  test(
    'opens nothing more where no manifest has several containers',
    inFolder(
      {
        'service.yaml': manifest.slice(0, manifest.indexOf('        - name: app')),
        'edge/Dockerfile': files['edge/Dockerfile'],
        'edge/default.conf': files['edge/default.conf'],
      },
      async ({ run, folder }) => {
        const asked = await countingReads(() => run('-f', 'compact', 'service.yaml'));
        const ours = asked.filter((path) => path.startsWith(folder) && path.includes('edge'));
        assert.equal(ours, []);
      },
    ),
  );
});
