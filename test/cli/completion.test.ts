import { execFileSync, spawnSync } from 'node:child_process';
import * as assert from 'uvu/assert';
import { optionHelp } from '../../src/cli/option-help.ts';
import { suite } from '../suite.ts';
import { inFolder } from './session.ts';

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** What each shell is asked, and how: the words of a command line, of which the last is being typed. */
const asked: Readonly<Record<string, (script: string, words: readonly string[]) => string>> = {
  bash: (script, words) =>
    execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cloudrun_lint; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      { encoding: 'utf8' },
    ),
  fish: (script, words) =>
    execFileSync(
      'fish',
      ['--no-config', '-c', `${script}\ncomplete -C "${words.join(' ')}" | string replace -r '\\t.*' ''; true`],
      { encoding: 'utf8' },
    ),
  // The widget itself needs a terminal; what it would be given is printed in its place.
  zsh: (script, words) =>
    execFileSync(
      'zsh',
      [
        '-fc',
        `compdef() { : }
compadd() { print -l -- "\${@[\${@[(i)--]}+1,-1]}" }
_describe() { print -l -- "\${(@)\${(@P)\${@[-1]}}%%:*}" }
_files() { print FILES }
_message() { : }
${script}
words=("$@"); CURRENT=$#words; _cloudrun_lint | grep -E "^(FILES|\${words[-1]})" || true`,
        'zsh',
        ...words,
      ],
      { encoding: 'utf8' },
    ),
};

suite('cli: completion', (test) => {
  for (const [shell, ask] of Object.entries(asked)) {
    test(
      `${shell} completes options, their values, commands and rules`,
      inFolder({}, async ({ run }) => {
        const { out, code } = await run('completion', shell);
        assert.is(code, 0);
        if (!isThere(shell)) return;
        const given = (...words: readonly string[]): readonly string[] =>
          ask(out.join('\n'), ['cloudrun-lint', ...words])
            .split('\n')
            .filter((line) => line !== '')
            .sort();
        assert.equal(given('--no-'), ['--no-color', '--no-config', '--no-ignores']);
        assert.equal(given('--format', 'js'), ['json']);
        assert.equal(given('service.yaml', '--profile', 'st'), ['strict']);
        assert.equal(given('--only', 'plaintext'), ['plaintext-secret']);
        assert.equal(given('--rule', 'invalid-cp'), ['invalid-cpu=']);
        assert.equal(given('explain', 'unused-v'), ['unused-volume']);
        assert.equal(given('schema', 'wor'), ['worker-pool']);
        assert.equal(given('graph', '-f', 'mer'), ['mermaid']);
        assert.ok(given('compl').includes('completion'));
      }),
    );
    test(
      `${shell} knows every option`,
      inFolder({}, async ({ run }) => {
        const text = (await run('completion', shell)).out.join('\n');
        for (const name of Object.keys(optionHelp)) assert.match(text, new RegExp(`(?:--|-l )${name}\\b`), name);
      }),
    );
  }
});
