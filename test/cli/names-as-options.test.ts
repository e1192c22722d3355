import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const wrong = service({ cpu: 'plenty' });
const quiet = 'rules: { invalid-cpu: off }\n';

/** Names that a tree may hold, and that a hook hands over as they are. */
const names = [
  '--config=quiet.yaml',
  '-cquiet.yaml',
  '--no-config',
  '--fail-on=never',
  '--format=sarif=service.yaml',
  '-fjson=service.yaml',
  '--rule=invalid-cpu=off',
  '--help',
  '-V',
  '--fix-unsafe',
  '-',
];

suite('cli: names of files as options', (test) => {
  for (const name of names) {
    test(
      `"${name}" is refused where a file has that name`,
      inFolder({ 'service.yaml': wrong, 'quiet.yaml': quiet, [name]: 'a: 1\n' }, async ({ run, read, folder }) => {
        const argv = ['--ignore-unrecognized', name, 'service.yaml'];
        const { code, out, err } = await run(...argv);
        assert.equal([code, out, err.length], [2, [], 1]);
        assert.ok(err[0]!.startsWith(`cloudrun-lint: "${name}" is `), err[0]);
        assert.ok(err[0]!.includes(`Write "./${name}"`), err[0]);
        assert.is(await read('service.yaml'), wrong);
        // Both ways to name the file.
        for (const clear of [
          [`./${name}`, 'service.yaml'],
          ['--', ...(name === '-' ? [] : [name]), 'service.yaml'],
        ]) {
          const { out: found } = await run('-f', 'compact', '--ignore-unrecognized', ...clear);
          assert.match(found.join(), /^service\.yaml:\d+:\d+: error: .*\[invalid-cpu\]$/);
        }
        // Without the file it is the option that it looks like.
        await rm(join(folder, name));
        assert.not.match((await run(...argv)).err.join(), /the name of a file here/);
      }),
    );
  }

  test(
    'a folder is a name as well, and so is one behind it',
    inFolder({ 'service.yaml': wrong, '--format=json=deploy/service.yaml': wrong }, async ({ run }) => {
      for (const name of ['--format=json=deploy/service.yaml', '--format=json=deploy']) {
        assert.match((await run(name)).err.join(), /is an option, and the name of a file here/);
      }
    }),
  );

  test(
    'a command is no name of a file either, but may be that of a folder',
    inFolder({ graph: 'a: 1\n', 'rules/service.yaml': wrong, 'service.yaml': wrong }, async ({ run }) => {
      const { code, err } = await run('graph', 'service.yaml');
      assert.is(code, 2);
      assert.match(err.join(), /^cloudrun-lint: "graph" is a command, and the name of a file here\. Write "\.\/graph"/);
      assert.is((await run('./graph', 'service.yaml')).code, 1);
      assert.is((await run('rules')).code, 0);
    }),
  );

  test(
    'other commands refuse them as well',
    inFolder({ 'service.yaml': wrong, '-fsvg': '' }, async ({ run }) => {
      assert.is((await run('graph', '-fsvg', 'service.yaml')).code, 2);
    }),
  );
});
