import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { Bounds } from '../../src/cli/bounds.ts';
import { Kustomizations } from '../../src/cli/kustomizations.ts';
import { Neighbours } from '../../src/cli/neighbours.ts';
import { suite } from '../suite.ts';
import { inFolder, type Session, service } from './session.ts';

const wrong = service({ cpu: 'plenty' });
const secret = 'aws_secret_access_key: AKIA-not-to-be-shown\n- x: [\n';

/** A repository in a folder beside which something lies that is none of its business. */
function besideSecrets(work: (session: Session, outside: string) => Promise<void>) {
  return inFolder({ 'repository/.git/HEAD': '', 'repository/service.yaml': wrong }, async (session) => {
    const outside = join(session.folder, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'secret.yaml'), secret);
    await writeFile(join(outside, 'service.yaml'), wrong);
    await work(session.in('repository'), outside);
  });
}

/** What a run told, in which nothing of the secret may stand. */
async function toldBy(session: Session, ...argv: readonly string[]): Promise<readonly unknown[]> {
  const { code, out, err } = await session.run('-f', 'compact', ...argv);
  assert.not.match([...out, ...err].join('\n'), /AKIA|aws_secret/);
  return [code, out.map((line) => line.replace(/:.*\[/, ' [')), err];
}

const refusal = (path: string) =>
  `cloudrun-lint: The configuration file "${path}" cannot be read: it leads out of the repository.`;

suite('cli/bounds', (test) => {
  test(
    'a configuration that is found shows nothing from outside of the repository, wherever its links lead',
    besideSecrets(async (session, outside) => {
      for (const target of [
        join(outside, 'secret.yaml'),
        '../outside/secret.yaml',
        '/proc/self/environ',
        '.git/HEAD',
      ]) {
        await session.link(target, 'cloudrun-lint.yaml');
        assert.equal(await toldBy(session), [2, [], [refusal('cloudrun-lint.yaml')]], target);
      }
      // By a folder, and by a link to a link.
      await session.link('../outside', 'linked');
      await session.link('linked/secret.yaml', 'cloudrun-lint.yaml');
      assert.equal(await toldBy(session), [2, [], [refusal('cloudrun-lint.yaml')]]);
      // A link that stays inside is as good as a file.
      await session.write('policy.yaml', 'rules: { invalid-cpu: off }\n');
      await session.link('policy.yaml', 'cloudrun-lint.yaml');
      assert.equal(await toldBy(session), [0, [], []]);
    }),
  );

  test(
    'neither does what it extends',
    besideSecrets(async (session, outside) => {
      await session.link('../outside/secret.yaml', 'link.yaml');
      const names = ['../outside/secret.yaml', join(outside, 'secret.yaml'), '/proc/self/environ', './link.yaml'];
      for (const name of [...names, './.git/config', '../outside/none.yaml']) {
        await session.write('cloudrun-lint.yaml', `extends: ${name}\n`);
        const [code, out, err] = await toldBy(session);
        assert.equal([code, out, (err as string[]).length], [2, [], 1], name);
        assert.match(
          (err as string[])[0]!,
          /^cloudrun-lint: cloudrun-lint\.yaml:1:10: .* it leads out of the repository\.$/,
        );
      }
    }),
  );

  test(
    'a configuration that is named may lie anywhere, and extend what lies beside it',
    besideSecrets(async (session, outside) => {
      await writeFile(join(outside, 'base.yaml'), 'rules: { invalid-cpu: off }\n');
      await writeFile(join(outside, 'policy.yaml'), 'extends: ./base.yaml\n');
      assert.equal(await toldBy(session, '-c', '../outside/policy.yaml'), [0, [], []]);
      // But one in the tree is what the tree's author wrote.
      await session.write('policy.yaml', 'extends: ../outside/secret.yaml\n');
      assert.is((await toldBy(session, '-c', 'policy.yaml'))[0], 2);
      await session.link('../outside/secret.yaml', 'linked.yaml');
      assert.equal(await toldBy(session, '-c', 'linked.yaml'), [2, [], [refusal('linked.yaml')]]);
    }),
  );

  test(
    'without a repository a configuration stays in the working directory',
    besideSecrets(async (session, outside) => {
      await session.write('../plain/cloudrun-lint.yaml', 'extends: ../outside/secret.yaml\n');
      await session.write('../plain/deep/service.yaml', wrong);
      const plain = session.in('../plain');
      assert.is((await toldBy(plain))[0], 2);
      assert.is((await toldBy(plain, '-c', 'cloudrun-lint.yaml'))[0], 2);
      await writeFile(join(outside, 'secret.yaml'), 'rules: { invalid-cpu: off }\n');
      await session.write('../plain/cloudrun-lint.yaml', 'extends: ./shared/base.yaml\n');
      await session.write('../plain/shared/base.yaml', 'rules: { invalid-cpu: off }\n');
      assert.equal(await toldBy(plain), [0, [], []]);
    }),
  );

  test(
    'a manifest, a folder or a baseline of the tree that leads out is not read',
    besideSecrets(async (session, outside) => {
      await session.link('../outside/secret.yaml', 'linked.yaml');
      await session.link('../outside', 'folder');
      for (const path of ['linked.yaml', 'folder', 'folder/secret.yaml', 'folder/*.yaml']) {
        const [code, out, err] = await toldBy(session, path);
        assert.equal([code, out], [2, []], path);
        assert.match(String(err), /^\S+: it leads out of the repository(,\S+: it leads out of the repository)?$/, path);
      }
      assert.equal((await toldBy(session, '../outside/service.yaml'))[1], [`${outside}/service.yaml [invalid-cpu]`]);
      await session.link('../outside/known.json', 'cloudrun-lint-baseline.json');
      const line = 'The baseline "cloudrun-lint-baseline.json" cannot be read: it leads out of the repository.';
      assert.equal(await toldBy(session, '--update-baseline'), [2, [], [`cloudrun-lint: ${line}`]]);
    }),
  );

  test(
    'what lies in git’s own folder is not linted, though a person names it',
    besideSecrets(async (session) => {
      await session.write('.git/config', secret);
      await session.write('.git/x.yaml', wrong);
      for (const path of ['.git/config', '.git/x.yaml', '.git', './deploy/../.git/config']) {
        assert.equal(await toldBy(session, path), [2, [], [`${path}: it leads out of the repository`]]);
      }
      // A configuration may lie there, where no tree can bring it.
      await session.write('.git/policy.yaml', 'rules: { invalid-cpu: off }\n');
      assert.equal(await toldBy(session, '-c', '.git/policy.yaml'), [0, [], []]);
    }),
  );

  test(
    'neighbours that say how a file is deployed are refused as well, in one line',
    besideSecrets(async (session) => {
      await session.write('service.yaml', service({ cpu: '2' }));
      await session.link('/proc/self/environ', 'skaffold.yaml');
      await session.link('../outside/secret.yaml', 'kustomization.yaml');
      const [code, , err] = await toldBy(session);
      assert.equal([code, (err as string[])[0]], [2, 'skaffold.yaml: it leads out of the repository']);
      const neighbours = new Neighbours(session.folder, new Bounds(session.folder));
      assert.not(new Kustomizations(neighbours).isPatch(join(session.folder, 'service.yaml')));
      assert.equal(neighbours.problems, ['kustomization.yaml: it leads out of the repository']);
    }),
  );

  test(
    'a .gitignore that is a link is not followed, as git does not',
    besideSecrets(async (session, outside) => {
      await writeFile(join(outside, 'patterns'), '*.yaml\n');
      await session.link('../outside/patterns', '.gitignore');
      const found = ['service.yaml [invalid-cpu]'];
      const line = '.gitignore: it is a symbolic link, which git does not follow here';
      assert.equal(await toldBy(session), [2, found, [line]]);
      assert.equal((await toldBy(session, '*.yaml'))[1], found);
    }),
  );

  test(
    'a report follows no link out of the repository, not even to what is not there yet',
    besideSecrets(async (session, outside) => {
      for (const target of ['secret.yaml', 'new.json']) {
        await session.link(`../outside/${target}`, 'report.json');
        const [code, , err] = await toldBy(session, '-f', 'json=report.json');
        assert.equal([code, err], [2, ['report.json: cannot be written: it leads out of the repository']]);
      }
      assert.is(await readFile(join(outside, 'secret.yaml'), 'utf8'), secret);
      assert.not(existsSync(join(outside, 'new.json')));
      assert.is((await toldBy(session, '-f', `json=${outside}/new.json`))[0], 1);
      assert.ok(existsSync(join(outside, 'new.json')));
    }),
  );
});

suite('cli/reports', (test) => {
  const files = {
    'service.yaml': wrong,
    'compose.yaml': 'services: {}\n',
    'cloudrun-lint.yaml': 'extends: ./base.yaml\n',
    'base.yaml': 'failOn: warning\n',
    'known.json': '{"version":1,"files":{}}',
    '.gitignore': 'dist/\n',
    'skaffold.yaml': 'deploy: { cloudrun: {} }\n',
    'main.tf': 'resource "google_cloud_run_v2_service" "shop" { name = local.name }\n',
    'locals.tf': 'locals {\n  name = "shop"\n}\n',
  };
  for (const [target, ...argv] of [
    ['service.yaml', 'service.yaml'],
    ['./deploy/../service.yaml', 'service.yaml'],
    ['service.yaml', '.'],
    ['compose.yaml', '.'],
    ['cloudrun-lint.yaml', 'service.yaml'],
    ['base.yaml', 'service.yaml'],
    ['base.yaml', '-c', 'base.yaml'],
    ['known.json', '--baseline', 'known.json'],
    ['link.json', 'service.yaml'],
    ['link.json', '.'],
    ['cloudrun-lint-baseline.json', '.'],
    ['known.json', 'service.yaml'],
    ['.gitignore', 'service.yaml'],
    ['.gitmodules', 'compose.yaml'],
    ['deploy/.gitattributes', 'service.yaml'],
    ['skaffold.yaml', 'service.yaml'],
    ['locals.tf', 'main.tf'],
  ] as const) {
    test(
      `never replace what a run reads: ${target} with ${argv.join(' ')}`,
      inFolder(files, async (session) => {
        await session.link('service.yaml', 'link.json');
        await session.link('service.yaml', '.gitmodules');
        const { code, err } = await session.run('-f', `json=${target}`, ...argv);
        assert.is(code, 2);
        assert.match(err.join('\n'), /would replace|cannot be written: (?:it is|it was read|git reads|what says|a) /);
        for (const [name, text] of Object.entries(files)) assert.is(await session.read(name), text, name);
      }),
    );
  }
  test(
    'never replace each other, by whatever name',
    inFolder(files, async (session) => {
      await session.link('a.json', 'b.json');
      const links = await session.run('-f', 'json=a.json', '-f', 'sarif=b.json', 'service.yaml');
      assert.match(links.err.join(), /The report sarif would replace the report json in "b\.json"/);
      await session.write('hard.json', 'old');
      await session.hardLink('hard.json', 'harder.json');
      const hard = await session.run('-f', 'json=hard.json', '-f', 'sarif=harder.json', 'service.yaml');
      assert.equal([hard.code, hard.err[0]], [2, 'harder.json: cannot be written: another report lies there']);
      assert.is(JSON.parse(await session.read('hard.json')).version, 1);
      await session.hardLink('service.yaml', 'other.json');
      assert.is((await session.run('-f', 'json=other.json', 'service.yaml')).code, 2);
      assert.is(await session.read('service.yaml'), wrong);
      assert.is((await session.run('-f', 'json=a.json', 'service.yaml')).code, 1);
    }),
  );
  test(
    'replace older ones, as ever',
    inFolder(files, async (session) => {
      for (let round = 0; round < 2; round++) {
        assert.is((await session.run('-f', 'json=out/a.json', '-f', 'sarif=out/b.sarif')).code, 1);
      }
      assert.is(JSON.parse(await session.read('out/a.json')).version, 1);
    }),
  );
  test(
    'never replace a manifest in JSON that was found',
    inFolder({ 'shop.json': JSON.stringify(parse(wrong)) }, async (session) => {
      const { code, err } = await session.run('-f', 'json=shop.json');
      assert.equal([code, err[0]], [2, 'shop.json: cannot be written: it is what was linted']);
      assert.is(await session.read('shop.json'), JSON.stringify(parse(wrong)));
    }),
  );
});
