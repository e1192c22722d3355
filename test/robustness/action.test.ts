import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as assert from 'uvu/assert';
import { suite } from '../suite.ts';
import { wrong } from './manifests.ts';
import { inOpenFolder, noFullDevice, shell, testUnless } from './process.ts';

/** Runs the action in a workspace with one wrong service, after what a script of the shell sets. */
async function step(script: string): Promise<{ code: number | undefined; errors: string[]; output: string }> {
  let done = { code: undefined as number | undefined, errors: [] as string[], output: '' };
  await inOpenFolder(async (folder) => {
    mkdirSync(join(folder, 'workspace/.git'), { recursive: true });
    writeFileSync(join(folder, 'workspace/a.yaml'), wrong);
    writeFileSync(join(folder, 'output'), '');
    const set = `export GITHUB_WORKSPACE=$PWD/workspace GITHUB_OUTPUT=$PWD/output GITHUB_STEP_SUMMARY=$PWD/summary
      export RUNNER_TEMP=$PWD`;
    const { code, out, err } = await shell(folder, `${set}\n${script}\n"$NODE" "${resolve('dist/action.js')}"`);
    assert.equal(err, []);
    const errors = out.split('\n').filter((line) => line.startsWith('::error title=cloudrun-lint::'));
    const output = readFileSync(join(folder, 'output'), 'utf8');
    done = { code, errors: errors.map((line) => line.slice('::error title=cloudrun-lint::'.length)), output };
  });
  return done;
}

suite('robustness/action', (test) => {
  test('findings are no fault of the step', async () => {
    const { code, errors, output } = await step('');
    assert.equal([code, errors], [1, []]);
    assert.match(output, /^exit-code<<(\S+)\n1\n\1$/m);
  });
  test('a summary that cannot be written is told, and costs no output', async () => {
    const { code, errors, output } = await step('mkdir summary');
    assert.equal([code, errors], [2, ['The file of GITHUB_STEP_SUMMARY cannot be written: it is a folder.']]);
    assert.match(output, /^errors<<(\S+)\n1\n\1$/m);
    assert.match(output, /^exit-code<<(\S+)\n2\n\1$/m);
  });
  test('outputs that cannot be handed over are told', async () => {
    const { code, errors } = await step('export GITHUB_OUTPUT=$PWD/missing/output');
    assert.equal([code, errors], [2, ['The file of GITHUB_OUTPUT cannot be written: no such file or folder.']]);
  });
  testUnless(noFullDevice, test, 'so is a place that takes no SARIF file', async () => {
    const { code, errors, output } = await step('export RUNNER_TEMP=/proc');
    assert.equal([code, errors], [2, ['/proc/cloudrun-lint.sarif: cannot be written: no such file or folder']]);
    assert.match(output, /^exit-code<<(\S+)\n2\n\1$/m);
  });
  test('variables that are set to nothing are as good as none', async () => {
    const { code, errors, output } = await step('cd workspace; export GITHUB_WORKSPACE= RUNNER_TEMP= TMPDIR=$OLDPWD');
    assert.equal([code, errors], [1, []]);
    assert.match(output, /^sarif-file<<(\S+)\n\/.*(?<!workspace)\/cloudrun-lint\.sarif\n\1$/m);
  });
  test('a workspace that has gone is told', async () => {
    const { code, errors } = await step('export GITHUB_WORKSPACE=$PWD/gone');
    assert.is(code, 2);
    assert.equal(errors, ['.: no such file or folder']);
  });
});
