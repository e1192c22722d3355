import { readFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { categories } from '../../rules/index.ts';
import { help } from '../../src/cli/help.ts';
import { suite } from '../suite.ts';
import { inFolder, service } from './session.ts';

const plenty = { 'service.yaml': service({ cpu: 'plenty' }) };

/** What is wrong with a command line, in the one line that tells it. */
const mistakes: readonly (readonly [readonly string[], string])[] = [
  [
    ['-f', 'json=a.json', '-f', 'sarif=./a.json'],
    'The report sarif would replace the report json in "./a.json". Write it elsewhere: --format sarif=FILE.',
  ],
  [
    ['-f', 'compact', '-f', 'json'],
    'Both compact and json would go to standard output. Write one of them elsewhere: --format json=FILE.',
  ],
  [['--diff', '--update-baseline'], '--diff and --update-baseline exclude each other: --diff changes nothing.'],
  [
    ['--stdin-filename', 'a.yaml', 'service.yaml'],
    '--stdin-filename is the name of standard input, which is read only where - is given.',
  ],
  [['--rule', 'invalid-cpu=off=x'], '--rule invalid-cpu cannot be "off=x": it is one of info, warning, error, off.'],
  [
    ['--fail-on', 'warn'],
    '--fail-on cannot be "warn": it is one of info, warning, error, never. Did you mean "warning"?',
  ],
  [['--rule', 'all=off'], 'There is no rule or category "all". To run a few rules, name them with --only.'],
  [['--error-on-no-files'], 'Unknown option "--error-on-no-files". Write --require-resources.'],
  [['--rule', 'probe=off'], 'There is no rule or category "probe". Did you mean "probes"?'],
  [['--print-config', 'a.yaml', 'b.yaml'], '--print-config takes one file and lints none: leave out "b.yaml".'],
  [
    ['--print-config', 'a.yaml', '--rule', 'invalid-cpus=off'],
    'There is no rule or category "invalid-cpus". Did you mean "invalid-cpu"?',
  ],
  [['rules', '--format', 'json', 'probe'], 'There is no category "probe". Did you mean "probes"?'],
  [
    ['rules', 'invalid-cpu'],
    'There is no category "invalid-cpu". It is a rule: "cloudrun-lint explain invalid-cpu" prints its page.',
  ],
  [['completion', 'fisch'], '"completion" takes one of bash, zsh, fish. Did you mean "fish"?'],
  [['rules', '--profile', 'deploy'], '"rules" takes no --profile.'],
  [['explain'], '"explain" takes the id of a rule, such as "cloudrun-lint explain yaml-syntax".'],
  [['explain', 'invalid-cpu', '--profile', 'deploy'], '"explain" takes no --profile.'],
  [['explain', 'invalid-cpu', 'probes'], '"explain" explains one rule at a time: leave out "probes".'],
  [['explain', 'invalid-cpus'], 'There is no rule or category "invalid-cpus". Did you mean "invalid-cpu"?'],
  [['schema', 'service', 'job'], '"schema" prints one schema at a time: leave out "job".'],
  [['schema', 'jobs'], '"schema" takes one of service, job, worker-pool, instance, config. Did you mean "job"?'],
  [['init', 'here'], '"init" takes no arguments, not "here".'],
];

suite('cli: commands', (test) => {
  test(
    'mistakes of usage are told in one line',
    inFolder(plenty, async ({ run }) => {
      for (const [argv, message] of mistakes) {
        assert.equal(await run(...argv), { code: 2, out: [], err: [`cloudrun-lint: ${message}`] });
      }
    }),
  );

  test(
    'every command has help',
    inFolder({}, async ({ run }) => {
      const lines = help.split('\n').filter((line) => line !== '');
      for (const command of ['rules', 'explain', 'graph', 'init', 'schema']) {
        for (const option of ['-h', '--help']) {
          assert.equal(await run(command, option), { code: 0, out: lines, err: [] }, command);
        }
      }
    }),
  );

  test(
    'a file or folder may be called help',
    inFolder({ help: service({ cpu: 'plenty' }) }, async ({ run }) => {
      assert.match((await run('-f', 'compact', 'help')).out.join(), /^help:.*\[invalid-cpu\]$/);
      assert.match((await run('help', '-f', 'compact')).out.join(), /^help:.*\[invalid-cpu\]$/);
    }),
  );

  test(
    'rules are listed by category, under the name that the configuration has for it',
    inFolder({}, async ({ run }) => {
      const { out } = await run('rules');
      for (const { id, title } of categories) assert.ok(out.includes(`${id}: ${title}`), id);
      assert.equal((await run('rules', '-fjson')).out, (await run('rules', '--format=json')).out);
    }),
  );

  test(
    'a category is named on the command line as in the configuration',
    inFolder(plenty, async ({ run }) => {
      assert.equal(await run('-f', 'compact', '--rule', 'resources=off'), { code: 0, out: [], err: [] });
      const one = await run('-f', 'compact', '--rule', 'invalid-cpu=info', '--rule', 'resources=off');
      assert.match(one.out.join(), /info: .*\[invalid-cpu\]$/);
      const { out } = await run('explain', 'resources');
      const listed = categories.find(({ id }) => id === 'resources')!.rules;
      assert.is(out[0], 'resources: Resources');
      assert.is(out.filter((line) => line.startsWith('  ')).length, listed.length);
    }),
  );
  test(
    '"schema" prints what is published, descriptions included',
    inFolder({}, async ({ run }) => {
      for (const name of ['service', 'job', 'worker-pool', 'instance', 'config']) {
        const { code, out } = await run('schema', name);
        assert.is(code, 0);
        assert.equal(JSON.parse(out.join('\n')), JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')), name);
      }
    }),
  );
});
