import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const job = 'apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: { name: nightly }\n';

suite('cli/graph', (test) => {
  test(
    'draws a file with its findings',
    inFolder({ 'service.yaml': service({ cpu: '"9"' }) }, async ({ run }) => {
      const { code, out, err } = await run('graph', 'service.yaml');
      assert.is(code, 0);
      assert.equal(err, []);
      assert.match(out.join('\n'), /│ web +│.*\n.*application.*\n.*web@sha256:0123456….*\n.*✗ invalid-cpu/);
    }),
  );

  test(
    'comments and the configuration decide which findings are marked',
    inFolder(
      {
        'a.yaml': service({ cpu: '"9" # cloudrun-lint-ignore invalid-cpu: on purpose' }),
        'b/b.yaml': service({ cpu: '"9"' }),
        'b/cloudrun-lint.yaml': 'rules: { invalid-cpu: off }\n',
      },
      async ({ run }) => {
        for (const file of ['a.yaml', 'b/b.yaml']) {
          const { code, out } = await run('graph', file);
          assert.is(code, 0);
          assert.not.match(out.join('\n'), 'invalid-cpu');
        }
        assert.match((await run('graph', '--no-config', 'b/b.yaml')).out.join('\n'), 'invalid-cpu');
      },
    ),
  );

  test(
    'what the configuration says of images is drawn',
    inFolder(
      {
        'service.yaml': service({ proxy: '        - { name: helper, image: acme/helper:1 }\n' }),
        'cloudrun-lint.yaml': 'catalogue: [{ image: docker.io/acme/helper, role: cache }]\n',
      },
      async ({ run }) => {
        assert.match((await run('graph', 'service.yaml')).out.join('\n'), /│ helper +│.*\n.*│ cache +│/);
      },
    ),
  );

  test(
    'every object of every file is drawn, standard input too',
    inFolder({ 'a.yaml': `${service()}---\n${job}`, 'b.yaml': job, 'c.yaml': 'a: 1\n' }, async ({ pipe }) => {
      const { code, out } = await pipe(job, 'graph', '-', 'a.yaml', 'b.yaml');
      assert.is(code, 0);
      assert.equal(
        out.flatMap((line) => /instance of [a-z]+ \w+/.exec(line)?.[0] ?? []),
        ['instance of job nightly', 'instance of service shop', 'instance of job nightly', 'instance of job nightly'],
      );
      assert.is((await pipe('', 'graph', '.')).code, 0);
    }),
  );

  test(
    'a folder without anything to draw is told',
    inFolder({ 'other.yaml': 'a: 1\n' }, async ({ run }) => {
      assert.equal(await run('graph', '.'), {
        code: 0,
        out: [],
        err: ['cloudrun-lint: found no Cloud Run YAML in 1 file.'],
      });
    }),
  );

  test(
    'draws services for a cluster as well',
    inFolder({ 'service.yaml': service().replace(/ {2}labels:\n.*\n/, '') }, async ({ run }) => {
      assert.is((await run('graph', 'service.yaml')).code, 0);
    }),
  );

  test(
    'mistakes of usage are told in one line',
    inFolder(
      { 'service.yaml': service(), 'other.yaml': 'a: 1\n', 'broken.yaml': 'a:\n  - b\n c: {\n' },
      async ({ run }) => {
        const cases: readonly (readonly [readonly string[], string])[] = [
          [
            [],
            'cloudrun-lint: "graph" takes a file, such as "cloudrun-lint graph service.yaml", or - for standard input.',
          ],
          [
            ['-f', 'mermaiid', 'service.yaml'],
            'cloudrun-lint: --format cannot be "mermaiid": it is one of terminal, mermaid, dot, svg. Did you mean "mermaid"?',
          ],
          [['--colour=never', 'service.yaml'], 'cloudrun-lint: Unknown option "--colour". Did you mean "--color"?'],
          [['--profile', 'deploy', 'service.yaml'], 'cloudrun-lint: "graph" takes no --profile.'],
          [['-q', 'service.yaml'], 'cloudrun-lint: "graph" takes no -q.'],
          [
            ['-f', 'mermaid', '-f', 'dot', 'service.yaml'],
            'cloudrun-lint: "graph" draws in one format, not in mermaid and dot.',
          ],
          [['nowhere.yaml'], 'nowhere.yaml: no such file or folder'],
          [['other.yaml'], 'other.yaml: holds no Cloud Run service, job, worker pool or instance.'],
        ];
        for (const [argv, message] of cases)
          assert.equal(await run('graph', ...argv), { code: 2, out: [], err: [message] });
        const broken = await run('graph', 'broken.yaml');
        assert.is(broken.code, 2);
        assert.match(broken.err.join('\n'), /^broken\.yaml:\d: cannot be drawn\. [^\n]+$/);
      },
    ),
  );

  test(
    'a file that cannot be drawn does not keep others from it',
    inFolder({ 'service.yaml': service() }, async ({ run }) => {
      const { code, out } = await run('graph', 'nowhere.yaml', 'service.yaml');
      assert.is(code, 2);
      assert.ok(out.length > 0);
    }),
  );

  test(
    'colours on request',
    inFolder({ 'service.yaml': service() }, async ({ run }) => {
      assert.not.ok((await run('graph', 'service.yaml')).out.join('').includes('\u001b'));
      assert.ok((await run('graph', '--color=always', 'service.yaml')).out.join('').includes('\u001b['));
    }),
  );
});
