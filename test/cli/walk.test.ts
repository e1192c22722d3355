import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as assert from 'uvu/assert';
import { walk } from '../../src/cli/walk.ts';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const below = (folder: string, from = folder): readonly string[] =>
  [...walk(from, (name) => name.endsWith('.yaml'))].map((step) =>
    'file' in step ? relative(folder, step.file) : `${relative(folder, step.folder)}: ${step.problem}`,
  );

suite('cli/walk', (test) => {
  test(
    'gives wanted files in the order of names, folder by folder',
    inFolder(
      { 'b.yaml': '', 'a.yaml': '', 'z/c.yaml': '', 'd/y/e.yaml': '', 'd/x.yaml': '', 'n.txt': '' },
      async ({ folder }) => {
        assert.equal(below(folder), ['a.yaml', 'b.yaml', 'd/x.yaml', 'd/y/e.yaml', 'z/c.yaml']);
      },
    ),
  );
  test(
    'leaves out what git ignores, as the nearest .gitignore decides',
    inFolder(
      {
        '.gitignore': 'build/\n*.gen.yaml\n/top.yaml\n',
        'top.yaml': '',
        'a.gen.yaml': '',
        'build/x.yaml': '',
        'sub/.gitignore': '!keep.gen.yaml\nlocal.yaml\n',
        'sub/keep.gen.yaml': '',
        'sub/drop.gen.yaml': '',
        'sub/local.yaml': '',
        'sub/top.yaml': '',
        'sub/deep/keep.gen.yaml': '',
        'node_modules/m.yaml': '',
        'sub/node_modules/m.yaml': '',
        'Build/case.yaml': '',
      },
      async ({ folder }) => {
        assert.equal(below(folder), ['Build/case.yaml', 'sub/keep.gen.yaml', 'sub/top.yaml', 'sub/deep/keep.gen.yaml']);
      },
    ),
  );
  test(
    'honours the patterns above a folder that is searched, unless they speak of the folder itself',
    inFolder(
      { '.gitignore': 'build/\n*.gen.yaml\n', 'build/x.yaml': '', 'src/a.gen.yaml': '', 'src/a.yaml': '' },
      async ({ folder }) => {
        assert.equal(below(folder, join(folder, 'src')), ['src/a.yaml']);
        assert.equal(below(folder, join(folder, 'build')), ['build/x.yaml']);
      },
    ),
  );
  test(
    'follows no symbolic link, so that it ends',
    inFolder({ 'a/b.yaml': '' }, async ({ folder }) => {
      await symlink(folder, join(folder, 'a/up'));
      await symlink('me', join(folder, 'a/me'));
      await symlink('b.yaml', join(folder, 'a/c.yaml'));
      assert.equal(below(folder), ['a/b.yaml']);
    }),
  );
});
