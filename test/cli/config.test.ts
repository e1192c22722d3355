import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const limitless = `        - name: proxy
          image: docker.io/acme/proxy@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`;
const rules = '{ default-limits: warning, unordered-containers: off }';
const proxied = service({ proxy: limitless });
const tooMany = 'More than 20 files extend each other in a row.';

suite('cli: configuration', (test) => {
  test(
    'the nearest file above each file counts, up to the repository',
    inFolder(
      {
        'cloudrun-lint.yaml': `rules: ${rules}\n`,
        'a/service.yaml': proxied,
        'b/cloudrun-lint.json': '{"rules": {"default-limits": "off", "unordered-containers": "off"}}',
        'b/c/service.yaml': proxied,
      },
      async ({ run, folder }) => {
        const { code, out, err } = await run('-f', 'compact');
        assert.match(out.join('\n'), /^a\/service\.yaml:\d+:\d+: warning: "proxy" .+ \[default-limits\]$/);
        assert.is(code, 1);
        assert.equal(err, ['cloudrun-lint: failed: 1 warning (fail-on warning).']);
        assert.is((await run('-f', 'compact', '--no-config')).code, 0);
        assert.is((await run('-f', 'compact', '-c', 'b/cloudrun-lint.json')).out.length, 0);
        await rm(join(folder, 'cloudrun-lint.yaml'));
        assert.match((await run('-f', 'compact', 'a')).out.join(), /: info: /);
      },
    ),
  );

  test(
    'mistakes are shown where they stand, and nothing is linted',
    inFolder(
      { 'cloudrun-lint.yaml': 'rules:\n  defualt-limits: off\nfailOn: always\n', 'service.yaml': proxied },
      async ({ spawn }) => {
        const { code, out, err } = await spawn('-f', 'compact');
        assert.is(code, 2);
        assert.equal(out, []);
        assert.equal(err, [
          'cloudrun-lint: cloudrun-lint.yaml:3:9: This cannot be "always": it is one of info, warning, error, never.',
          '3 | failOn: always',
          '  |         ^^^^^^',
        ]);
      },
    ),
  );

  test(
    'files extend profiles and each other, with globs from the folder of the first',
    inFolder(
      {
        'cloudrun-lint.yaml': 'extends: [strict, ./shared/base.yaml]\n',
        'shared/base.yaml': `rules: ${rules}\nexclude: old/\n`,
        'service.yaml': proxied,
        'old/service.yaml': proxied,
      },
      async ({ run, write }) => {
        const { out } = await run('-f', 'compact');
        assert.equal(
          out.map((line) => line.replace(/:.*\[/, ' ')),
          ['service.yaml default-limits]'],
        );
        assert.equal((await run('-f', 'compact', 'old/service.yaml')).out, []);
        await write('shared/base.yaml', 'extends: ../cloudrun-lint.yaml\n');
        const { code, err } = await run();
        assert.is(code, 2);
        assert.match(
          err[0]!,
          /shared\/base\.yaml:1:10: These files extend each other: "cloudrun-lint\.yaml", "shared\/base\.yaml", "cloudrun-lint\.yaml"\./,
        );
        await write('cloudrun-lint.yaml', 'extends: ./gone.yaml\n');
        assert.match(
          (await run()).err[0]!,
          /^cloudrun-lint: cloudrun-lint\.yaml:1:10: .*"gone\.yaml" cannot be read: there is none\.$/,
        );
      },
    ),
  );

  test(
    'files that extend each other many times are read once each, the strongest last',
    inFolder({ 'service.yaml': proxied }, async ({ run, write }) => {
      for (let i = 0; i < 19; i++) {
        await write(`${i}.yaml`, `extends: [./${i + 1}.yaml, ./sub/../${i + 1}.yaml, ./${i + 1}.yaml]\n`);
      }
      await write('19.yaml', `rules: ${rules}\n`);
      await write('cloudrun-lint.yaml', 'extends: ./0.yaml\n');
      const { err, code } = await run('-f', 'compact');
      assert.equal([code, err], [2, [`cloudrun-lint: 18.yaml:1:40: ${tooMany}`]]);
      await write('cloudrun-lint.yaml', 'extends: ./1.yaml\n');
      assert.match((await run('-f', 'compact')).out.join(), /: warning: .*\[default-limits\]$/);

      await write('base.yaml', 'rules: { default-limits: error }\n');
      await write('left.yaml', 'extends: ./base.yaml\nrules: { default-limits: info }\n');
      await write('right.yaml', 'extends: ./base.yaml\nrules: { unordered-containers: off }\n');
      await write('cloudrun-lint.yaml', 'extends: [./left.yaml, ./right.yaml]\n');
      assert.match((await run('-f', 'compact')).out.join(), /: error: .*\[default-limits\]$/);
    }),
  );

  test(
    'thousands of files in a row are told in one line, and so is a list of many profiles read at once',
    inFolder({ 'service.yaml': proxied }, async ({ run, write }) => {
      for (let i = 0; i < 3000; i++) await write(`${i}.yaml`, `extends: ./${i + 1}.yaml\n`);
      await write('cloudrun-lint.yaml', 'extends: ./0.yaml\n');
      assert.equal((await run('-f', 'compact')).err, [`cloudrun-lint: 18.yaml:1:10: ${tooMany}`]);
      for (let i = 0; i < 51; i++) await write(`side${i}.yaml`, 'exclude: [x]\n');
      const sides = Array.from({ length: 51 }, (_, i) => `./side${i}.yaml`);
      await write('cloudrun-lint.yaml', `extends: [${sides.slice(0, 49).join(', ')}]\n`);
      assert.is((await run('-f', 'compact')).code, 0);
      await write('cloudrun-lint.yaml', `extends: [${sides.join(', ')}]\n`);
      assert.match((await run('-f', 'compact')).err[0]!, /More than 50 files are extended\.$/);
      await write('cloudrun-lint.yaml', `extends: [${'deploy, strict, '.repeat(25_000)}]\n`);
      const began = process.cpuUsage();
      assert.is((await run('-f', 'compact')).code, 1);
      assert.ok(process.cpuUsage(began).user < 5_000_000);
    }),
  );

  test(
    'one container is exempted, with the reason',
    inFolder(
      {
        'cloudrun-lint.yaml': `rules: ${rules}
overrides:
  - service: shop
    container: proxy
    rules: { default-limits: off }
    reason: only runs in tests
`,
        'service.yaml': proxied,
      },
      async ({ run }) => {
        const { code, out } = await run('-f', 'json');
        assert.is(code, 0);
        const [{ suppressed }] = JSON.parse(out.join('\n')).diagnostics;
        assert.equal(suppressed, { by: 'config', reason: 'only runs in tests' });
      },
    ),
  );

  test(
    'no comment silences a locked rule',
    inFolder(
      {
        'cloudrun-lint.yaml': 'locked: [resources]\n',
        'service.yaml': service({ cpu: 'plenty # cloudrun-lint-ignore invalid-cpu: it has plenty' }),
      },
      async ({ run }) => {
        const locked = await run('-f', 'compact');
        assert.match(locked.out.join('\n'), /\[invalid-cpu\]\n.*"invalid-cpu" is locked by the configuration/);
        assert.equal((await run('-f', 'compact', '--no-config')).out, []);
        assert.match((await run('-f', 'compact', '--no-config', '--no-ignores')).out.join(), /\[invalid-cpu\]$/);
      },
    ),
  );

  test(
    'standard input is judged by the name it is given',
    inFolder({ 'a/cloudrun-lint.yaml': `rules: ${rules}\n` }, async ({ pipe }) => {
      assert.is((await pipe(proxied, '-f', 'compact', '-')).code, 0);
      assert.is((await pipe(proxied, '-f', 'compact', '--stdin-filename', 'a/service.yaml', '-')).code, 1);
    }),
  );

  test(
    'two files in one folder are too many',
    inFolder({ 'cloudrun-lint.yaml': '', 'cloudrun-lint.yml': '', 'service.yaml': proxied }, async ({ run }) => {
      const { code, err } = await run();
      assert.is(code, 2);
      assert.match(err[0]!, /lies beside cloudrun-lint\.yml\. Remove one of them/);
    }),
  );

  test(
    'init writes a file that changes nothing, once',
    inFolder({ 'service.yaml': proxied }, async ({ run }) => {
      const before = await run('-f', 'compact');
      assert.equal(await run('init'), { code: 0, out: [], err: ['cloudrun-lint: wrote cloudrun-lint.yaml.'] });
      assert.equal(await run('-f', 'compact'), before);
      const again = await run('init');
      assert.equal([again.code, again.err], [2, ['cloudrun-lint: There is a cloudrun-lint.yaml here already.']]);
    }),
  );

  test(
    '--print-config tells what holds and what says so',
    inFolder(
      {
        'cloudrun-lint.yaml': `extends: strict
rules: ${rules}
locked: invalid-cpu
exclude: a/b
overrides:
  - files: a
    container: proxy
    rules: { resources: off }
    reason: so it is
catalogue:
  - { image: acme/**, product: envoy, ports: [8080] }
`,
      },
      async ({ run }) => {
        const { out, code } = await run('--print-config', 'a/b/service.yaml', '--rule', 'invalid-memory=info');
        assert.is(code, 0);
        const text = out.map((line) => line.trim().replace(/ {2,}/g, ' | ')).join('\n');
        for (const line of [
          'a/b/service.yaml is excluded: it is not linted',
          'configuration | cloudrun-lint.yaml',
          'profile | strict | cloudrun-lint.yaml:1',
          'fail-on | warning | default',
          'acme/** | envoy, ports 8080',
          'cloudrun-lint.yaml:6 | containers proxy | resources=off | because: so it is',
          'default-limits | warning | cloudrun-lint.yaml:2',
          'invalid-cpu | error | profile strict, locked by cloudrun-lint.yaml:3',
          'invalid-memory | info | command line',
        ]) {
          assert.ok(text.split('\n').includes(line), `${line} in\n${text}`);
        }
      },
    ),
  );
});

suite('cli: large configurations', (test) => {
  const large: Readonly<Record<string, readonly [text: string, told: RegExp]>> = {
    'unknown settings': [Array.from({ length: 30_000 }, (_, i) => `k${i}: 1\n`).join(''), /There is no setting "k19"/],
    'unknown rules': [
      `rules:\n${Array.from({ length: 30_000 }, (_, i) => `  k${i}: off\n`).join('')}`,
      /There is no rule or category "k19"/,
    ],
    'more globs than anybody has': ['exclude:\n'.concat('  - a/*.b\n'.repeat(100_000)), /it is larger than 0\.5 MB/],
  };
  for (const [what, [text, expected]] of Object.entries(large)) {
    test(
      `${what} are told at once, the first twenty`,
      inFolder({ 'service.yaml': service(), 'cloudrun-lint.yaml': text }, async ({ run }) => {
        const began = process.cpuUsage();
        const { code, err } = await run();
        assert.ok(process.cpuUsage(began).user < 5_000_000);
        assert.is(code, 2);
        assert.match(err.join('\n'), expected);
        assert.ok(err.length <= 60, String(err.length));
      }),
    );
  }
});

suite('cli: exit codes', (test) => {
  test(
    'a run that has to find something fails where it finds nothing',
    inFolder({ 'service.yaml': service(), 'cloudrun-lint.yaml': 'exclude: "*"\n' }, async ({ run }) => {
      assert.is((await run()).code, 0);
      const { code, err } = await run('--require-resources');
      const line = 'cloudrun-lint: No Cloud Run service, job, worker pool or instance was found (--require-resources).';
      assert.equal([code, err], [2, [line]]);
      assert.is((await run('--require-resources', '--no-config')).code, 0);
      const sarif = JSON.parse((await run('--require-resources', '-f', 'sarif')).out.join(''));
      assert.is(sarif.runs[0].invocations[0].executionSuccessful, false);
    }),
  );

  const found = service({ proxy: limitless });
  const quietly = ['--rule', 'default-limits=warning', '--rule', 'unordered-containers=info'];

  test(
    'what failed is said in one line on standard error, whatever the format',
    inFolder({ 'service.yaml': found }, async ({ run }) => {
      for (const format of ['pretty', 'compact', 'json', 'sarif', 'github', 'junit']) {
        const { code, err } = await run(...quietly, '-f', format);
        assert.equal([code, err], [1, ['cloudrun-lint: failed: 1 warning (fail-on warning).']], format);
        assert.is((await run(...quietly, '-f', format, '--fail-on', 'error')).code, 0);
        assert.is((await run(...quietly, '-f', format, '--fail-on', 'never')).code, 0);
        assert.is((await run(...quietly, '-f', format, '--fail-on', 'info')).code, 1);
      }
    }),
  );

  test(
    'so many warnings are allowed',
    inFolder({ 'service.yaml': found }, async ({ run, write }) => {
      assert.equal((await run(...quietly, '-f', 'compact', '--max-warnings', '1')).err, []);
      const over = await run(...quietly, '-f', 'compact', '--max-warnings', '0');
      assert.equal(
        [over.code, over.err],
        [1, ['cloudrun-lint: failed: 1 warning, more than allowed (max-warnings 0).']],
      );
      assert.match((await run('--max-warnings', 'x')).err[0]!, /--max-warnings is a whole number, not "x"/);
      await write('cloudrun-lint.yaml', 'maxWarnings: 0\n');
      assert.match((await run(...quietly)).err[0]!, /\(max-warnings 0, cloudrun-lint\.yaml:1\)/);
    }),
  );

  test(
    '--quiet reports only what makes the run fail',
    inFolder({ 'service.yaml': found }, async ({ run }) => {
      assert.is((await run(...quietly, '-f', 'compact')).out.length, 2);
      const { code, out, err } = await run(...quietly, '-f', 'compact', '--quiet');
      assert.equal([code, out.length, err.length], [1, 1, 1]);
      assert.equal((await run(...quietly, '-f', 'compact', '-q', '--fail-on', 'error')).out, []);
      assert.equal((await run(...quietly, '-q', '--fail-on', 'error')).out, [
        'No problems that count in 1 Cloud Run resource of 1 file. 2 left out by --quiet.',
      ]);
      const { summary } = JSON.parse((await run(...quietly, '-f', 'json', '-q')).out.join('\n'));
      assert.equal([summary.warnings, summary.infos, summary.leftOut], [1, 0, 1]);
    }),
  );
});
