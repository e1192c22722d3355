import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as assert from 'uvu/assert';
import { runAction } from '../../src/cli/action/run-action.ts';
import { addSummary } from '../../src/cli/action/runner-files.ts';
import { suite } from '../suite.ts';
import { inTemporaryFolder, runIn } from './repository.ts';

const right = await readFile('examples/nginx/right.yaml', 'utf8');
const wrong = right.replace('cpu: 500m', 'cpu: plenty');

/** What the runner would have seen of a step. */
interface Step {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Hands over inputs as the runner does, in a workspace with these files. */
async function step(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>): Promise<Step> {
  let done: Step | undefined;
  await inTemporaryFolder(async (folder) => {
    const env = await prepare(folder, files, inputs);
    const log: string[] = [];
    const code = await runAction({ env, log: (text) => void log.push(text) });
    done = { code, log: log.join(''), ...(await whatTheRunnerReads(folder)) };
  });
  return done!;
}

async function prepare(
  folder: string,
  files: Step['outputs'],
  inputs: Step['outputs'],
): Promise<Record<string, string>> {
  const workspace = join(folder, 'workspace');
  await mkdir(join(workspace, '.git'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text);
  for (const name of ['output', 'summary']) await writeFile(join(folder, name), '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    ...Object.fromEntries(given),
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    RUNNER_TEMP: folder,
  };
}

async function whatTheRunnerReads(folder: string): Promise<Pick<Step, 'outputs' | 'summary'>> {
  const written = await readFile(join(folder, 'output'), 'utf8');
  const outputs = [...written.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2\n/gm)].map(([, name, , value]) => [
    name,
    value,
  ]);
  return { outputs: Object.fromEntries(outputs), summary: await readFile(join(folder, 'summary'), 'utf8') };
}

function commandsIn(log: string): string[] {
  return log.split('\n').filter((line) => /^::(error|warning|notice) /.test(line));
}

suite('action', (test) => {
  test('a summary stays below the limit of GitHub, with whole parts', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'summary');
      await addSummary({ GITHUB_STEP_SUMMARY: file }, ['é'.repeat(300_000), 'x'.repeat(500_000), 'the end']);
      assert.is(await readFile(file, 'utf8'), `${'é'.repeat(300_000)}\nthe end\n`);
    }));

  test('findings become annotations, a summary, outputs and a failed step', async () => {
    const { code, log, outputs, summary } = await step({ 'service.yaml': wrong }, { paths: '.' });
    assert.is(code, 1);
    const line = wrong.split('\n').findIndex((text) => text.includes('plenty')) + 1;
    assert.ok(commandsIn(log)[0]!.startsWith(`::error file=service.yaml,line=${line},`), log);
    assert.is(outputs.errors, '1');
    assert.is(outputs['exit-code'], '1');
    assert.is(Number(outputs.findings), Number(outputs.errors) + Number(outputs.warnings) + Number(outputs.infos));
    assert.match(summary, /^### cloudrun-lint: 1 error/);
    assert.match(summary, /invalid-cpu/);
    const drawing = /<summary>The instance of service storefront<\/summary>\n\n```mermaid\n([\s\S]+?)```/.exec(summary);
    assert.match(drawing![1]!, /^flowchart/);
    assert.match(drawing![1]!, /invalid-cpu/);
  });

  test('draws what the command line draws: by what the configuration says of images and of the target', async () => {
    const service = `apiVersion: serving.knative.dev/v1
kind: Service
metadata: { name: shop, namespace: default }
spec:
  template:
    spec:
      containers:
        - { name: web, image: docker.io/acme/shop:1.4.2, ports: [{ containerPort: 99999 }] }
        - { name: helper, image: docker.io/acme/helper:1 }
`;
    const configuration = 'target: cloud-run\ncatalogue: [{ image: docker.io/acme/helper, role: cache }]\n';
    const { summary } = await step(
      { 'service.yaml': service, 'cloudrun-lint.yaml': configuration },
      { paths: 'service.yaml' },
    );
    assert.match(/```mermaid\n([\s\S]+?)```/.exec(summary)?.[1] ?? '', /helper.*cache/);
  });

  test('files in other languages are annotated, drawn and reported in their own words', async () => {
    const [terraform, api] = await Promise.all(
      ['datadog-agent/wrong.tf', 'opentelemetry-collector/wrong.v2.json'].map((name) =>
        readFile(join('examples', name), 'utf8'),
      ),
    );
    const files = {
      'main.tf': terraform!,
      'api.json': api!,
      'other.tf': 'resource "a" "b" {}\n',
      'package.json': '{}',
    };
    const { code, log, outputs, summary } = await step(files, { paths: '.', 'sarif-file': 'out/lint.sarif' });
    assert.is(code, 1, log);
    assert.match(log, /^::error file=api\.json,line=17,.*"collector" has no startup probe/m);
    assert.match(log, /^::warning file=main\.tf,line=42,.*Set "cpu_idle" to "false"/m);
    assert.not.match(log, /other\.tf|package\.json/);
    assert.is(outputs.errors, '4');
    assert.match(summary, /set "scaling\.min\\_instance\\_count" to "1"/);
    assert.match(summary, /Write a "startupProbe" in "collector"/);
    assert.match(summary, /```mermaid\n[\s\S]*datadog-agent/);
    assert.not.match(summary, /run\.googleapis\.com|autoscaling\.knative\.dev/);
  });

  test('a right service leaves a step that passes, and SARIF without results', async () => {
    const { code, outputs, summary, log } = await step(
      { 'service.yaml': right, 'compose.yaml': 'services: {}\n' },
      { paths: '.', 'sarif-file': 'out/lint.sarif', 'fail-on': 'info' },
    );
    assert.is(code, 0, log);
    assert.equal(commandsIn(log), []);
    assert.is(outputs.findings, '0');
    assert.ok(outputs['sarif-file']!.endsWith(join('workspace', 'out', 'lint.sarif')));
    assert.match(summary, /no problems/);
    assert.not.match(summary, /mermaid/);
  });

  test('inputs decide what fails, and what is shown', async () => {
    const never = await step(
      { 'service.yaml': wrong },
      { paths: 'service.yaml', 'fail-on': 'never', annotations: 'false', summary: 'FALSE' },
    );
    assert.is(never.code, 0);
    assert.is(never.outputs.errors, '1');
    assert.equal(commandsIn(never.log), []);
    assert.is(never.summary, '');
  });

  test('of many findings the ten gravest of a kind are annotated, and it says so', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`service-${i}.yaml`, wrong]));
    const { log, summary } = await step(files, { paths: '.' });
    assert.is(commandsIn(log).filter((line) => line.startsWith('::error ')).length, 10);
    assert.match(log, /GitHub shows ten annotations of a kind\. Not among them: 2 errors\./);
    assert.match(summary, /Not among them: 2 errors/);
  });

  test('paths come one a line, with spaces and with dashes', async () => {
    const { code, outputs } = await step(
      { 'my service.yaml': wrong, '-other.yaml': wrong, 'third.yaml': wrong },
      { paths: 'my service.yaml\n\n  -other.yaml\n' },
    );
    assert.is(code, 1);
    assert.is(outputs.errors, '2');
  });

  test('mistakes of the workflow are told at the step, in one annotation', async () => {
    const flag = await step({}, { annotations: 'maybe' });
    assert.is(flag.code, 2);
    assert.equal(commandsIn(flag.log), [
      '::error title=cloudrun-lint::The input "annotations" cannot be "maybe": it is true or false.',
    ]);
    const severity = await step({ 'service.yaml': right }, { 'fail-on': 'eror' });
    assert.is(severity.code, 2);
    assert.match(commandsIn(severity.log)[0]!, /--fail-on cannot be "eror"/);
    const path = await step({ 'service.yaml': right }, { paths: 'nowhere.yaml' });
    assert.is(path.code, 2);
    assert.match(commandsIn(path.log)[0]!, /nowhere\.yaml: no such file/);
  });

  test('a workspace without Cloud Run YAML passes, with a notice', async () => {
    const { code, log } = await step({ 'compose.yaml': 'services: {}\n' }, { paths: '.' });
    assert.is(code, 0);
    assert.equal(commandsIn(log), [
      '::notice title=cloudrun-lint::No Cloud Run service, job, worker pool or instance was found.',
    ]);
  });

  test('it fails where it found nothing, if the workflow wants that', async () => {
    const silenced = { 'service.yaml': wrong, 'cloudrun-lint.yaml': 'exclude: ["*"]\n' };
    assert.is((await step(silenced, { paths: '.' })).code, 0);
    const { code, log, outputs } = await step(silenced, { paths: '.', 'require-resources': 'true' });
    assert.equal([code, outputs['exit-code']], [2, '2']);
    assert.equal(commandsIn(log), [
      '::error title=cloudrun-lint::cloudrun-lint: No Cloud Run service, job, worker pool or instance was found (--require-resources).',
    ]);
    assert.is((await step({ 'service.yaml': right }, { 'require-resources': 'true', 'fail-on': 'never' })).code, 0);
  });

  test('neither what the tree ignores nor what it configures silences a workflow that says what counts', () =>
    inTemporaryFolder(async (folder) => {
      const files = {
        'service.yaml': `# cloudrun-lint-ignore-file invalid-cpu: no\n${wrong}`,
        '.gitignore': '*.yaml\n',
        'cloudrun-lint.yaml': 'exclude: ["*"]\nrules: { invalid-cpu: off }\n',
      };
      const env = await prepare(folder, files, { paths: '.', config: join(folder, 'policy.yaml') });
      await writeFile(join(folder, 'policy.yaml'), 'locked: [resources]\n');
      for (const args of [
        ['init', '--quiet'],
        ['add', '--force', '--all'],
      ])
        await runIn(env.GITHUB_WORKSPACE!, 'git', args);
      assert.is(await runAction({ env, log: () => {} }), 1);
      assert.is((await whatTheRunnerReads(folder)).outputs.errors, '1');
    }));

  test('the SARIF file follows no link out of the workspace', () =>
    inTemporaryFolder(async (folder) => {
      for (const hasGit of [true, false]) {
        const env = await prepare(folder, { 'service.yaml': right }, { paths: '.', 'sarif-file': 'lint.sarif' });
        if (!hasGit) await rm(join(env.GITHUB_WORKSPACE!, '.git'), { recursive: true });
        await rm(join(env.GITHUB_WORKSPACE!, 'lint.sarif'), { force: true });
        await symlink('../stolen', join(env.GITHUB_WORKSPACE!, 'lint.sarif'));
        const log: string[] = [];
        assert.is(await runAction({ env, log: (text) => void log.push(text) }), 2);
        assert.match(log.join(''), /lint\.sarif: cannot be written: it leads out of the repository/);
        assert.not(existsSync(join(folder, 'stolen')));
      }
    }));

  test('nothing in a manifest or a file name commands the runner', async () => {
    const hostile = wrong.replace('cpu: plenty', `cpu: "x\\n::error::owned\\n##[error]owned"`);
    const { log, outputs } = await step({ 'a,line=1::x.yaml': hostile }, { paths: '.' });
    const outside = log.replace(/^::stop-commands::(.+)$[\s\S]*?^::\1::$/gm, '');
    assert.is(commandsIn(outside).length, Number(outputs.findings));
    assert.not.match(outside, /^::error::owned|^##\[error\]/m);
    assert.match(outside, /file=a%2Cline=1%3A%3Ax\.yaml,/);
  });

  test('the committed bundle runs by itself, in a job as GitHub starts it', () =>
    inTemporaryFolder(async (folder) => {
      const env = await prepare(folder, { 'service.yaml': wrong }, { paths: '.', 'sarif-category': 'staging' });
      const { code, text } = await runIn(join(folder, 'workspace'), process.execPath, [resolve('dist/action.js')], env);
      assert.is(code, 1, text);
      assert.is(commandsIn(text).filter((line) => line.startsWith('::error ')).length, 1);
      const { outputs } = await whatTheRunnerReads(folder);
      const sarif = JSON.parse(await readFile(outputs['sarif-file']!, 'utf8'));
      assert.is(sarif.runs[0].automationDetails.id, 'staging/');
      assert.is(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, 'service.yaml');
    }));
});
