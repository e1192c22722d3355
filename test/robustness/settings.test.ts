import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { failed, wrong } from './manifests.ts';
import { cloudrunLint, inOpenFolder, noNobody, observed, type Surroundings, shell, testUnless } from './process.ts';

type Run = (...argv: readonly string[]) => Promise<readonly unknown[]>;

/** A repository with two folders, of which one holds what is broken. */
function withTwoFolders(work: (broken: string, run: Run, folder: string) => Promise<void>, around: Surroundings = {}) {
  return inOpenFolder(async (folder) => {
    for (const name of ['.git', 'a', 'broken']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'a/good.yaml'), wrong);
    writeFileSync(join(folder, 'broken/b.yaml'), wrong);
    await work(join(folder, 'broken'), async (...argv) => observed(await cloudrunLint(folder, argv, around)), folder);
  });
}

const found = ['a/good.yaml invalid-cpu'];
const foundBoth = [...found, 'broken/b.yaml invalid-cpu'];
const binary = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7 + 3) % 256));
const compact = ['-f', 'compact'];

/** What can lie where a file should be, and what is told of it. */
const inPlaceOf = {
  'a folder': [(path) => mkdirSync(path), 'it is a folder'],
  'a link in a circle': [(path) => symlinkSync(path, path), 'a symbolic link leads back to itself'],
  'a pipe': [(path) => shell('.', `mkfifo "${path}"`), 'it is not an ordinary file'],
  'an endless device': [(path) => symlinkSync('/dev/zero', path), 'it leads out of the repository'],
} satisfies Readonly<Record<string, readonly [make: (path: string) => unknown, problem: string]>>;

/** A file of so many bytes that takes no room on the disk. */
function huge(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 5_000_000_000);
}

suite('robustness/configuration', (test) => {
  const name = 'broken/cloudrun-lint.yaml';
  const line = (problem: string) => `cloudrun-lint: The configuration file "${name}" cannot be read: ${problem}.`;
  const faults = {
    ...inPlaceOf,
    'a link to nothing': [(path: string) => symlinkSync('nowhere', path), 'it is a symbolic link that leads nowhere'],
    binary: [(path: string) => writeFileSync(path, binary), 'it is neither UTF-8 nor UTF-16 text'],
    enormous: [huge, 'it is larger than 0.5 MB'],
  } as const;
  for (const [what, [make, problem]] of Object.entries(faults)) {
    test(`a configuration file that is ${what} costs only the findings below it`, () =>
      withTwoFolders(async (broken, run) => {
        await make(join(broken, 'cloudrun-lint.yaml'));
        assert.equal(await run(...compact), [2, found, [line(problem)]]);
        assert.equal(await run(...compact, 'broken'), [2, [], [line(problem)]]);
      }));
  }
  testUnless(noNobody, test, 'a configuration file without permission costs only the findings below it', () =>
    withTwoFolders(
      async (broken, run) => {
        writeFileSync(join(broken, 'cloudrun-lint.yaml'), 'extends: strict\n', { mode: 0 });
        assert.equal(await run(...compact), [2, found, [line('permission denied')]]);
      },
      { asNobody: true },
    ),
  );
  test('a mistake in one is told with its place, and costs only the findings below it', () =>
    withTwoFolders(async (broken, run) => {
      writeFileSync(join(broken, 'cloudrun-lint.yaml'), 'failOn: nothing\n');
      const [code, findings, err] = await run(...compact);
      assert.equal([code, findings, (err as string[]).length], [2, found, 3]);
      assert.match((err as string[])[0]!, /^cloudrun-lint: broken\/cloudrun-lint\.yaml:1:9: /);
    }));
  test('one that is named and cannot be read ends the run, and may be a pipe', () =>
    withTwoFolders(async (_, run, folder) => {
      const named = async (config: string) => run(...compact, '-c', config);
      const told2 = (path: string, problem: string) => [
        2,
        [],
        [`cloudrun-lint: The configuration file "${path}" cannot be read: ${problem}.`],
      ];
      assert.equal(await named('no.yaml'), told2('no.yaml', 'there is none'));
      assert.equal(await named('a'), told2('a', 'it is a folder'));
      assert.equal(await named('/dev/zero'), told2('/dev/zero', 'it is larger than 0.5 MB'));
      const pipe = await shell(folder, 'cloudrun-lint -f compact -c <(echo "failOn: never") a');
      assert.equal(observed(pipe), [0, found, []]);
    }));
});

suite('robustness/baseline', (test) => {
  const line = (problem: string) => `cloudrun-lint: The baseline "broken/known.json" cannot be read: ${problem}.`;
  const { 'a folder': folder, 'a link in a circle': circle } = inPlaceOf;
  const faults = { 'a folder': folder, 'a link in a circle': circle, enormous: [huge, 'it is larger than 256 MB'] };
  for (const [what, [make, problem]] of Object.entries(faults)) {
    test(`a baseline that is ${what} is told and left alone`, () =>
      withTwoFolders(async (broken, run) => {
        const baseline = ['--baseline', 'broken/known.json'];
        (make as (path: string) => unknown)(join(broken, 'known.json'));
        assert.equal(await run(...compact, ...baseline), [2, [], [line(problem as string)]]);
        assert.equal(await run(...compact, ...baseline, '--update-baseline'), [2, [], [line(problem as string)]]);
      }));
  }
  test('a baseline that is binary or cut off is told and left alone', () =>
    withTwoFolders(async (broken, run, folder) => {
      const path = join(broken, 'known.json');
      await run('--baseline', 'broken/known.json', '--update-baseline');
      await shell(folder, `head -c 60 "${path}" > short; cp short "${path}"`);
      const problem =
        'cloudrun-lint: "broken/known.json" is not a baseline of cloudrun-lint. Name another file with --baseline; this one is left as it is.';
      assert.equal(await run(...compact, '--baseline', 'broken/known.json', '--update-baseline'), [2, [], [problem]]);
      writeFileSync(path, binary);
      const text = line('it is neither UTF-8 nor UTF-16 text');
      assert.equal(await run(...compact, '--baseline', 'broken/known.json'), [2, [], [text]]);
      assert.equal(observed(await shell(folder, 'cmp short short')), [0, [], []]);
    }));
  testUnless(noNobody, test, 'a baseline without permission is told', () =>
    withTwoFolders(
      async (broken, run) => {
        writeFileSync(join(broken, 'known.json'), '{"version":1,"files":{}}', { mode: 0 });
        const refused = [2, [], [line('permission denied')]];
        assert.equal(await run(...compact, '--baseline', 'broken/known.json'), refused);
        assert.equal(await run(...compact, '--baseline', 'broken/known.json', '--update-baseline'), refused);
      },
      { asNobody: true },
    ),
  );
});

suite('robustness/gitignore', (test) => {
  const link = 'it is a symbolic link, which git does not follow here';
  const faults = {
    ...inPlaceOf,
    'a link in a circle': [inPlaceOf['a link in a circle'][0], link],
    'an endless device': [inPlaceOf['an endless device'][0], link],
    binary: [(path: string) => writeFileSync(path, binary), 'it is not text'],
    enormous: [huge, 'it is larger than 1 MB'],
  } as const;
  for (const [what, [make, problem]] of Object.entries(faults)) {
    test(`a .gitignore that is ${what} is told, and nothing is left out for it`, () =>
      withTwoFolders(async (broken, run) => {
        await make(join(broken, '.gitignore'));
        assert.equal(await run(...compact), [2, foundBoth, [`broken/.gitignore: ${problem}`]]);
      }));
  }
  testUnless(noNobody, test, 'a .gitignore without permission is told, for patterns too', () =>
    withTwoFolders(
      async (broken, run) => {
        writeFileSync(join(broken, '.gitignore'), '*.yaml\n', { mode: 0 });
        const told = [2, foundBoth, ['broken/.gitignore: permission denied']];
        assert.equal(await run(...compact), told);
        assert.equal(await run(...compact, '**/*.yaml'), told);
      },
      { asNobody: true },
    ),
  );
  test('one that can be read counts', () =>
    withTwoFolders(async (broken, run) => {
      writeFileSync(join(broken, '.gitignore'), '*.yaml\n');
      assert.equal(await run(...compact), [1, found, [failed]]);
      assert.equal(await run(...compact, '**/*.yaml'), [1, found, [failed]]);
    }));
});
